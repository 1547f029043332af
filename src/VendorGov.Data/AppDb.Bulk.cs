using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data.Saving;
using VendorGov.Domain.Auditing;

namespace VendorGov.Data;

/// <summary>Bulk work: one audit entry per batch instead of one per row.</summary>
public sealed partial class AppDb
{
    internal bool SuppressAudit { get; private set; }

    /// <summary>
    /// Until disposed, saves of this context write no entry per row: the caller adds one entry for the batch with
    /// <see cref="AddBatchEntry"/>.
    /// </summary>
    public IDisposable BulkAudit()
    {
        SuppressAudit = true;
        return new Restore(this);
    }

    /// <summary>One audit entry that stands for a whole batch; <paramref name="facts"/> hold its counts and its hash.</summary>
    public void AddBatchEntry(string action, string subject, string subjectId, object facts) =>
        AuditEntries.Add(new AuditEntry(
            scope.Tenant, clock.GetUtcNow(), scope.Actor, scope.ActorName, action, subject, subjectId, JsonSerializer.Serialize(facts)));

    /// <summary>
    /// Saves what is tracked and, in the same transaction, new rows with what hangs on them; the rows are not tracked afterwards. For bulk work of a whole
    /// tenant: nothing is audited or told row by row.
    /// </summary>
    public async Task SaveWithAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        if (!SuppressAudit || !scope.WholeTenant)
        {
            throw new InvalidOperationException("Only bulk work of a whole tenant passes by the trail of each row.");
        }

        if (Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) != true)
        {
            AddRange(rows);
            await SaveChangesAsync(cancel);
            return;
        }

        using var turn = await gate.EnterAsync(Database, cancel);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await BulkInsert.RunAsync(this, rows, cancel);
        await SaveChangesAsync(cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }
    }

    private sealed class Restore(AppDb db) : IDisposable
    {
        public void Dispose() => db.SuppressAudit = false;
    }
}
