using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace VendorGov.Data.Saving;

/// <summary>
/// SQLite has one writer. Waiting here, in order, is cheaper and fairer than waiting in the engine's busy loop. A save
/// inside a transaction that is already open passes: the engine has let that one in.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<IDisposable?> EnterAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (database.CurrentTransaction is not null || database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) != true)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
