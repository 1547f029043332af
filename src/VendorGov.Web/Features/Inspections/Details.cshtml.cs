using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>What one contact got and why; the vendor appeals here, item by item.</summary>
[Permission(Permission.ViewInspections)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFile.MaxFormBytes)]
[RequestSizeLimit(EvidenceFile.MaxFormBytes)]
public sealed class DetailsModel(AppDb db, InspectionDesk desk, ProofDesk proofs, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AppealForm Input { get; set; } = new();

    /// <summary>Proof that a script sent ahead.</summary>
    [BindProperty(Name = "files")]
    public List<Guid> Files { get; set; } = [];

    /// <summary>Proof that came with the form, where no script runs.</summary>
    [BindProperty(Name = "uploads")]
    public List<IFormFile> Uploads { get; set; } = [];

    public IReadOnlyList<DraftFile> Drafts { get; private set; } = [];

    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>Corrective actions that were demanded because of it.</summary>
    public IReadOnlyList<(Guid Id, string Number, string Title)> Actions { get; private set; } = [];

    public bool MayDemand => user.Can(Permission.DemandImprovement) && Evaluation is { State: EvaluationState.Submitted, RoundId: null, ShownAt: not null };

    public QaContact Contact { get; private set; } = null!;

    public QaForm QaForm { get; private set; } = null!;

    public string Outlet { get; private set; } = "";

    public IReadOnlyList<Appeal> Appeals { get; private set; } = [];

    public Coaching? Coaching { get; private set; }

    /// <summary>Other evaluations of the same contact that the reader may see.</summary>
    public IReadOnlyList<Evaluation> Others { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset? AppealBy { get; private set; }

    public bool Frozen { get; private set; }

    public bool MayAppeal => user.Can(Permission.AnswerInspection) && AppealBy >= Now && !Frozen && Appealable.Count > 0;

    public bool MayPublish => user.Can(Permission.ManageInspections) && Evaluation is { State: EvaluationState.Submitted, ShownAt: null, RoundId: null };

    public bool MayRescore => user.Can(Permission.Inspect) && Evaluation is { State: EvaluationState.Submitted, RoundId: null };

    public Answers Current => Evaluation.AnswersAt(Now);

    public IReadOnlyList<string> Appealable => [.. Evaluation.Answers.Items.Where(i => QaScoring.IsGap(i.Level)).Select(i => i.Code)
        .Concat(Evaluation.Answers.Fatal.Select(f => f.Code)).Where(code => Appeals.All(a => a.Code != code))];

    public sealed class AppealForm
    {
        [Required, StringLength(4), Display(Name = "inspections.item")]
        public string? Code { get; set; }

        [Display(Name = "inspections.wanted")]
        public Level? Wanted { get; set; }

        [Required, StringLength(Appeal.LongestReason), Display(Name = "inspections.appealReason")]
        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        return Evaluation.State == EvaluationState.Open && user.Can(Permission.Inspect) ? RedirectToPage("Score", new { Id }) : Page();
    }

    [Permission(Permission.AnswerInspection)]
    public Task<IActionResult> OnPostAppealAsync(CancellationToken cancel) => ActAsync(
        async () =>
        {
            // A file that came along is kept first, so that it survives whatever else is wrong.
            await KeepAsync(cancel);
            if (ModelState.IsValid)
            {
                var proof = await proofs.TakeAsync(Files, Id, cancel);
                await desk.AppealAsync(Evaluation, new AppealAsk(Input.Code!, Input.Reason!, Input.Wanted, proof), Me, cancel);
            }
        },
        "inspections.appealed", cancel);

    [Permission(Permission.ManageInspections)]
    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ActAsync(() => desk.PublishAsync(Evaluation, Contact, cancel), "inspections.published", cancel);
    }

    [Permission(Permission.Inspect)]
    public async Task<IActionResult> OnPostRescoreAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            return RedirectToPage("Score", new { id = (await desk.RescoreAsync(Evaluation, cancel)).Id });
        }
        catch (RuleViolationException e)
        {
            ModelState.Clear();
            ModelState.AddModelError("", text.Rule(e));
            return Page();
        }
    }

    private async Task KeepAsync(CancellationToken cancel)
    {
        foreach (var upload in Uploads.Where(u => u.Length > 0))
        {
            try
            {
                await using var content = upload.OpenReadStream();
                Files.Add((await proofs.ReceiveAsync(content, upload.FileName, Id, cancel)).Id);
            }
            catch (TabularRefusedException refused)
            {
                ModelState.AddModelError("files", text[refused.TextKey, [.. refused.Arguments]]);
            }
        }

        Uploads.Clear();
    }

    private Author Me => new(user.Id, user.Name, user.Side);

    private async Task<IActionResult> ActAsync(Func<Task> act, string told, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            await act();
            if (ModelState.IsValid)
            {
                TempData["Flash"] = text[told];
                return RedirectToPage(new { Id });
            }
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await FindAsync(cancel);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var found = await db.Evaluations.SingleOrDefaultAsync(e => e.Id == Id, cancel);
        if (found is null || (found.RoundId is { } round && found.ReviewerId != user.Id && !await db.CalibrationRounds.AnyAsync(r => r.Id == round && r.ClosedAt != null, cancel)))
        {
            return false;
        }

        Evaluation = found;
        Contact = await db.QaContacts.SingleAsync(c => c.Id == found.ContactId, cancel);
        QaForm = await db.QaForms.AsNoTracking().SingleAsync(f => f.Id == found.FormId, cancel);
        Outlet = await db.Outlets.AsNoTracking().Where(o => o.Id == found.OutletId).Select(o => o.Name).FirstOrDefaultAsync(cancel) ?? "";
        Appeals = await db.Appeals.AsNoTracking().Where(a => a.EvaluationId == Id).OrderBy(a => a.FiledAt).ToListAsync(cancel);
        Coaching = await db.Coachings.AsNoTracking().FirstOrDefaultAsync(c => c.EvaluationId == Id, cancel);
        Others = await db.Evaluations.AsNoTracking().Where(e => e.ContactId == found.ContactId && e.Id != Id && e.RoundId == null).OrderBy(e => e.OpenedAt).ToListAsync(cancel);
        Actions = [.. (await db.CorrectiveActions.AsNoTracking().Where(a => a.EvaluationId == Id).OrderBy(a => a.Number)
            .Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(cancel)).Select(a => (a.Id, a.Number, a.Title))];
        var (contract, month) = (found.ContractId, found.Month);
        Frozen = await db.Scorecards.AnyAsync(s => s.ContractId == contract && s.Month == month && s.State == ScorecardState.Published, cancel);
        AppealBy = found.ShownAt is { } shown ? Appeal.FileBy(shown, (await desk.FacesAsync(contract, shown, cancel)).Office) : null;
        Drafts = MayAppeal ? await proofs.DraftsAsync(Id, cancel) : [];
        return true;
    }
}
