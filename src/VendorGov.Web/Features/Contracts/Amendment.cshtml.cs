using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>A proposal to change terms: what differs, why, and the other side's answer.</summary>
[Permission(Permission.ViewContracts)]
public sealed class AmendmentModel(AppDb db, CurrentUser user, TermsDesk desk, WhatIf whatIf, TimeProvider clock, Text text) : PageModel
{
    [BindProperty]
    [StringLength(1000), Display(Name = "contracts.refusalReason")]
    public string? Reason { get; set; }

    /// <summary>The version that the page showed; an answer to another one is refused.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public Amendment Amendment { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public TermsVersion Basis { get; private set; } = null!;

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    /// <summary>A past quarter that was replayed; null where none was asked for.</summary>
    public WhatIfView? Replay { get; private set; }

    public bool Mine => user.Side == Amendment.ProposedBySide;

    public bool MayDecide => Amendment.State == AmendmentState.Proposed && user.Can(Permission.NegotiateTerms);

    /// <param name="quarter">First month of a past quarter to replay by the proposed terms.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? quarter, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Replay is { } view && view.Quarters.FirstOrDefault(q => q.Key == quarter) is { } asked)
        {
            Replay = view with { Chosen = asked, Months = await whatIf.RunAsync(Contract.Id, Amendment.Proposed, asked, cancel) };
        }

        return Page();
    }

    [Permission(Permission.NegotiateTerms)]
    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancel) => DecideAsync(id, "contracts.agreedFlash", a => desk.AgreeAsync(a, cancel), cancel);

    [Permission(Permission.NegotiateTerms)]
    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancel) => DecideAsync(
        id, "contracts.refusedFlash",
        a =>
        {
            a.Refuse(Reason ?? "", desk.Me, clock.GetUtcNow());
            return db.SaveChangesAsync(cancel);
        },
        cancel);

    [Permission(Permission.NegotiateTerms)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) => DecideAsync(
        id, "contracts.withdrawnFlash",
        a =>
        {
            a.Withdraw(desk.Me, clock.GetUtcNow());
            return db.SaveChangesAsync(cancel);
        },
        cancel);

    private async Task<IActionResult> DecideAsync(Guid id, string done, Func<Amendment, Task> decide, CancellationToken cancel)
    {
        var key = AmendmentId.From(id);
        if (await db.Amendments.FirstOrDefaultAsync(a => a.Id == key, cancel) is not { } amendment)
        {
            return NotFound();
        }

        try
        {
            if (amendment.Version != Seen)
            {
                throw new DbUpdateConcurrencyException();
            }

            await decide(amendment);
            TempData["Flash"] = text[done];
            return RedirectToPage(new { id });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(violation.Rule == "reason-missing" ? nameof(Reason) : "", text.Rule(violation));
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        db.ChangeTracker.Clear();
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        var key = AmendmentId.From(id);
        if (await db.Amendments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == key, cancel) is not { } amendment)
        {
            return false;
        }

        Amendment = amendment;
        ModelState.Remove(nameof(Seen));
        Seen = amendment.Version;
        Contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == amendment.ContractId, cancel);
        Basis = await db.TermsVersions.AsNoTracking().SingleAsync(t => t.Id == amendment.BasedOn, cancel);
        Replay = user.Can(Permission.NegotiateTerms) ? new WhatIfView(whatIf.Quarters(Contract), null, null) : null;
        var words = new TermsWords(text, await ContractCalendars.NamesAsync(db, cancel), Contract.Currency);
        Changes = words.Lines(TermsDiff.Of(Basis.Agreed, amendment.Proposed));
        return true;
    }
}
