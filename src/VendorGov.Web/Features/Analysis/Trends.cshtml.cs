using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using VendorGov.Data;
using VendorGov.Domain.Analysis;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Charts;

namespace VendorGov.Web.Features.Analysis;

/// <summary>How many issues come next, and how far such a forecast can be trusted: every method is tried on the past and its error shown.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class TrendsModel(AppDb db, IssueHistory history, Text text) : AnalysisPage(db)
{
    private const int ShownBefore = 42;

    /// <summary>By week instead of by day.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Weekly { get; set; }

    public IReadOnlyList<(DateOnly Start, int Count)> Series { get; private set; } = [];

    public ForecastResult? Result { get; private set; }

    public int Season => Weekly ? 52 : 7;

    public int Ahead => Weekly ? 4 : 14;

    public MethodError ChosenError => Result!.Errors.Single(e => e.Method == Result.Chosen);

    /// <summary>The last values and what follows them, by the day they begin on.</summary>
    public IReadOnlyList<(DateOnly Start, int? Count, ForecastPoint? Point)> Rows =>
        [.. Series.TakeLast(ShownBefore).Select(s => (s.Start, (int?)s.Count, (ForecastPoint?)null)),
            .. (Result?.Points ?? []).Select(p => (Series[^1].Start.AddDays(p.Step * (Weekly ? 7 : 1)), (int?)null, (ForecastPoint?)p))];

    public LineChart Chart
    {
        get
        {
            var rows = Rows;
            var last = rows.Count - (Result?.Points.Count ?? 0) - 1;
            // The forecast's line begins at the last value, so that the two meet.
            double? Expected(int i) => i == last ? rows[i].Count : rows[i].Point?.Value;
            return new LineChart(
                text["analysis.trendLabel", ChosenError.Method], [.. rows.Select(r => r.Start.ToString("MM-dd", CultureInfo.InvariantCulture))],
                [
                    new ChartLine("", [.. rows.Select(r => (double?)r.Count)], "s0", Weekly),
                    new ChartLine(text["analysis.forecast"], [.. rows.Select((_, i) => Expected(i))], "fc", Weekly),
                ],
                [.. rows.Select((r, i) => i == last ? r.Count : r.Point?.Low)], [.. rows.Select((r, i) => i == last ? r.Count : r.Point?.High)], Floor: 0, Wide: true);
        }
    }

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        string[] heads = ["start", "count", "forecast", "low", "high"];
        var all = Series.Select(s => (s.Start, (int?)s.Count, (ForecastPoint?)null)).Concat(Rows.Where(r => r.Point is not null));
        return ListDownload.Of("trend", heads.Select(h => text[$"analysis.col.{h}"]), all.Select(r => (IReadOnlyList<object?>)
            [r.Start, r.Item2, Rounded(r.Item3?.Value), Rounded(r.Item3?.Low), Rounded(r.Item3?.High)]), format);
    }

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 2) : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        await ReadChoicesAsync(history, cancel);
        var issues = await history.ReadAsync(Filter, From, Until, cancel);
        // What lies before the first issue of a young network is no row of noughts.
        var from = issues.Count == 0 ? From : DateOnly.FromDateTime(issues[0].At);
        Series = IssueHistory.Series(issues, from > From ? from : From, Until, Weekly);
        Result = issues.Count == 0 ? null : BackTest.Run([.. Series.Select(s => (double)s.Count)], Ahead, Season);
    }
}
