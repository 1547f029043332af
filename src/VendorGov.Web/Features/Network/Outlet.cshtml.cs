using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>Adds or changes an outlet. Its code is printed on waybills and stays.</summary>
[Permission(Permission.ManageNetwork)]
public sealed class OutletModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name)> Regions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is not null)
        {
            if (await FindAsync(cancel) is not { } o)
            {
                return NotFound();
            }

            Input = new Form { Code = o.Code, Name = o.Name, Region = o.RegionId?.Value, Lead = o.LeadName, Active = o.Active, Version = o.Version };
        }

        await ReadRegionsAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outlet = Id is null ? null : await FindAsync(cancel);
        if (Id is not null && outlet is null)
        {
            return NotFound();
        }

        await ReadRegionsAsync(cancel);
        await CheckAsync(outlet, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        RegionId? region = Input.Region is { } id ? RegionId.From(id) : null;
        if (outlet is null)
        {
            outlet = new Outlet(user.TenantId, Input.Code.Trim(), Input.Name.Trim(), region);
            db.Outlets.Add(outlet);
        }

        outlet.Change(Input.Name.Trim(), region, string.IsNullOrWhiteSpace(Input.Lead) ? null : Input.Lead.Trim(), Input.Active);
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
        return RedirectToPage("Index", new { id = (Guid?)null });
    }

    private async Task CheckAsync(Outlet? outlet, CancellationToken cancel)
    {
        if (Input.Region is { } region && Regions.All(r => r.Id != region))
        {
            ModelState.AddModelError("Input.Region", text["shared.required", text["network.region"]]);
        }

        var code = (Input.Code ?? "").Trim(); // a field left empty binds to null
        if (outlet is null && await db.Outlets.AnyAsync(o => o.Code == code, cancel))
        {
            ModelState.AddModelError("Input.Code", text["network.codeTaken"]);
        }

        if (outlet is not null && outlet.Version != Input.Version)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }
    }

    private async Task<Outlet?> FindAsync(CancellationToken cancel)
    {
        var key = OutletId.From(Id!.Value);
        return await db.Outlets.FirstOrDefaultAsync(o => o.Id == key, cancel);
    }

    private async Task ReadRegionsAsync(CancellationToken cancel)
    {
        var regions = await db.Regions.AsNoTracking().OrderBy(r => r.Name).Select(r => new { r.Id, r.Name }).ToListAsync(cancel);
        Regions = [.. regions.Select(r => (r.Id.Value, r.Name))];
    }

    public sealed class Form
    {
        [Required, StringLength(40), Display(Name = "network.code")]
        public string Code { get; set; } = "";

        [Required, StringLength(120), Display(Name = "network.name")]
        public string Name { get; set; } = "";

        public Guid? Region { get; set; }

        [StringLength(120), Display(Name = "network.lead")]
        public string? Lead { get; set; }

        public bool Active { get; set; } = true;

        public int Version { get; set; }
    }
}
