using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Inspections;

public enum TaskFilter
{
    Todo,
    Passed,
    Failed,
    Fatal,
    Hidden,
    Skipped,
}

/// <summary>What is to be scored and what was; a vendor sees what was published. Blind tasks of others stay out until their round is closed.</summary>
[Permission(Permission.ViewInspections)]
public sealed class IndexModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public TaskFilter? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public EvaluationPurpose? Purpose { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public int Open { get; private set; }

    public bool MayScore => user.Can(Permission.Inspect);

    public bool IsVendor => user.Side == Side.Vendor;

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    public TaskFilter Filter => Show ?? (MayScore ? TaskFilter.Todo : TaskFilter.Failed);

    public sealed class Line
    {
        public required Evaluation Evaluation { get; init; }
        public required DateTimeOffset StartedAt { get; init; }
        public required string ExternalId { get; init; }
        public required Channel Channel { get; init; }
        public required InspectionKind Kind { get; init; }
        public string? Reason { get; init; }
        public string? Outlet { get; init; }
        public bool Heard { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        Months = [.. Enumerable.Range(0, 7).Select(back => Desk.Month.AddMonths(-back))];
        var found = Found(Filter);
        Open = MayScore ? await Found(TaskFilter.Todo).CountAsync(cancel) : 0;
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await Sorted(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["contact", "started", "agent", "outlet", "channel", "reason", "purpose", "state", "score", "passed", "fatal", "reviewer", "submitted"];
        var lines = await Sorted(Found(Filter)).ToListAsync(cancel);
        return ListDownload.Of("inspections", head.Select(h => text[$"inspections.column.{h}"]), lines.Select(l => (IReadOnlyList<object?>)[
            l.ExternalId, text.Instant(l.StartedAt), l.Evaluation.Agent, l.Outlet, text.Of(l.Channel), l.Reason, text.Of(l.Evaluation.Purpose), text.Of(l.Evaluation.State),
            l.Evaluation.Score, l.Evaluation.Score is null ? null : text[l.Evaluation.Passed ? "inspections.passed" : "inspections.failed"],
            l.Evaluation.HasFatal ? text["inspections.fatal"] : null, l.Evaluation.ReviewerName, text.Instant(l.Evaluation.SubmittedAt)]), format);
    }

    /// <summary>The task that is scored next: begun ones first, then the oldest contact.</summary>
    public async Task<IActionResult> OnGetNextAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        var next = Desk is null ? null : await Sorted(Found(TaskFilter.Todo)).Select(l => (Guid?)l.Evaluation.Id).FirstOrDefaultAsync(cancel);
        return next is { } id ? RedirectToPage("Score", new { id }) : RedirectToPage(new { contract = Contract });
    }

    private IQueryable<Line> Found(TaskFilter filter)
    {
        var (id, me, q) = (Desk!.Contract.Id, user.Id, Q?.Trim());
        var rows = db.Evaluations.AsNoTracking().Where(e => e.ContractId == id && e.Purpose != EvaluationPurpose.Calibration);
        rows = filter switch
        {
            TaskFilter.Todo => rows.Where(e => e.State == EvaluationState.Open && (e.ReviewerId == null || e.ReviewerId == me)),
            TaskFilter.Passed => rows.Where(e => e.State == EvaluationState.Submitted && e.Passed),
            TaskFilter.Failed => rows.Where(e => e.State == EvaluationState.Submitted && !e.Passed && e.Raw != null),
            TaskFilter.Fatal => rows.Where(e => e.State == EvaluationState.Submitted && e.HasFatal),
            TaskFilter.Hidden => rows.Where(e => e.State == EvaluationState.Submitted && e.ShownAt == null),
            _ => rows.Where(e => e.State == EvaluationState.Skipped),
        };
        if (YearMonth.TryParse(Month, out var month))
        {
            rows = rows.Where(e => e.Month == month);
        }

        if (Purpose is { } purpose)
        {
            rows = rows.Where(e => e.Purpose == purpose);
        }

        return from e in rows
               join c in db.QaContacts.AsNoTracking() on e.ContactId equals c.Id
               join o in db.Outlets.AsNoTracking() on e.OutletId equals o.Id
               where string.IsNullOrEmpty(q) || c.ExternalId.Contains(q) || c.Agent.Contains(q) || (c.Waybill != null && c.Waybill.Contains(q))
               select new Line
               {
                   Evaluation = e, StartedAt = c.StartedAt, ExternalId = c.ExternalId, Channel = c.Channel, Kind = c.Kind, Reason = c.Reason, Outlet = o.Name,
                   Heard = c.Recording != null,
               };
    }

    private IQueryable<Line> Sorted(IQueryable<Line> lines) => Sort switch
    {
        "score" => lines.OrderBy(l => l.Evaluation.Score).ThenBy(l => l.StartedAt),
        "-score" => lines.OrderByDescending(l => l.Evaluation.Score).ThenBy(l => l.StartedAt),
        "agent" => lines.OrderBy(l => l.Evaluation.Agent).ThenBy(l => l.StartedAt),
        "-agent" => lines.OrderByDescending(l => l.Evaluation.Agent).ThenBy(l => l.StartedAt),
        "-started" => lines.OrderByDescending(l => l.StartedAt),
        "started" => lines.OrderBy(l => l.StartedAt),
        _ => lines.OrderByDescending(l => l.Evaluation.DraftedAt != null && l.Evaluation.SubmittedAt == null).ThenByDescending(l => l.Evaluation.SubmittedAt).ThenBy(l => l.StartedAt),
    };

}
