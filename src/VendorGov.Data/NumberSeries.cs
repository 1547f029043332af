using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data;

/// <summary>Running numbers behind a prefix, four digits at least. Two who ask at once get the same one; the unique index refuses the second save.</summary>
internal static class NumberSeries
{
    public static async Task<string> NextAsync(IQueryable<string> numbers, string prefix, CancellationToken cancel)
    {
        var last = await numbers.Where(n => n.StartsWith(prefix)).OrderByDescending(n => n.Length).ThenByDescending(n => n).FirstOrDefaultAsync(cancel);
        var count = last is not null && int.TryParse(last.AsSpan(prefix.Length), out var n) ? n : 0;
        return FormattableString.Invariant($"{prefix}{count + 1:0000}");
    }
}
