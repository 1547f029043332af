using Microsoft.AspNetCore.Mvc;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Cases;

/// <summary>How many of those due were done as agreed.</summary>
public sealed record RateCell(int Done, int Due)
{
    /// <summary>In percent; null where nothing was due.</summary>
    public decimal? Percent => Due == 0 ? null : 100m * Done / Due;
}

/// <summary>Counts of one vendor, outlet and local month.</summary>
public sealed record RateCount(VendorId Vendor, OutletId Outlet, YearMonth Month, int Done, int Due);

public sealed record RateLine(string Name, string? Sub, IReadOnlyList<RateCell> Cells, RateCell Total);

/// <summary>A rate by month, for each vendor or each vendor and outlet; every figure stands with its n.</summary>
public sealed record RateTable(IReadOnlyList<YearMonth> Months, IReadOnlyList<RateLine> Lines, RateCell Total)
{
    public const int MonthsShown = 6;

    /// <summary>The months shown: the present one and those before it, oldest first.</summary>
    public static IReadOnlyList<YearMonth> Until(YearMonth last) => [.. Enumerable.Range(0, MonthsShown).Select(back => last.AddMonths(-back)).Reverse()];

    public static RateTable Of(IReadOnlyList<RateCount> counts, IReadOnlyList<YearMonth> months, CaseParties parties, bool byOutlet)
    {
        var lines = counts.GroupBy(c => (c.Vendor, Outlet: byOutlet ? c.Outlet : default))
            .Select(g => new RateLine(
                parties.Of(g.Key.Vendor), byOutlet ? parties.Of(g.Key.Outlet) : null, [.. months.Select(m => Sum(g.Where(c => c.Month == m)))], Sum(g)))
            .OrderBy(l => l.Total.Percent).ThenByDescending(l => l.Total.Due).ToList();
        return new RateTable(months, lines, Sum(counts));
    }

    /// <param name="count">Counts the due and the done of these months as of now.</param>
    public static async Task<RateTable> LoadAsync(
        AppDb db, Func<AppDb, IReadOnlyList<YearMonth>, DateTimeOffset, CancellationToken, Task<List<RateCount>>> count, DateTimeOffset now,
        TimeZoneInfo zone, bool byOutlet, CancellationToken cancel)
    {
        var months = Until(YearMonth.Of(now, zone));
        return Of(await count(db, months, now, cancel), months, await CaseParties.LoadAsync(db, cancel), byOutlet);
    }

    public IActionResult Download(string file, string? format, Text text) => ListDownload.Of(
        file,
        [text["cases.vendor"], text["cases.outlet"], .. Months.SelectMany(m => new[] { text.Month(m) + " %", text.Month(m) + " n" })],
        Lines.Select(l => (IReadOnlyList<object?>)
            [l.Name, l.Sub, .. l.Cells.SelectMany(c => new object?[] { c.Percent is { } p ? Math.Round(p, 1) : null, c.Due })]),
        format);

    private static RateCell Sum(IEnumerable<RateCount> counts) => counts.Aggregate(new RateCell(0, 0), (sum, c) => new RateCell(sum.Done + c.Done, sum.Due + c.Due));
}
