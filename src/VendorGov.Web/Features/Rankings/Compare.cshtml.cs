using Microsoft.AspNetCore.Mvc;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Rankings;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Charts;

namespace VendorGov.Web.Features.Rankings;

/// <summary>Two or three vendors side by side: metrics, trend, issues by type, credits.</summary>
[Permission(Permission.ViewRanking)]
public sealed class CompareModel(AppDb db, CurrentUser user, TimeProvider clock, Text text, RankingReader reader, VendorCompare compare)
    : RankingPage(db, user, clock, text, reader)
{
    private const int Most = 3;
    /// <summary>Codes of vendors.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] V { get; set; } = [];

    public IReadOnlyList<RankedVendor> All => Standing.Vendors;

    public IReadOnlyList<RankedVendor> Vendors { get; private set; } = [];

    public IReadOnlyList<ComparedMetric> Metrics { get; private set; } = [];

    public IReadOnlyDictionary<string, List<VendorMonth>> Trend { get; private set; } = new Dictionary<string, List<VendorMonth>>();

    public IReadOnlyList<ComparedType> Types { get; private set; } = [];

    /// <summary>The months that any of them has a score or a credit for.</summary>
    public IReadOnlyList<YearMonth> TrendMonths { get; private set; } = [];

    public VendorMonth MonthOf(RankedVendor vendor, YearMonth month) => Trend[vendor.VendorCode].Single(m => m.Month == month);

    public LineChart Chart => new(
        Words["ranking.trendOf", string.Join(Words.Pick("、", ", "), Vendors.Select(v => v.VendorName))],
        [.. TrendMonths.Select(m => Words.Pick($"{m.Month}月", m.ToString()[2..]))],
        [.. Vendors.Select((v, i) => new ChartLine(v.VendorName, [.. TrendMonths.Select(m => (double?)MonthOf(v, m).Score)], $"s{i}"))],
        Floor: 0, Ceiling: 100);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var rows = Metrics.Select(m => (IReadOnlyList<object?>)[Words.Pick(m.NameZh, m.NameEn), .. m.Values.Select(v => (object?)Rounded(v?.Value))])
            .Concat(Types.Select(t => (IReadOnlyList<object?>)[Words["ranking.issuesOf", t.Type], .. t.Counts.Select(c => (object?)c)]))
            .Concat(TrendMonths.Select(m => (IReadOnlyList<object?>)[Words["ranking.scoreOf", m], .. Vendors.Select(v => (object?)Rounded(MonthOf(v, m).Score))]))
            .Concat(TrendMonths.Select(m => (IReadOnlyList<object?>)[Words["ranking.creditOf", m], .. Vendors.Select(v => (object?)MonthOf(v, m).Credit)]));
        return ListDownload.Of($"compare-{Shown}", Vendors.Select(v => v.VendorName).Prepend(Words["ranking.figure"]), rows, format);
    }

    private static decimal? Rounded(decimal? value) => value is { } v ? Math.Round(v, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>False for a vendor: it sees no others. Without a choice the first two are compared.</summary>
    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (IsVendor)
        {
            return false;
        }

        (Region, Channel, Type) = (null, null, null);
        await ReadMonthAsync(cancel);
        await ReadStandingAsync(cancel);
        var chosen = All.Where(v => V.Contains(v.VendorCode)).ToList();
        Vendors = [.. (chosen.Count > 0 ? chosen : All.Take(2)).Take(Most)];
        var codes = Vendors.Select(v => v.VendorCode).ToList();
        Metrics = VendorCompare.Metrics(Vendors, Standing);
        Trend = await compare.TrendAsync(codes, Shown, PublishedOnly, cancel);
        Types = await compare.TypesAsync(codes, Shown, Caller.Zone, cancel);
        TrendMonths = [.. Trend.Values.SelectMany(m => m).Where(m => m.Score is not null || m.Credit > 0).Select(m => m.Month).Distinct().Order()];
        return true;
    }
}
