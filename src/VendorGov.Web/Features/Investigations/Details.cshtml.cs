using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Investigations;

/// <summary>
/// The vendor's internal investigation of one issue: written, kept as a draft, submitted; accepted or returned by the buyer. A draft is
/// read for the vendor alone.
/// </summary>
[Permission(Permission.ViewIssues)]
public sealed class DetailsModel(AppDb db, ClockFacesLoader faces, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class Writing
    {
        [StringLength(4000), Display(Name = "investigations.facts")]
        public string? Facts { get; set; }

        [StringLength(4000), Display(Name = "investigations.cause")]
        public string? Cause { get; set; }

        public Attribution? Responsible { get; set; }

        [StringLength(4000), Display(Name = "investigations.responsibility")]
        public string? Responsibility { get; set; }

        [StringLength(4000), Display(Name = "investigations.remedy")]
        public string? Remedy { get; set; }

        public InvestigationForm Form => new(Blank(Facts), Blank(Cause), Responsible, Blank(Responsibility), Blank(Remedy));

        private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }

    [BindProperty]
    public Writing Input { get; set; } = new();

    public Issue Issue { get; private set; } = null!;

    public Investigation? Investigation { get; private set; }

    /// <summary>The vendor's own; null for everybody else.</summary>
    public InvestigationDraft? Draft { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Obligation? Clock => Issue.Obligations.FirstOrDefault(o => o.Kind == ObligationKind.Investigate);

    public InvestigationState State => Investigation?.State ?? InvestigationState.Owed;

    public bool MayWrite => user.Can(Permission.AnswerIssue) && Issue.State != IssueState.Withdrawn
        && State is InvestigationState.Owed or InvestigationState.Returned;

    public bool MayJudge => user.Can(Permission.JudgeIssue) && State == InvestigationState.Submitted;

    public bool MayDemand => user.Can(Permission.JudgeIssue) && Clock is null && Issue.State != IssueState.Withdrawn;

    private Author Me => new(user.Id, user.Name, user.Side);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (MayWrite)
        {
            var form = Draft?.Form ?? Investigation?.Rounds.LastOrDefault()?.Form ?? InvestigationForm.Blank;
            Input = new Writing
            {
                Facts = form.Facts, Cause = form.Cause, Responsible = form.Responsible, Responsibility = form.Responsibility, Remedy = form.Remedy,
            };
        }

        return Page();
    }

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken cancel) => ActAsync(id, "investigations.kept", _ =>
    {
        if (!MayWrite)
        {
            throw new RuleViolationException("investigation-submitted");
        }

        if (Draft is null)
        {
            db.InvestigationDrafts.Add(Draft = new InvestigationDraft(Issue));
        }

        Draft.Keep(Input.Form, user.Name, Now);
    }, cancel);

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken cancel) => ActAsync(id, "investigations.sent", face =>
    {
        Issue.Sweep(face, Now);
        var made = Issue.SubmitInvestigation(Investigation, Input.Form, Me, face, Now);
        if (Investigation is null)
        {
            db.Investigations.Add(made);
        }

        if (Draft is not null)
        {
            db.InvestigationDrafts.Remove(Draft);
        }
    }, cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostAcceptAsync(Guid id, [StringLength(2000)] string? reason, CancellationToken cancel) =>
        ActAsync(id, "investigations.accepted", face => Judge(true, reason, face), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostReturnAsync(Guid id, [StringLength(2000)] string? reason, CancellationToken cancel) =>
        ActAsync(id, "investigations.returned", face => Judge(false, reason, face), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostDemandAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "investigations.demanded", face => Issue.DemandInvestigation(Me, face, Now), cancel);

    private void Judge(bool accept, string? reason, ClockFaces face)
    {
        if (Investigation is null)
        {
            throw new RuleViolationException("investigation-not-submitted");
        }

        Issue.JudgeInvestigation(Investigation, Me, accept, reason, face, Now);
    }

    private async Task<IActionResult> ActAsync(Guid id, string told, Action<ClockFaces> act, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        try
        {
            if (ModelState.IsValid)
            {
                act(await faces.OfAsync(Issue.ContractId, Issue.TermsVersionId, cancel));
                await db.SaveChangesAsync(cancel);
                TempData["Flash"] = text[told];
                return RedirectToPage(new { id });
            }
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancel);
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        if (await db.Issues.Include(i => i.Obligations).Include(i => i.Checklist).AsSplitQuery().FirstOrDefaultAsync(i => i.Id == key, cancel) is not { } issue)
        {
            return false;
        }

        Issue = issue;
        Investigation = await db.Investigations.FirstOrDefaultAsync(i => i.IssueId == key, cancel);
        Draft = user.Side == Side.Vendor ? await db.InvestigationDrafts.FirstOrDefaultAsync(d => d.IssueId == key, cancel) : null;
        return true;
    }
}
