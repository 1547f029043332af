using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>Adds or changes a vendor. Its code stays.</summary>
[Permission(Permission.ManageNetwork)]
public sealed class VendorModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is null)
        {
            return Page();
        }

        if (await FindAsync(cancel) is not { } v)
        {
            return NotFound();
        }

        Input = new Form { Code = v.Code, Name = v.Name, Contact = v.ContactName, Email = v.ContactEmail, Active = v.Active, Version = v.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var vendor = Id is null ? null : await FindAsync(cancel);
        if (Id is not null && vendor is null)
        {
            return NotFound();
        }

        var code = (Input.Code ?? "").Trim(); // a field left empty binds to null
        if (vendor is null && await db.Vendors.AnyAsync(v => v.Code == code, cancel))
        {
            ModelState.AddModelError("Input.Code", text["network.codeTaken"]);
        }

        if (vendor is not null && vendor.Version != Input.Version)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        return ModelState.IsValid ? await SaveAsync(vendor, cancel) : Page();
    }

    private async Task<IActionResult> SaveAsync(Vendor? vendor, CancellationToken cancel)
    {
        if (vendor is null)
        {
            vendor = new Vendor(user.TenantId, Input.Code.Trim(), Input.Name.Trim());
            db.Vendors.Add(vendor);
        }

        vendor.Change(Input.Name.Trim(), Blank(Input.Contact), Blank(Input.Email), Input.Active);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
            return Page();
        }

        TempData["Flash"] = text["shared.saved"];
        return RedirectToPage("Vendors", new { id = (Guid?)null });
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private async Task<Vendor?> FindAsync(CancellationToken cancel)
    {
        var key = VendorId.From(Id!.Value);
        return await db.Vendors.FirstOrDefaultAsync(v => v.Id == key && !v.Unassigned, cancel);
    }

    public sealed class Form
    {
        [Required, StringLength(40), Display(Name = "network.code")]
        public string Code { get; set; } = "";

        [Required, StringLength(120), Display(Name = "network.name")]
        public string Name { get; set; } = "";

        [StringLength(120), Display(Name = "network.contact")]
        public string? Contact { get; set; }

        [StringLength(256), OneAddress, Display(Name = "network.email")]
        public string? Email { get; set; }

        public bool Active { get; set; } = true;

        public int Version { get; set; }
    }
}
