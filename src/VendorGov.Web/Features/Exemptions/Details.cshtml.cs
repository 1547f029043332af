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

namespace VendorGov.Web.Features.Exemptions;

/// <summary>One request: what it would move, listed before anyone decides, and the decision.</summary>
[Permission(Permission.ViewContracts)]
public sealed class DetailsModel(
    AppDb db, ExemptDesk desk, ExemptEffects effects, ProofFiles proofs, CurrentUser user, Text text) : PageModel
{
    public const int ClocksShown = 50;

    [BindProperty]
    [StringLength(1000), Display(Name = "exemptions.note")]
    public string? Note { get; set; }

    /// <summary>The version that the page showed; a decision on another one is refused.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public ExemptRequest Asked { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public IReadOnlyList<string> Outlets { get; private set; } = [];

    /// <summary>Null once decided, and for those who neither ask nor decide for the whole contract.</summary>
    public ExemptEffect? Effect { get; private set; }

    public bool MayDecide => desk.MayDecide(Asked);

    public bool MayWithdraw => Asked.State == ExemptState.Asked && user.Can(Permission.AskExemption) && user.Id == Asked.AskedById;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetProofAsync(Guid id, CancellationToken cancel)
    {
        var request = await db.ExemptRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);
        if (request?.Proof is not { } proof)
        {
            return NotFound();
        }

        // Always a download: nothing that people bring is shown by the portal's own origin.
        return new FileStreamResult(proofs.Open(proof), proof.ContentType) { FileDownloadName = proof.Name, EnableRangeProcessing = true };
    }

    [Permission(Permission.DecideExemption)]
    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancel) => DecideAsync(
        id, async r => TempData["Flash"] = text["exemptions.approvedFlash", await desk.ApproveAsync(r, Note, cancel)], cancel);

    [Permission(Permission.DecideExemption)]
    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancel) => DecideAsync(
        id,
        async r =>
        {
            await desk.RefuseAsync(r, Note, cancel);
            TempData["Flash"] = text["exemptions.refusedFlash"];
        },
        cancel);

    [Permission(Permission.AskExemption)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) => DecideAsync(
        id,
        async r =>
        {
            await desk.WithdrawAsync(r, cancel);
            TempData["Flash"] = text["exemptions.withdrawnFlash"];
        },
        cancel);

    private async Task<IActionResult> DecideAsync(Guid id, Func<ExemptRequest, Task> decide, CancellationToken cancel)
    {
        if (await db.ExemptRequests.FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } request)
        {
            return NotFound();
        }

        try
        {
            if (request.Version != Seen)
            {
                throw new DbUpdateConcurrencyException();
            }

            await decide(request);
            return RedirectToPage(new { id });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(violation.Rule == "reason-missing" ? nameof(Note) : "", text.Rule(violation));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        db.ChangeTracker.Clear();
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.ExemptRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } request)
        {
            return false;
        }

        Asked = request;
        ModelState.Remove(nameof(Seen));
        Seen = request.Version;
        Contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == request.ContractId, cancel);
        await ReadOutletsAsync(cancel);
        // Who sees but some outlets would see but some of the clocks.
        if (request.State == ExemptState.Asked && user.Role is Role.Headquarters or Role.Auditor or Role.VendorManager)
        {
            var window = new ExemptWindow(Contract, request.From, request.To, request.Reason, "", request.AskedAt, request.OutletIds);
            Effect = await effects.OfAsync(Contract, window, user.Side == Domain.Issues.Side.Buyer, cancel);
        }

        return true;
    }

    private async Task ReadOutletsAsync(CancellationToken cancel)
    {
        if (Asked.OutletIds is { } ids)
        {
            var keys = ids.Select(OutletId.From).ToList();
            Outlets = await db.Outlets.AsNoTracking().Where(o => keys.Contains(o.Id)).OrderBy(o => o.Code).Select(o => o.Name).ToListAsync(cancel);
        }
    }
}
