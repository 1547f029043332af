using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>Two versions of a contract's terms, field by field.</summary>
[Permission(Permission.ViewContracts)]
public sealed class CompareModel(AppDb db, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public Contract Contract { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TermsVersion> Versions { get; private set; } = [];

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        var contract = await db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == key, cancel);
        Versions = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == key).OrderByDescending(t => t.Number).ToListAsync(cancel);
        if (contract is null || Versions.Count == 0)
        {
            return NotFound();
        }

        Contract = contract;
        To ??= Versions[0].Number;
        From ??= Math.Max(1, To.Value - 1);
        var (before, after) = (Versions.FirstOrDefault(v => v.Number == From), Versions.FirstOrDefault(v => v.Number == To));
        if (before is null || after is null)
        {
            return NotFound();
        }

        var words = new TermsWords(text, await ContractCalendars.NamesAsync(db, cancel), contract.Currency);
        Changes = words.Lines(TermsDiff.Of(before.Agreed, after.Agreed));
        return Page();
    }
}
