using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>The scorecards of a month, or of all months.</summary>
[Permission(Permission.ViewScorecards)]
public sealed class IndexModel(AppDb db, CurrentUser user, TimeProvider clock, Text text, ScorecardBoard board) : PageModel
{
    private const int ExportLimit = 5_000;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScorecardState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    /// <summary>Set by the run button: when the run was asked for, in Unix milliseconds.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Since { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    public RunProgress? Progress { get; private set; }

    public YearMonth LastMonth { get; private set; }

    public bool Filtered => State is not null || !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Month);

    public bool MayManage => user.Can(Permission.ManageScorecards);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        LastMonth = YearMonth.Of(clock.GetUtcNow(), user.Zone).AddMonths(-1);
        Months = await db.Scorecards.VisibleTo(user).Select(s => s.Month).Distinct().OrderByDescending(m => m)
            .ToListAsync(cancellationToken);
        var rows = Sorted(Filter());
        Paging = Paging.Of(P, await rows.CountAsync(cancellationToken));
        Rows = await rows.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken);
        await ReadProgressAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        var rows = await Sorted(Filter()).Take(ExportLimit).ToListAsync(cancellationToken);
        string[] head = ["month", "vendor", "contract", "title", "revision", "score", "grade", "facts", "credit", "charge", "state"];
        var lines = rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Month.ToString(), r.Vendor, r.Contract, r.Title, r.Revision, r.Score, r.Grade?.ToString(), r.FactCount, r.Credit,
            r.Charge, text.Of(r.State),
        ]);
        return File(CsvFile.Of(head.Select(h => text[$"scorecards.csv.{h}"]), lines), CsvFile.ContentType, "scorecards.csv");
    }

    [Permission(Permission.ManageScorecards)]
    public async Task<IActionResult> OnPostRunAsync(string? runMonth, CancellationToken cancellationToken)
    {
        if (!YearMonth.TryParse(runMonth, out var month) || month > YearMonth.Of(clock.GetUtcNow(), user.Zone))
        {
            ModelState.AddModelError(nameof(runMonth), text["scorecards.monthNeeded"]);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        var since = clock.GetUtcNow();
        await board.AskAsync(user.TenantId, month, cancellationToken);
        return RedirectToPage(new { month = month.ToString(), since = since.ToUnixTimeMilliseconds() });
    }

    [Permission(Permission.ManageScorecards)]
    public async Task<IActionResult> OnPostPublishAllAsync(string? publishMonth, CancellationToken cancellationToken)
    {
        if (!YearMonth.TryParse(publishMonth, out var month))
        {
            return NotFound();
        }

        var published = await board.PublishAsync(month, user.Name, cancellationToken);
        TempData["Flash"] = text["scorecards.publishedCount", published, month];
        return RedirectToPage(new { month = month.ToString() });
    }

    private IQueryable<Row> Filter()
    {
        var rows =
            from s in db.Scorecards.AsNoTracking().VisibleTo(user)
            join v in db.Vendors on s.VendorId equals v.Id
            join c in db.Contracts on s.ContractId equals c.Id
            select new Row(
                s.Id, s.Month, s.Revision, s.State, v.Name, v.Code, c.Number, c.Title, s.Score, s.Grade, s.FactCount,
                s.CreditAmount, s.Charge, c.Currency, s.DraftedAt, s.PublishedAt);
        if (YearMonth.TryParse(Month, out var month))
        {
            rows = rows.Where(r => r.Month == month);
        }

        if (State is { } state)
        {
            rows = rows.Where(r => r.State == state);
        }

        var q = Q?.Trim();
        return string.IsNullOrEmpty(q)
            ? rows
            : rows.Where(r => r.Vendor.Contains(q) || r.Contract.Contains(q) || r.Title.Contains(q) || r.VendorCode.Contains(q));
    }

    private IQueryable<Row> Sorted(IQueryable<Row> rows) => (Sort switch
    {
        "score" => rows.OrderBy(r => (double?)r.Score),
        "-score" => rows.OrderByDescending(r => (double?)r.Score),
        "facts" => rows.OrderBy(r => r.FactCount),
        "-facts" => rows.OrderByDescending(r => r.FactCount),
        "credit" => rows.OrderBy(r => (double)r.Credit),
        "-credit" => rows.OrderByDescending(r => (double)r.Credit),
        "vendor" => rows.OrderBy(r => r.Vendor),
        "-vendor" => rows.OrderByDescending(r => r.Vendor),
        "month" => rows.OrderBy(r => r.Month),
        _ => rows.OrderByDescending(r => r.Month),
    }).ThenBy(r => r.Vendor).ThenBy(r => r.Contract).ThenByDescending(r => r.Revision);

    // While a run is under way the page asks again every two seconds.
    private async Task ReadProgressAsync(CancellationToken cancellationToken)
    {
        if (Since is { } since && MayManage && YearMonth.TryParse(Month, out var month))
        {
            Progress = await board.ProgressAsync(
                user.TenantId, month, DateTimeOffset.FromUnixTimeMilliseconds(since), cancellationToken);
            if (Progress.Running)
            {
                Response.Headers["Refresh"] = "2";
            }
        }
    }

    public sealed record Row(
        ScorecardId Id, YearMonth Month, int Revision, ScorecardState State, string Vendor, string VendorCode, string Contract,
        string Title, decimal? Score, Grade? Grade, int FactCount, decimal Credit, decimal Charge, string Currency,
        DateTimeOffset DraftedAt, DateTimeOffset? PublishedAt);
}
