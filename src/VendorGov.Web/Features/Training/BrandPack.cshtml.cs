using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>One version of the brand pack; the vendor's manager signs it here.</summary>
[Permission(Permission.ViewTraining)]
public sealed class BrandPackModel(AppDb db, StaffContracts contracts, BrandDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StaffContract Desk { get; private set; } = null!;

    public BrandPack Pack { get; private set; } = null!;

    public bool MaySign => user.Can(Permission.ManageTraining) && Pack.AwaitsSignature;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    /// <summary>The file as it was published, byte for byte.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel) =>
        await ReadAsync(cancel) && desk.Open(Pack) is { } file ? File(file, "application/octet-stream", Pack.FileName) : NotFound();

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            await desk.SignAsync(Pack, cancel);
            TempData["Flash"] = text["training.packSigned", Pack.Number];
            return RedirectToPage(new { id = Id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var pack = await db.BrandPacks.SingleOrDefaultAsync(p => p.Id == Id, cancel);
        if (pack is null || await contracts.ChooseAsync(pack.ContractId.Value, cancel) is not { } chosen)
        {
            return false;
        }

        (Pack, Desk) = (pack, chosen);
        return true;
    }
}
