using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Reviews;

/// <summary>Quarters that can be reviewed, and a month's scorecards in one archive.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class IndexModel(QuarterReader reader, MonthZip zip, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Vendor { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    public IReadOnlyList<(VendorId Vendor, string Name, Quarter Quarter, int Cards)> All { get; private set; } = [];

    public IReadOnlyList<(VendorId Vendor, string Name, Quarter Quarter, int Cards)> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IEnumerable<YearMonth> Months => All.Select(r => r.Quarter).Distinct().SelectMany(q => q.Months).OrderDescending();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await reader.ListAsync(cancel);
        var rows = All.Where(r => (Vendor is null || r.Vendor.Value == Vendor) && (string.IsNullOrEmpty(Quarter) || r.Quarter.ToString() == Quarter)).ToList();
        Paging = Paging.Of(P, rows.Count);
        Rows = [.. rows.Skip(Paging.Skip).Take(Paging.Size)];
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        string[] heads = ["vendor", "quarterHead", "cards"];
        return ListDownload.Of("reviews", heads.Select(h => text[$"reviews.{h}"]), (await reader.ListAsync(cancel)).Select(r => (IReadOnlyList<object?>)
            [r.Name, r.Quarter.ToString(), r.Cards]), format);
    }

    /// <summary>Streams the archive of a month; 404 where the reader sees no scorecard of it.</summary>
    public async Task<IActionResult> OnGetZipAsync(string? month, string? lang, CancellationToken cancel)
    {
        var cards = YearMonth.TryParse(month, out var asked) ? await zip.CardsAsync(asked, cancel) : [];
        if (cards.Count == 0)
        {
            return NotFound();
        }

        // The archive writes heads and its directory without waiting; buffering it instead would hold the whole month in memory.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"scorecards-{asked}.zip\"";
        await zip.WriteAsync(Response.Body, cards, lang == "en" ? "en" : "zh-CN", cancel);
        return new EmptyResult();
    }
}
