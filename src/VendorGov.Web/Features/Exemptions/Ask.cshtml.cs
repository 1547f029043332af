using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Exemptions;

/// <summary>Asks for an exempt window, with a reason and proof. Times are those of the contract's clock on the wall.</summary>
[Permission(Permission.AskExemption)]
[RequestSizeLimit(ProofFiles.MostBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = ProofFiles.MostBytes + (1024 * 1024))]
public sealed class AskModel(AppDb db, ExemptDesk desk, ProofFiles proofs, TimeProvider clock, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Proof { get; set; }

    public IReadOnlyList<Choice> Contracts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? contract, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Input.Contract = Contracts.Any(c => c.Id == contract) ? contract : Contracts.Count == 1 ? Contracts[0].Id : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var key = ContractId.From(Input.Contract ?? default);
        var contract = await db.Contracts.Include(c => c.Outlets).FirstOrDefaultAsync(c => c.Id == key, cancel);
        if (contract is null)
        {
            ModelState.AddModelError("Input.Contract", text["shared.required", text["exemptions.contract"]]);
            return Page();
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var (from, to) = (Read(Input.From, "Input.From", zone), Read(Input.To, "Input.To", zone));
        if (!ModelState.IsValid || from is null || to is null)
        {
            return Page();
        }

        try
        {
            return await SaveAsync(contract, from.Value, to.Value, cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(violation.Rule.StartsWith("window", StringComparison.Ordinal) ? "Input.To" : "Input.Reason", text.Rule(violation));
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError(nameof(Proof), text[refused.TextKey, [.. refused.Arguments]]);
        }

        return Page();
    }

    private async Task<IActionResult> SaveAsync(Contract contract, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var covered = contract.Outlets.Select(o => o.OutletId.Value).ToHashSet();
        var chosen = Input.Outlets.Where(covered.Contains).Distinct().ToList();
        // Outlets and regions ask for themselves; the contract as a whole is a matter of headquarters and the vendor.
        IReadOnlyList<Guid>? outlets = chosen.Count > 0 ? chosen : db.Scope.Outlets.Count > 0 ? [.. covered] : null;
        var ask = new ExemptAsk(from, to, Input.Cause, Input.Reason, outlets, null);
        // Judged before the file is kept: what is refused leaves nothing behind.
        _ = new ExemptRequest(contract, ask, desk.Me, desk.IsHeadquarters, clock.GetUtcNow());
        var proof = Proof is null ? null : await proofs.KeepAsync(Proof, cancel);
        var request = new ExemptRequest(contract, ask with { Proof = proof }, desk.Me, desk.IsHeadquarters, clock.GetUtcNow());
        db.ExemptRequests.Add(request);
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["exemptions.sent"];
        return RedirectToPage("Details", new { id = request.Id });
    }

    private DateTimeOffset? Read(string? wall, string field, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(wall, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && !zone.IsInvalidTime(at) && Horizon.Holds(at.Year))
        {
            return new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime();
        }

        ModelState.AddModelError(field, text["exemptions.timeWrong"]);
        return null;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Outlets).OrderBy(c => c.Number).ToListAsync(cancel);
        var names = await db.Outlets.AsNoTracking().OrderBy(o => o.Code).ToDictionaryAsync(o => o.Id, o => $"{o.Code} {o.Name}", cancel);
        Contracts = [.. contracts.Select(c => new Choice(
            c.Id.Value, $"{c.Number} {c.Title}", c.TimeZone,
            [.. c.Outlets.Where(o => names.ContainsKey(o.OutletId)).Select(o => (o.OutletId.Value, names[o.OutletId])).OrderBy(o => o.Item2, StringComparer.Ordinal)]))];
    }

    public sealed record Choice(Guid Id, string Name, string TimeZone, IReadOnlyList<(Guid Id, string Name)> Outlets);

    public sealed class Form
    {
        public Guid? Contract { get; set; }

        [Required, Display(Name = "exemptions.from")]
        public string? From { get; set; }

        [Required, Display(Name = "exemptions.to")]
        public string? To { get; set; }

        public ExemptCause Cause { get; set; }

        [Required, StringLength(1000), Display(Name = "exemptions.reason")]
        public string Reason { get; set; } = "";

        /// <summary>None: all outlets of the contract.</summary>
        public List<Guid> Outlets { get; set; } = [];
    }
}
