using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data;

/// <summary>
/// Numbers of issues, unique in a tenant: <c>WT-2607-0143</c> is the 143rd of July 2026. They count across all parties, so the
/// query sees past the party wall and tells nothing but the highest number.
/// </summary>
public sealed class IssueNumbers(AppDb db)
{
    /// <summary>The next free number of a month.</summary>
    public Task<string> NextAsync(DateOnly day, CancellationToken cancel = default) => NumberSeries.NextAsync(
        db.Issues.IgnoreQueryFilters([AppDb.PartyFilter]).AsNoTracking().Select(i => i.Number), FormattableString.Invariant($"WT-{day:yyMM}-"), cancel);
}
