using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data;

/// <summary>
/// Numbers of issues, unique in a tenant: <c>WT-2607-0143</c> is the 143rd of July 2026. They count across all parties, so the
/// query sees past the party wall and tells nothing but the highest number.
/// </summary>
public sealed class IssueNumbers(AppDb db)
{
    /// <summary>The next free number. Two who ask at once get the same one; the unique index refuses the second save.</summary>
    public async Task<string> NextAsync(DateOnly day, CancellationToken cancel = default)
    {
        var prefix = FormattableString.Invariant($"WT-{day:yyMM}-");
        var last = await db.Issues.IgnoreQueryFilters([AppDb.PartyFilter]).AsNoTracking()
            .Where(i => i.Number.StartsWith(prefix))
            .OrderByDescending(i => i.Number.Length).ThenByDescending(i => i.Number)
            .Select(i => i.Number).FirstOrDefaultAsync(cancel);
        var count = last is not null && int.TryParse(last.AsSpan(prefix.Length), out var n) ? n : 0;
        return FormattableString.Invariant($"{prefix}{count + 1:0000}");
    }
}
