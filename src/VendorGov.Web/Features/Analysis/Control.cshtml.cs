using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Charts;

namespace VendorGov.Web.Features.Analysis;

/// <summary>A metric of a contract week by week: chance, or something that happened? And where it goes.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class ControlModel(MetricHistory history, Text text) : PageModel
{
    private const int Ahead = 4;

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    public IReadOnlyList<FollowedContract> Contracts { get; private set; } = [];

    public FollowedContract? Desk { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public MetricResult? Shown { get; private set; }

    public IReadOnlyList<MetricWeek> Weeks { get; private set; } = [];

    public AttributeChartResult? Chart { get; private set; }

    public ForecastResult? Forecast { get; private set; }

    /// <summary>Escalations come in counts per base: more than one a contact is possible, so a u-chart.</summary>
    public bool IsCount => Shown?.Code == "UPG";

    /// <summary>Failures are drawn in the metric's unit: per cent or per ten thousand.</summary>
    public decimal Factor => Shown is { } metric ? MetricCatalogue.Find(metric.Code).Factor : 100;

    public string NameOf(string code) => text.Pick(MetricCatalogue.Find(code).Zh, MetricCatalogue.Find(code).En);

    public IReadOnlyList<ChartPoint> Out => [.. Chart?.Points.Where(p => p.IsOut) ?? []];

    public LineChart Picture => new(
        text["analysis.controlLabel", NameOf(Shown!.Code)], [.. Chart!.Points.Select(p => p.Label)],
        [
            new ChartLine("", [.. Chart.Points.Select(p => (double?)(p.Share * Factor))], "s0"),
            new ChartLine(text["analysis.upper"], [.. Chart.Points.Select(p => (double?)(p.High * Factor))], "lim", false),
            new ChartLine(text["analysis.lower"], [.. Chart.Points.Select(p => (double?)(p.Low * Factor))], "lim", false),
            new ChartLine(text["analysis.centre"], [.. Chart.Points.Select(_ => (double?)(Chart.Centre * Factor))], "ctr", false),
        ],
        Floor: 0, Alarms: Chart.Points.Select((p, i) => (p.IsOut, i)).Where(x => x.IsOut).Select(x => x.i).ToHashSet(), Wide: true);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        string[] heads = ["week", "failures", "base", "share", "low", "high", "out"];
        return ListDownload.Of("control-chart", heads.Select(h => text[$"analysis.col.{h}"]), (Chart?.Points ?? []).Select((p, i) => (IReadOnlyList<object?>)
        [
            Weeks[i].Monday, p.Failed, p.Count, Math.Round(p.Share * Factor, 3), Math.Round(p.Low * Factor, 3), Math.Round(p.High * Factor, 3),
            text[p.IsOut ? "analysis.yes" : "analysis.no"],
        ]), format);
    }

    /// <summary>False for a contract that the reader may not see.</summary>
    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Contracts = await history.ContractsAsync(cancel);
        Desk = Contract is { } asked ? Contracts.FirstOrDefault(c => c.Id == asked) : Contracts.FirstOrDefault();
        if (Desk is null)
        {
            return Contract is null;
        }

        var months = await history.MonthsAsync(Desk.Id, cancel);
        Codes = MetricHistory.Codes(months);
        var code = Codes.FirstOrDefault(c => c == Metric) ?? Codes.FirstOrDefault(c => c == "IRS") ?? Codes.FirstOrDefault();
        if (code is null)
        {
            return true;
        }

        Shown = months.SelectMany(m => m.Content.Metrics).Last(m => m.Code == code);
        Weeks = MetricWeeks.Of(months, code);
        var failures = MetricHistory.Failures(Weeks, code);
        Chart = IsCount ? AttributeChart.OfCounts(failures) : AttributeChart.OfShares(failures);
        Forecast = BackTest.Run([.. Weeks.Select(w => (double)(Factor * w.Numerator / w.Denominator))], Ahead, 52, Shown.Unit == "%" ? 100 : double.MaxValue);
        return true;
    }
}
