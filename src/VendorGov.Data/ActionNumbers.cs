using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data;

/// <summary>Numbers of corrective actions, <c>ZG-2026-0007</c>: they count across all parties, as <see cref="IssueNumbers"/> do.</summary>
public sealed class ActionNumbers(AppDb db)
{
    /// <summary>The next free number of a year.</summary>
    public Task<string> NextAsync(int year, CancellationToken cancel = default) => NumberSeries.NextAsync(
        db.CorrectiveActions.IgnoreQueryFilters([AppDb.PartyFilter]).AsNoTracking().Select(a => a.Number), FormattableString.Invariant($"ZG-{year}-"), cancel);
}
