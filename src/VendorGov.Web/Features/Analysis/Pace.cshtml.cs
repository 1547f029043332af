using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Analysis;

/// <summary>Which metrics will miss their target at this pace, and how many misses are still allowed.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class PaceModel(PaceReader reader, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    /// <summary>Only this outlook.</summary>
    [BindProperty(SupportsGet = true)]
    public Outlook? Only { get; set; }

    public IReadOnlyList<PaceLine> All { get; private set; } = [];

    public IReadOnlyList<PaceGap> Gaps { get; private set; } = [];

    public IEnumerable<PaceLine> Lines => All.Where(l => Only is null || l.Warning.Outlook == Only);

    public YearMonth Month { get; private set; }

    public int Day { get; private set; }

    public int Days { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        string[] heads = ["vendor", "contract", "metric", "outlook", "chance", "allowed", "met", "missed", "open", "expected", "days", "numerator", "denominator", "needed", "target", "value", "low", "high"];
        return ListDownload.Of($"pace-{Month}", heads.Select(h => text[$"analysis.col.{h}"]), Lines.Select(l => (IReadOnlyList<object?>)
        [
            l.Vendor, l.Number, NameOf(l.Code), text.Of(l.Warning.Outlook), Math.Round(100 * l.Warning.Chance, 1),
            Counted(l, l.Warning.Allowed), Counted(l, l.Pace.Met), Counted(l, l.Pace.Missed), Counted(l, l.Pace.Open), Counted(l, l.Pace.Expected),
            l.Days?.Days, l.Days?.Numerator, l.Days?.Denominator, l.Days?.Needed is { } needed ? Math.Round(needed, 2) : null, l.Target, Math.Round(l.Warning.Value, 2), Math.Round(l.Warning.Low, 2), Math.Round(l.Warning.High, 2),
        ]), format);
    }

    public string NameOf(string code) => text.Pick(MetricCatalogue.Find(code).Zh, MetricCatalogue.Find(code).En);

    private static int? Counted(PaceLine line, int count) => line.Days is null ? count : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, user.Zone).DateTime);
        (Month, Day, Days) = (YearMonth.Of(today), today.Day, YearMonth.Of(today).LastDay.Day);
        (All, Gaps) = await reader.ReadAsync(now, user.Zone, peek: false, cancel);
    }
}
