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

/// <summary>Impact assessments and supervision of the vendor's processing of personal data. Records are added, never changed.</summary>
[Permission(Permission.ViewContracts)]
public sealed class ProtectionModel(AppDb db, CurrentUser user, TermsDesk desk, TimeProvider clock, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Contract Contract { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ProtectionRecord> Records { get; private set; } = [];

    public bool MayAdd => user.Can(Permission.ManageContracts);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await ReadAsync(id, cancel);
        Input.HeldOn = Today;
        return found ? Page() : NotFound();
    }

    [Permission(Permission.ManageContracts)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            db.ProtectionRecords.Add(new ProtectionRecord(
                Contract, Input.Kind, Input.HeldOn!.Value, Input.Outcome, Input.Findings, Input.NextDueOn, user.Name, Today, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(violation.Rule == "record-in-future" ? "Input.HeldOn" : "Input.NextDueOn", text.Rule(violation));
            return Page();
        }

        TempData["Flash"] = text["shared.saved"];
        return RedirectToPage(new { id });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        if (await db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == key, cancel) is not { } contract)
        {
            return false;
        }

        Contract = contract;
        Today = desk.Today(contract);
        Records = await db.ProtectionRecords.AsNoTracking().Where(r => r.ContractId == key)
            .OrderByDescending(r => r.HeldOn).ThenByDescending(r => r.RecordedAt).ToListAsync(cancel);
        return true;
    }

    public sealed class Form
    {
        public ProtectionRecordKind Kind { get; set; }

        [Required, Display(Name = "contracts.heldOn")]
        public DateOnly? HeldOn { get; set; }

        public ProtectionOutcome Outcome { get; set; }

        [Required, StringLength(4000), Display(Name = "contracts.findings")]
        public string Findings { get; set; } = "";

        [Display(Name = "contracts.nextDueOn")]
        public DateOnly? NextDueOn { get; set; }
    }
}
