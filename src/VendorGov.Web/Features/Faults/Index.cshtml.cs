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

namespace VendorGov.Web.Features.Faults;

public enum FaultView
{
    /// <summary>Not over yet.</summary>
    Ongoing,
    /// <summary>No cause was stated.</summary>
    NoCause,
    /// <summary>Some missed contacts were not called.</summary>
    CallsLeft,
}

/// <summary>Technical faults: report and cause clocks, and how far the missed contacts are.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;
    private static readonly string[] Heads =
        ["number", "title", "kind", "started", "learned", "ended", "users", "workaround", "report", "cause", "causeDue", "missed", "called", "outlet", "vendor"];

    public sealed class Line
    {
        public required Issue Issue { get; init; }
        public Fault? Fault { get; init; }
        public ClockState? Report { get; init; }
        public ClockState? Cause { get; init; }
        public DateTimeOffset? CauseDue { get; init; }
        public int Missed { get; init; }
        public int Called { get; init; }

        public ClockState? CauseAt(DateTimeOffset now) => Cause == ClockState.Running && CauseDue < now ? ClockState.Breached : Cause;
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public FaultView? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public FaultKind? Kind { get; set; }

    public IReadOnlyList<Line> Rows { get; private set; } = [];

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Filter.Narrows || Kind is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Find();
        Paging = Paging.Of(Filter.P, await found.CountAsync(cancel));
        Rows = await Read(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await Read(Find()).Take(MostExported).ToListAsync(cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, user.Zone).DateTime : null;
        return ListDownload.Of(text["faults.file"], Heads.Select(h => text["faults.col." + h]), rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Issue.Number, r.Issue.Title, text.Of(r.Fault?.Kind), Wall(r.Fault?.StartedAt), Wall(r.Fault?.LearnedAt), Wall(r.Fault?.EndedAt),
            r.Fault?.UsersAffected, r.Fault?.Workaround, text.Of(r.Report), r.Fault?.Cause, Wall(r.CauseDue), r.Missed, r.Called,
            parties.Of(r.Issue.OutletId), parties.Of(r.Issue.VendorId),
        ]), format);
    }

    /// <summary>Every P4 issue; one whose fields nobody entered yet is in the list too.</summary>
    private IQueryable<Issue> Find()
    {
        var issues = Filter.OfParties(db.Issues.AsNoTracking().Where(i => i.ProblemType == ProblemType.TechnicalFault));
        issues = View switch
        {
            FaultView.Ongoing => issues.Where(i => db.Faults.Any(f => f.IssueId == i.Id && f.EndedAt == null)),
            FaultView.NoCause => issues.Where(i => i.Obligations.Any(o => o.Kind == ObligationKind.RootCause && (o.State == ClockState.Running || o.State == ClockState.Breached))),
            FaultView.CallsLeft => issues.Where(i => db.MissedContacts.Any(m => m.IssueId == i.Id && m.CalledAt == null)),
            _ => issues,
        };
        issues = Kind is { } kind ? issues.Where(i => db.Faults.Any(f => f.IssueId == i.Id && f.Kind == kind)) : issues;
        issues = Filter.Begin(user.Zone) is { } begin ? issues.Where(i => i.FiledAt >= begin) : issues;
        issues = Filter.End(user.Zone) is { } end ? issues.Where(i => i.FiledAt < end) : issues;
        return Filter.Words is not { } words ? issues : issues.Where(i => i.Number.ToLower().Contains(words) || i.Title.ToLower().Contains(words));
    }

    private IQueryable<Line> Read(IQueryable<Issue> issues) => issues.OrderByDescending(i => i.FiledAt).ThenBy(i => i.Id).Select(i => new Line
    {
        Issue = i,
        Fault = db.Faults.FirstOrDefault(f => f.IssueId == i.Id),
        Report = i.Obligations.Where(o => o.Kind == ObligationKind.FaultReport).Select(o => (ClockState?)o.State).FirstOrDefault(),
        Cause = i.Obligations.Where(o => o.Kind == ObligationKind.RootCause).Select(o => (ClockState?)o.State).FirstOrDefault(),
        CauseDue = i.Obligations.Where(o => o.Kind == ObligationKind.RootCause).Select(o => o.DueAt).FirstOrDefault(),
        Missed = db.MissedContacts.Count(m => m.IssueId == i.Id),
        Called = db.MissedContacts.Count(m => m.IssueId == i.Id && m.CalledAt != null),
    });
}
