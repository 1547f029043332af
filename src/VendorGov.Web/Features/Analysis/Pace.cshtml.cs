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

    public IEnumerable<PaceLine> Lines => All.Where(l => Only is null || l.Warning.Outlook == Only);

    public YearMonth Month { get; private set; }

    public int Day { get; private set; }

    public int Days { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        string[] heads = ["vendor", "contract", "metric", "outlook", "chance", "allowed", "met", "missed", "open", "expected", "target", "value", "low", "high"];
        return ListDownload.Of($"pace-{Month}", heads.Select(h => text[$"analysis.col.{h}"]), Lines.Select(l => (IReadOnlyList<object?>)
        [
            l.Vendor, l.Number, NameOf(l), text.Of(l.Warning.Outlook), Math.Round(100 * l.Warning.Chance, 1), l.Warning.Allowed, l.Pace.Met, l.Pace.Missed,
            l.Pace.Open, l.Pace.Expected, l.Target, Math.Round(l.Warning.Value, 2), Math.Round(l.Warning.Low, 2), Math.Round(l.Warning.High, 2),
        ]), format);
    }

    public string NameOf(PaceLine line) => text.Pick(MetricCatalogue.Find(line.Code).Zh, MetricCatalogue.Find(line.Code).En);

    private async Task ReadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, user.Zone).DateTime);
        (Month, Day, Days) = (YearMonth.Of(today), today.Day, YearMonth.Of(today).LastDay.Day);
        All = await reader.ReadAsync(now, user.Zone, cancel);
    }
}
