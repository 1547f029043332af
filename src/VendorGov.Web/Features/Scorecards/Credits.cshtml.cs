using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>Service credits as claims: what is owed, agreed and settled, with totals by currency.</summary>
[Permission(Permission.ViewCredits)]
public sealed class CreditsModel(AppDb db, AppealDesk desk, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    private const int ExportLimit = 5_000;

    [BindProperty(SupportsGet = true)]
    public CreditClaimState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Total> Totals { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MaySettle => user.Can(Permission.ManageScorecards);

    public bool MayAgree => user.Can(Permission.AnswerScorecard);

    public sealed class Line
    {
        public required CreditClaim Claim { get; init; }
        public required string Vendor { get; init; }
        public required string Contract { get; init; }
    }

    /// <summary>Sums of all claims that the filter shows, in one currency.</summary>
    public sealed record Total(string Currency, int Count, decimal Amount, decimal Agreed, decimal Settled)
    {
        public decimal Outstanding => Amount - Settled;
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(P, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        // Added up here, as no engine is asked to add decimals of another one's making.
        Totals = [.. (await found.Select(l => new { l.Claim.Currency, l.Claim.Amount, l.Claim.SettledAmount, l.Claim.State }).ToListAsync(cancel))
            .GroupBy(c => c.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Total(
                g.Key, g.Count(), g.Sum(c => c.Amount), g.Where(c => c.State == CreditClaimState.Agreed).Sum(c => c.Amount), g.Sum(c => c.SettledAmount)))];
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var lines = await Found().Take(ExportLimit).ToListAsync(cancel);
        string[] head = ["month", "vendor", "contract", "revision", "credit", "settled", "outstanding", "currency", "state", "claimedAt", "invoice"];
        return ListDownload.Of("credits", head.Select(h => text[$"scorecards.csv.{h}"]), lines.Select(l => (IReadOnlyList<object?>)[
            l.Claim.Month.ToString(), l.Vendor, l.Contract, l.Claim.Revision, l.Claim.Amount, l.Claim.SettledAmount, l.Claim.Outstanding, l.Claim.Currency,
            text.Of(l.Claim.State), text.Instant(l.Claim.ClaimedAt), l.Claim.InvoiceReference]), format);
    }

    [Permission(Permission.AnswerScorecard)]
    public Task<IActionResult> OnPostAgreeAsync(Guid claim, CancellationToken cancel) =>
        ActAsync(claim, c => c.Agree(desk.Me, clock.GetUtcNow()), "scorecards.agreed", cancel);

    [Permission(Permission.ManageScorecards)]
    public Task<IActionResult> OnPostSettleAsync(Guid claim, string? invoice, CancellationToken cancel) =>
        ActAsync(claim, c => c.Settle(invoice, desk.Me, clock.GetUtcNow()), "scorecards.settledFlash", cancel);

    private async Task<IActionResult> ActAsync(Guid id, Action<CreditClaim> act, string told, CancellationToken cancel)
    {
        if (await db.CreditClaims.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } claim)
        {
            return NotFound();
        }

        try
        {
            act(claim);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[told];
            return RedirectToPage(new { State, Q });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await OnGetAsync(cancel);
        return Page();
    }

    private IQueryable<Line> Found()
    {
        var q = Q?.Trim();
        return from c in db.CreditClaims.AsNoTracking()
               join v in db.Vendors on c.VendorId equals v.Id
               join k in db.Contracts on c.ContractId equals k.Id
               where (State == null || c.State == State)
                   && (string.IsNullOrEmpty(q) || v.Name.Contains(q) || k.Number.Contains(q) || (c.InvoiceReference != null && c.InvoiceReference.Contains(q)))
               orderby c.Month descending, v.Name, k.Number
               select new Line { Claim = c, Vendor = v.Name, Contract = k.Number };
    }
}
