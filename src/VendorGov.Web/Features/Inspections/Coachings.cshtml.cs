using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Talks after failed evaluations: held, acknowledged, looked at again.</summary>
[Permission(Permission.ViewInspections)]
public sealed class CoachingsModel(AppDb db, InspectionDesk desk, ContactDesk contacts, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public CoachingState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayCoach => user.Can(Permission.AnswerInspection);

    public bool MayOrder => user.Can(Permission.DirectTraining);

    public bool MayResample => user.Can(Permission.Inspect);

    public sealed class Line
    {
        public required Coaching Coaching { get; init; }
        public required decimal? Score { get; init; }
        public required int Resample { get; init; }

        /// <summary>The training that was ordered after the talk's evaluation.</summary>
        public Guid? Order { get; init; }
    }

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

        string[] head = ["agent", "score", "opened", "due", "state", "coach", "notes", "acknowledged", "resampled", "resamplePassed"];
        return ListDownload.Of("coaching", head.Select(h => text[$"inspections.column.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Coaching.Agent, l.Score, text.Instant(l.Coaching.OpenedAt), text.Instant(l.Coaching.DueAt), text.Of(l.Coaching.State), l.Coaching.Coach, l.Coaching.Notes,
            text.Instant(l.Coaching.AcknowledgedAt), l.Coaching.Resampled, l.Coaching.ResamplePassed]), format);
    }

    [Permission(Permission.AnswerInspection)]
    public Task<IActionResult> OnPostHoldAsync(Guid coaching, string? coach, string? notes, CancellationToken cancel) => ActAsync(
        coaching,
        found =>
        {
            found.Hold(Refusal.Within(coach, 80), Refusal.Within(notes, 2000), Desk!.Now);
            return Task.CompletedTask;
        },
        "inspections.talkHeld", cancel);

    [Permission(Permission.AnswerInspection)]
    public Task<IActionResult> OnPostAcknowledgeAsync(Guid coaching, CancellationToken cancel) => ActAsync(
        coaching, async found => found.Acknowledge(user.Name, (await desk.FacesAsync(found.ContractId, Desk!.Now, cancel)).Office, Desk.Now), "inspections.talkAcknowledged", cancel);

    /// <summary>Five more contacts of the agent, by the buyer's side.</summary>
    [Permission(Permission.Inspect)]
    public Task<IActionResult> OnPostResampleAsync(Guid coaching, CancellationToken cancel) => ActAsync(
        coaching,
        async found =>
        {
            if (found.State != CoachingState.Resample || await contacts.ResampleAsync(found, cancel) == 0)
            {
                throw new RuleViolationException("coaching-no-contacts");
            }
        },
        "inspections.resampleDrawn", cancel);

    private async Task<IActionResult> ActAsync(Guid id, Func<Coaching, Task> act, string told, CancellationToken cancel)
    {
        var found = await db.Coachings.SingleOrDefaultAsync(c => c.Id == id, cancel);
        Desk = found is null ? null : await contracts.ChooseAsync(found.ContractId.Value, cancel);
        if (found is null || Desk is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        try
        {
            await act(found);
            await db.SaveChangesAsync(cancel);
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
        return from c in db.Coachings.AsNoTracking()
               join e in db.Evaluations.AsNoTracking() on c.EvaluationId equals e.Id
               where c.ContractId == id && (State == null || c.State == State)
               orderby c.ClosedAt != null, c.DueAt, c.Agent
               select new Line
               {
                   Coaching = c, Score = e.Score, Resample = db.Evaluations.Count(r => r.CoachingId == c.Id),
                   Order = db.TrainingOrders.Where(t => t.Cause == TrainingCause.Inspection && t.CauseId == c.EvaluationId).Select(t => (Guid?)t.Id).FirstOrDefault(),
               };
    }
}
