using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>One appeal: what is claimed and why, what upholding it would do, and headquarters' word.</summary>
[Permission(Permission.ViewCredits)]
public sealed class RulingModel(AppDb db, AppealDesk desk, FileStore store, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Figures to look at before ruling; the claimed ones unless others are given.</summary>
    [BindProperty(SupportsGet = true)]
    public decimal? N { get; set; }

    [BindProperty(SupportsGet = true)]
    public decimal? D { get; set; }

    public ScorecardAppeal Appeal { get; private set; } = null!;

    /// <summary>The newest revision of the month.</summary>
    public Scorecard Card { get; private set; } = null!;

    public ObligationFact? Fact { get; private set; }

    public MetricResult? Metric => Card.Content.Metrics.FirstOrDefault(m => m.Code == Appeal.Code);

    public IReadOnlyList<AppealPreview> Previews { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayRule => user.Can(Permission.ManageScorecards) && Appeal.State == CardAppealState.Open;

    public bool MayWithdraw => user.Can(Permission.AnswerScorecard) && Appeal.State == CardAppealState.Open;

    public sealed class Form
    {
        [Required, StringLength(ScorecardAppeal.LongestWords), Display(Name = "scorecards.rulingReason")]
        public string? Reason { get; set; }

        [Range(0, 999_999_999), Display(Name = "scorecards.ruledNumerator")]
        public decimal? Numerator { get; set; }

        [Range(0, 999_999_999), Display(Name = "scorecards.ruledDenominator")]
        public decimal? Denominator { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetEvidenceAsync(CancellationToken cancel)
    {
        var file = await db.ScorecardAppeals.AsNoTracking().Where(a => a.Id == Id).Select(a => a.Evidence).SingleOrDefaultAsync(cancel);
        // Always a download: nothing that people bring is shown by the portal's own origin.
        return KeptFile.Answer(Response, store, AppealDesk.Area, file, save: true);
    }

    [Permission(Permission.ManageScorecards)]
    public Task<IActionResult> OnPostRuleAsync(CorrectionKind? outcome, CancellationToken cancel) => ActAsync(
        async appeal =>
        {
            var ruling = new CardRuling(outcome, Input.Numerator, Input.Denominator, Input.Reason);
            var revision = await desk.RuleAsync(appeal, ruling, cancel);
            TempData["Flash"] = text[revision is not null ? "scorecards.ruledRevision" : outcome is null ? "scorecards.ruledRefused" : "scorecards.ruledUpheld"];
            return revision is null ? RedirectToPage(new { id = Id }) : RedirectToPage("Details", new { id = revision.Id.Value });
        },
        cancel);

    [Permission(Permission.AnswerScorecard)]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ActAsync(
            async appeal =>
            {
                appeal.Withdraw(desk.Me);
                await db.SaveChangesAsync(cancel);
                TempData["Flash"] = text["scorecards.appealWithdrawn"];
                return RedirectToPage("Details", new { id = appeal.ScorecardId.Value });
            },
            cancel);
    }

    private async Task<IActionResult> ActAsync(Func<ScorecardAppeal, Task<IActionResult>> act, CancellationToken cancel)
    {
        if (await db.ScorecardAppeals.SingleOrDefaultAsync(a => a.Id == Id, cancel) is not { } appeal)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            try
            {
                return await act(appeal);
            }
            catch (Exception e) when (Refusal.Is(e))
            {
                ModelState.AddModelError("", text.Refused(e));
            }
        }

        db.ChangeTracker.Clear();
        return await ReadAsync(cancel) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (await db.ScorecardAppeals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, cancel) is not { } appeal)
        {
            return false;
        }

        Appeal = appeal;
        Card = await db.Scorecards.AsNoTracking().VisibleTo(user).Where(s => s.ContractId == appeal.ContractId && s.Month == appeal.Month)
            .OrderByDescending(s => s.Revision).FirstAsync(cancel);
        Fact = appeal.ObligationId is { } id ? Card.Content.Obligations.FirstOrDefault(o => o.ObligationId == id) : null;
        if (MayRule)
        {
            (N, D) = (N ?? Input.Numerator ?? appeal.ClaimedNumerator, D ?? Input.Denominator ?? appeal.ClaimedDenominator);
            try
            {
                Previews = await desk.PreviewAsync(appeal, Card, N, D, cancel);
            }
            catch (RuleViolationException e)
            {
                ModelState.AddModelError("", text.Rule(e));
            }
        }

        return true;
    }
}
