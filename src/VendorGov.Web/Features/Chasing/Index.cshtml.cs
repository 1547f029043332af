using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Chasing;

/// <summary>Complaints that are not resolved: how old, how often chased, when next, and how much of the legal seven days is left.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, ClockFacesLoader faces, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    private const int MostExported = 5_000;

    public sealed record Row
    {
        public Issue Issue { get; init; } = null!;

        public string? Outlet { get; init; }

        public string? Vendor { get; init; }

        public DateTimeOffset? ToldDue { get; init; }

        public ClockState? ToldState { get; init; }

        public IReadOnlyList<int> Made { get; init; } = [];

        public DateTimeOffset? Next { get; init; }
    }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public CustomerTier? Tier { get; set; }

    /// <summary>Only those that were chased at least this often.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Chased { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Tier is not null || Chased is not null || !string.IsNullOrWhiteSpace(Q);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await ReadAsync(Sorted(found).Skip(Paging.Skip).Take(Paging.Size), cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await ReadAsync(Sorted(Found()).Take(MostExported), cancel);
        string[] head = ["number", "title1", "tier", "outlet", "vendor", "state", "filed", "told", "made", "next"];
        return ListDownload.Of("complaint-chasing", head.Select(h => text[$"chasing.{h}"]), rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Issue.Number, r.Issue.Title, r.Issue.CustomerTier?.ToString(), r.Outlet, r.Vendor, text.Of(r.Issue.State), text.Instant(r.Issue.FiledAt),
            text.Instant(r.ToldDue), string.Join(", ", r.Made), text.Instant(r.Next),
        ]), format);
    }

    private static IQueryable<Issue> Sorted(IQueryable<Issue> issues) =>
        issues.OrderBy(i => i.CustomerTier == CustomerTier.A ? 0 : 1).ThenBy(i => i.FiledAt).ThenBy(i => i.Id);

    private IQueryable<Issue> Found()
    {
        var open = db.Issues.AsNoTracking().Where(i => i.ProblemType == ProblemType.ComplaintMishandled && i.Source == null
            && (i.State == IssueState.New || i.State == IssueState.InProgress || i.State == IssueState.WaitingOnOutlet));
        open = Tier is { } tier ? open.Where(i => i.CustomerTier == tier) : open;
        open = Chased is { } least ? open.Where(i => db.ComplaintChases.Count(c => c.IssueId == i.Id) >= least) : open;
        return Q?.Trim() is { Length: > 0 } q ? open.Where(i => i.Number.Contains(q) || i.Title.Contains(q)) : open;
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(IQueryable<Issue> issues, CancellationToken cancel)
    {
        var rows = await issues.Select(i => new Row
        {
            Issue = i,
            Outlet = db.Outlets.Where(o => o.Id == i.OutletId).Select(o => o.Name).FirstOrDefault(),
            Vendor = db.Vendors.Where(v => v.Id == i.VendorId).Select(v => v.Name).FirstOrDefault(),
            ToldDue = db.Obligations.Where(o => o.IssueId == i.Id && o.Kind == ObligationKind.CustomerTold).Select(o => o.DueAt).FirstOrDefault(),
            ToldState = db.Obligations.Where(o => o.IssueId == i.Id && o.Kind == ObligationKind.CustomerTold).Select(o => (ClockState?)o.State).FirstOrDefault(),
        }).ToListAsync(cancel);
        var ids = rows.Select(r => r.Issue.Id).ToList();
        var made = (await db.ComplaintChases.AsNoTracking().Where(c => ids.Contains(c.IssueId)).ToListAsync(cancel)).ToLookup(c => c.IssueId);
        await faces.LoadAsync([.. rows.Select(r => (r.Issue.ContractId, r.Issue.TermsVersionId))], cancel);
        var told = new List<Row>(rows.Count);
        foreach (var row in rows)
        {
            var face = await faces.OfAsync(row.Issue.ContractId, row.Issue.TermsVersionId, cancel);
            var days = made[row.Issue.Id].Select(c => c.Day).ToHashSet();
            told.Add(row with
            {
                Made = [.. made[row.Issue.Id].Where(c => !c.PassedOver).Select(c => c.Day).Order()],
                Next = Issue.ChaseDays.Where(d => !days.Contains(d)).Select(d => (DateTimeOffset?)row.Issue.ChaseAt(d, face)).Min(),
            });
        }

        return told;
    }

    /// <summary>Whole calendar days in the reader's zone.</summary>
    public int DaysOpen(Issue issue) =>
        (TimeZoneInfo.ConvertTime(Now, user.Zone).Date - TimeZoneInfo.ConvertTime(issue.FiledAt, user.Zone).Date).Days;
}
