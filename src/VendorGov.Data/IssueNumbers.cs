using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Numbers of issues, unique in a tenant: <c>WT-2607-0143</c> is the 143rd of July 2026. They count across all parties, so the
/// query sees past the party wall and tells nothing but the highest number.
/// </summary>
public sealed class IssueNumbers(AppDb db, IssueNumberHints hints)
{
    /// <summary>
    /// The next free number of a month. The one behind the number that this process found last is free but for what other nodes file; then, and at
    /// first, all of the month are looked at.
    /// </summary>
    public async Task<string> NextAsync(DateOnly day, CancellationToken cancel = default)
    {
        var prefix = FormattableString.Invariant($"WT-{day:yyMM}-");
        var numbers = db.Issues.IgnoreQueryFilters([AppDb.PartyFilter]).AsNoTracking().Select(i => i.Number);
        var next = hints.Last.TryGetValue((db.Scope.Tenant, prefix), out var last) ? FormattableString.Invariant($"{prefix}{last + 1:0000}") : null;
        if (next is null || await numbers.AnyAsync(n => n == next, cancel))
        {
            next = await NumberSeries.NextAsync(numbers, prefix, cancel);
        }

        hints.Last[(db.Scope.Tenant, prefix)] = int.Parse(next.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
        return next;
    }
}

/// <summary>The numbers that this process saw last, and whose turn it is to file: one of a tenant after the other, else all take the same number.</summary>
public sealed class IssueNumberHints : IDisposable
{
    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> _turns = new();

    internal ConcurrentDictionary<(TenantId Tenant, string Prefix), int> Last { get; } = new();

    /// <summary>Disposed when the issue is saved. Other nodes may still take the same number; the unique index tells.</summary>
    public async Task<IDisposable> TurnAsync(TenantId tenant, CancellationToken cancel)
    {
        var turn = _turns.GetOrAdd(tenant, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    public void Dispose()
    {
        foreach (var turn in _turns.Values)
        {
            turn.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
