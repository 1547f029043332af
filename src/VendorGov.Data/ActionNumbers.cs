using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data;

/// <summary>Numbers of corrective actions, <c>ZG-2026-0007</c>: they count across all parties, as <see cref="IssueNumbers"/> do.</summary>
public sealed class ActionNumbers(AppDb db)
{
    /// <summary>The next free number. Two who ask at once get the same one; the unique index refuses the second save.</summary>
    public async Task<string> NextAsync(int year, CancellationToken cancel = default)
    {
        var prefix = FormattableString.Invariant($"ZG-{year}-");
        var last = await db.CorrectiveActions.IgnoreQueryFilters([AppDb.PartyFilter]).AsNoTracking()
            .Where(a => a.Number.StartsWith(prefix))
            .OrderByDescending(a => a.Number.Length).ThenByDescending(a => a.Number)
            .Select(a => a.Number).FirstOrDefaultAsync(cancel);
        var count = last is not null && int.TryParse(last.AsSpan(prefix.Length), out var n) ? n : 0;
        return FormattableString.Invariant($"{prefix}{count + 1:0000}");
    }
}
