using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Investigations;

public enum InvestigationView
{
    Owed,
    Overdue,
    Submitted,
    Returned,
    Accepted,
}

/// <summary>Investigations that are owed, submitted and judged.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;
    private static readonly string[] Heads = ["number", "title", "state", "due", "clock", "submitted", "cause", "responsible", "remedy", "outlet", "vendor"];

    public sealed class Line
    {
        public required Issue Issue { get; init; }
        public required Obligation Owed { get; init; }
        public Investigation? Investigation { get; init; }

        public InvestigationState State => Investigation?.State ?? InvestigationState.Owed;

        public bool IsLate(DateTimeOffset now) => Owed.State == ClockState.Breached || (Owed.State == ClockState.Running && Owed.DueAt < now);
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public InvestigationView? View { get; set; }

    public IReadOnlyList<Line> Rows { get; private set; } = [];

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Find();
        Paging = Paging.Of(Filter.P, await found.CountAsync(cancel));
        Rows = await Sorted(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await Sorted(Find()).Take(MostExported).ToListAsync(cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, user.Zone).DateTime : null;
        return ListDownload.Of(text["investigations.file"], Heads.Select(h => text["investigations.col." + h]), rows.Select(r =>
        {
            var last = r.Investigation?.Rounds.LastOrDefault();
            return (IReadOnlyList<object?>)
            [
                r.Issue.Number, r.Issue.Title, text.Of(r.State), Wall(r.Owed.DueAt), text.Of(r.IsLate(Now) ? ClockState.Breached : r.Owed.State),
                Wall(last?.SubmittedAt), last?.Form.Cause, text.Of(last?.Form.Responsible), last?.Form.Remedy, parties.Of(r.Issue.OutletId), parties.Of(r.Issue.VendorId),
            ];
        }), format);
    }

    private IQueryable<Line> Find()
    {
        var lines =
            from i in Filter.OfParties(db.Issues.AsNoTracking())
            join o in db.Obligations.AsNoTracking() on i.Id equals o.IssueId
            join v in db.Investigations.AsNoTracking() on i.Id equals v.IssueId into written
            from v in written.DefaultIfEmpty()
            where o.Kind == ObligationKind.Investigate
            select new Line { Issue = i, Owed = o, Investigation = v };
        lines = View switch
        {
            InvestigationView.Owed => lines.Where(l => l.Investigation == null && l.Owed.State != ClockState.Cancelled),
            InvestigationView.Overdue => lines.Where(l => l.Owed.State == ClockState.Breached || (l.Owed.State == ClockState.Running && l.Owed.DueAt < Now)),
            InvestigationView.Submitted => lines.Where(l => l.Investigation != null && l.Investigation.State == InvestigationState.Submitted),
            InvestigationView.Returned => lines.Where(l => l.Investigation != null && l.Investigation.State == InvestigationState.Returned),
            InvestigationView.Accepted => lines.Where(l => l.Investigation != null && l.Investigation.State == InvestigationState.Accepted),
            _ => lines,
        };
        lines = Filter.Begin(user.Zone) is { } begin ? lines.Where(l => l.Owed.DueAt >= begin) : lines;
        lines = Filter.End(user.Zone) is { } end ? lines.Where(l => l.Owed.DueAt < end) : lines;
        return Filter.Words is not { } words ? lines
            : lines.Where(l => l.Issue.Number.ToLower().Contains(words) || l.Issue.Title.ToLower().Contains(words));
    }

    /// <summary>What is still to be written first, by due time.</summary>
    private static IQueryable<Line> Sorted(IQueryable<Line> lines) => lines
        .OrderBy(l => l.Owed.State == ClockState.Breached || l.Owed.State == ClockState.Running ? 0 : 1).ThenByDescending(l => l.Owed.DueAt).ThenBy(l => l.Issue.Id);
}
