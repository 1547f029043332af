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
public sealed class IndexModel(AppDb db, CurrentUser user, TimeProvider clock, Text text, ScorecardBoard board, ScorecardLife life) : PageModel
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

    public bool SeesCredits => user.Can(Permission.ViewCredits);

    /// <summary>What waits for the reader: reviews of the vendor, appeals of headquarters; null for everyone else.</summary>
    public (int Count, DateTimeOffset? Next)? Turn { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        LastMonth = YearMonth.Of(clock.GetUtcNow(), user.Zone).AddMonths(-1);
        Months = await db.Scorecards.VisibleTo(user).Select(s => s.Month).Distinct().OrderByDescending(m => m)
            .ToListAsync(cancellationToken);
        var rows = Filter();
        Paging = Paging.Of(P, await rows.CountAsync(cancellationToken));
        Rows = await Sorted(rows).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellationToken);
        await ReadProgressAsync(cancellationToken);
        await ReadTurnAsync(cancellationToken);
    }

    private async Task ReadTurnAsync(CancellationToken cancellationToken)
    {
        List<DateTimeOffset?> due = user.Can(Permission.AnswerScorecard)
            ? await db.Scorecards.Where(s => s.State == ScorecardState.Review).Select(s => s.ReviewDueAt).ToListAsync(cancellationToken)
            : MayManage ? await db.ScorecardAppeals.Where(a => a.State == CardAppealState.Open).Select(a => (DateTimeOffset?)a.DueAt).ToListAsync(cancellationToken) : [];
        Turn = due.Count == 0 ? null : (due.Count, due.Min());
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        var rows = await Sorted(Filter()).Take(ExportLimit).ToListAsync(cancellationToken);
        string[] head = ["month", "vendor", "contract", "title", "revision", "score", "grade", "facts", "credit", "charge", "state"];
        var lines = rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Month.ToString(), r.Vendor, r.Contract, r.Title, r.Revision, r.Score, r.Grade?.ToString(), r.FactCount, r.Credit,
            r.Charge, text.Of(r.State),
        ]);
        return ListDownload.Of("scorecards", head.Select(h => text[$"scorecards.csv.{h}"]), lines, format);
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

        var published = await life.PublishDraftsAsync(month, user.Name, cancellationToken);
        TempData["Flash"] = published == 0 ? text["scorecards.publishedNone", month] : text["scorecards.publishedCount", published, month];
        return RedirectToPage(new { month = month.ToString() });
    }

    private IQueryable<Joined> Filter()
    {
        var rows =
            from s in db.Scorecards.AsNoTracking().VisibleTo(user)
            join v in db.Vendors on s.VendorId equals v.Id
            join c in db.Contracts on s.ContractId equals c.Id
            select new Joined { Card = s, Vendor = v, Contract = c };
        if (YearMonth.TryParse(Month, out var month))
        {
            rows = rows.Where(r => r.Card.Month == month);
        }

        if (State is { } state)
        {
            rows = rows.Where(r => r.Card.State == state);
        }

        var q = Q?.Trim();
        return string.IsNullOrEmpty(q)
            ? rows
            : rows.Where(r => r.Vendor.Name.Contains(q) || r.Vendor.Code.Contains(q)
                || r.Contract.Number.Contains(q) || r.Contract.Title.Contains(q));
    }

    private IQueryable<Row> Sorted(IQueryable<Joined> rows) => (Sort switch
    {
        "score" => rows.OrderBy(r => (double?)r.Card.Score),
        "-score" => rows.OrderByDescending(r => (double?)r.Card.Score),
        "facts" => rows.OrderBy(r => r.Card.FactCount),
        "-facts" => rows.OrderByDescending(r => r.Card.FactCount),
        "credit" => rows.OrderBy(r => (double)r.Card.CreditAmount),
        "-credit" => rows.OrderByDescending(r => (double)r.Card.CreditAmount),
        "vendor" => rows.OrderBy(r => r.Vendor.Name),
        "-vendor" => rows.OrderByDescending(r => r.Vendor.Name),
        "month" => rows.OrderBy(r => r.Card.Month),
        _ => rows.OrderByDescending(r => r.Card.Month),
    }).ThenBy(r => r.Vendor.Name).ThenBy(r => r.Contract.Number).ThenByDescending(r => r.Card.Revision)
        .Select(r => new Row(
            r.Card.Id, r.Card.Month, r.Card.Revision, r.Card.State, r.Vendor.Name, r.Contract.Number, r.Contract.Title, r.Card.Score,
            r.Card.Grade, r.Card.FactCount, r.Card.CreditAmount, r.Card.Charge, r.Contract.Currency));

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
        ScorecardId Id, YearMonth Month, int Revision, ScorecardState State, string Vendor, string Contract, string Title,
        decimal? Score, Grade? Grade, int FactCount, decimal Credit, decimal Charge, string Currency);

    private sealed class Joined
    {
        public required Scorecard Card { get; init; }
        public required Vendor Vendor { get; init; }
        public required Domain.Contracts.Contract Contract { get; init; }
    }
}
