using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Charts;

namespace VendorGov.Web.Features.Reviews;

/// <summary>A vendor's quarter at a glance, to be opened on the screen and taken to the meeting as PDF.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class DetailsModel(QuarterReader reader, QuarterPack pack, CurrentUser user, Text text) : PageModel
{
    public QuarterReview Review { get; private set; } = null!;

    public LineChart Trend => new(
        text["reviews.trend"], [.. Review.Trend.Select(t => text.Pick($"{t.Month.Month}月", t.Month.ToString()[2..]))],
        [new ChartLine("", [.. Review.Trend.Select(t => (double?)t.Score)], "s0")], Floor: 0, Ceiling: 100);

    public ParetoChart Pareto => new(text["reviews.issues"], Review.Types, Review.Types.ToDictionary(t => t.Code, t => text[$"reviews.short.{t.Code}"]));

    public async Task<IActionResult> OnGetAsync(Guid vendor, string? quarter, CancellationToken cancel) =>
        await ReadAsync(vendor, quarter, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(Guid vendor, string? quarter, string? lang, CancellationToken cancel)
    {
        if (!await ReadAsync(vendor, quarter, cancel))
        {
            return NotFound();
        }

        var words = Text.For(lang == "en" ? Text.English : Text.Chinese, user.Zone);
        return File(pack.Render(Review, words), "application/pdf", $"review-{Review.Code}-{Review.Quarter}.pdf");
    }

    private async Task<bool> ReadAsync(Guid vendor, string? quarter, CancellationToken cancel)
    {
        if (!Quarter.TryParse(quarter, out var asked) || await reader.ReadAsync(new VendorId(vendor), asked, cancel) is not { } review)
        {
            return false;
        }

        Review = review;
        return true;
    }
}
