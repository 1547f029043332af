namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// Guesses at one account are judged one after the other. All at once they would each read the same count of failures, of which one is kept, and many
/// would be had for the price of one.
/// </summary>
internal static class AccountTurns
{
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits until the account's turn, and until disposed holds it.</summary>
    public static async Task<IDisposable> EnterAsync(string account)
    {
        var turn = Turns[(StringComparer.OrdinalIgnoreCase.GetHashCode(account) & int.MaxValue) % Turns.Length];
        await turn.WaitAsync();
        return new Held(turn);
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
