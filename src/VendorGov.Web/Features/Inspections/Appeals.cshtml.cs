using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Appeals with their clocks: another reviewer answers, headquarters have the final word.</summary>
[Permission(Permission.ViewInspections)]
public sealed class AppealsModel(AppDb db, InspectionDesk desk, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public AppealState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool IsVendor => user.Can(Permission.AnswerInspection);

    public sealed class Line
    {
        public required Appeal Appeal { get; init; }
        public required string Agent { get; init; }
        public required UserId? Reviewer { get; init; }
        public required decimal? Score { get; init; }
        public required string Contact { get; init; }
    }

    /// <summary>Another one than who scored; the final word is headquarters'.</summary>
    public bool MayAnswer(Line line) => line.Appeal.State switch
    {
        AppealState.Open => user.Can(Permission.ManageInspections) && line.Reviewer != user.Id,
        AppealState.Final => user.Can(Permission.EditQaForm) && line.Reviewer != user.Id && line.Appeal.AnsweredById != user.Id,
        _ => false,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["contact", "agent", "item", "appealReason", "filed", "due", "state", "answer", "finalAnswer"];
        return ListDownload.Of("appeals", head.Select(h => text[$"inspections.column.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Contact, l.Agent, l.Appeal.Code, l.Appeal.Reason, text.Instant(l.Appeal.FiledAt), text.Instant(l.Appeal.DueAt), text.Of(l.Appeal.State), l.Appeal.Answer, l.Appeal.FinalAnswer]), format);
    }

    [Permission(Permission.ManageInspections)]
    public Task<IActionResult> OnPostAnswerAsync(Guid appeal, bool? upheld, string? answer, CancellationToken cancel) => ActAsync(
        appeal,
        found => upheld is not { } word ? throw new RuleViolationException("appeal-answer")
            : found.State == AppealState.Final && !user.Can(Permission.EditQaForm) ? throw new RuleViolationException("appeal-headquarters")
            : desk.AnswerAsync(found, word, answer, Me, cancel),
        "inspections.answered", cancel);

    [Permission(Permission.AnswerInspection)]
    public Task<IActionResult> OnPostFinalAsync(Guid appeal, string? reason, CancellationToken cancel) =>
        ActAsync(appeal, found => desk.AskFinalAsync(found, Refusal.Within(reason, Appeal.LongestReason), Me, cancel), "inspections.finalAsked", cancel);

    private Author Me => new(user.Id, user.Name, user.Side);

    private async Task<IActionResult> ActAsync(Guid id, Func<Appeal, Task> act, string told, CancellationToken cancel)
    {
        var found = await db.Appeals.SingleOrDefaultAsync(a => a.Id == id, cancel);
        Desk = found is null ? null : await contracts.ChooseAsync(found.ContractId.Value, cancel);
        if (found is null || Desk is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        try
        {
            await act(found);
            TempData["Flash"] = text[told];
            return RedirectToPage(new { contract = found.ContractId.Value, state = State });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    private IQueryable<Line> Found()
    {
        var id = Desk!.Contract.Id;
        return from a in db.Appeals.AsNoTracking()
               join e in db.Evaluations.AsNoTracking() on a.EvaluationId equals e.Id
               join c in db.QaContacts.AsNoTracking() on e.ContactId equals c.Id
               where a.ContractId == id && (State == null || a.State == State)
               orderby (a.State == AppealState.Open || a.State == AppealState.Final) descending, a.DueAt
               select new Line { Appeal = a, Agent = e.Agent, Reviewer = e.ReviewerId, Score = e.Score, Contact = c.ExternalId };
    }
}
