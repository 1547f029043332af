using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>A vendor appeals against one figure: which one, on what grounds, with what proof, and what it thinks right.</summary>
[Permission(Permission.AnswerScorecard)]
[RequestSizeLimit(EvidenceFile.MaxBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFile.MaxBytes + (1024 * 1024))]
public sealed class AppealModel(AppDb db, AppealDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Evidence { get; set; }

    public Scorecard Card { get; private set; } = null!;

    public ScorecardContent Sheet => Card.Content;

    public IReadOnlyList<MetricResult> Metrics => [.. Sheet.Metrics.Where(m => m.Status != MetricStatus.NotContracted)];

    /// <summary>What the chosen metric counts as missed.</summary>
    public IReadOnlyList<ObligationFact> Missed => Input.Code is { } code
        ? [.. ObligationMetrics.FactsOf(code, Sheet.Obligations).Where(o => o is { Counted: true, Met: false })] : [];

    public MetricResult? Chosen => Metrics.FirstOrDefault(m => m.Code == Input.Code);

    public sealed class Form
    {
        [Required, StringLength(8), Display(Name = "scorecards.metric")]
        public string? Code { get; set; }

        public Guid? Obligation { get; set; }

        [Required, StringLength(ScorecardAppeal.LongestWords), Display(Name = "scorecards.grounds")]
        public string? Grounds { get; set; }

        [Range(0, 999_999_999), Display(Name = "scorecards.claimedNumerator")]
        public decimal? Numerator { get; set; }

        [Range(0, 999_999_999), Display(Name = "scorecards.claimedDenominator")]
        public decimal? Denominator { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(string? code, Guid? obligation, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        (Input.Code, Input.Obligation) = (code, obligation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var ask = new CardAppealAsk(Input.Code!, Input.Obligation, Input.Grounds, Input.Numerator, Input.Denominator);
            await desk.FileAsync(Card, ask, Evidence, cancel);
            TempData["Flash"] = text["scorecards.appealFiled"];
            return RedirectToPage("Details", null, new { id = Id }, "appeals");
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError(nameof(Evidence), text[refused.TextKey, [.. refused.Arguments]]);
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var card = await db.Scorecards.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(s => s.Id == new ScorecardId(Id), cancel);
        Card = card!;
        return card is not null;
    }
}
