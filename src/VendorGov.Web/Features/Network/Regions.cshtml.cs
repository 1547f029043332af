using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>Regions: a handful, so list, add and rename stand on one page.</summary>
[Permission(Permission.ViewNetwork)]
public sealed class RegionsModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayManage => user.Can(Permission.ManageNetwork);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    [Permission(Permission.ManageNetwork)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var code = (Input.Code ?? "").Trim(); // a field left empty binds to null
        if (await db.Regions.AnyAsync(r => r.Code == code, cancel))
        {
            ModelState.AddModelError("Input.Code", text["network.codeTaken"]);
        }

        if (!ModelState.IsValid)
        {
            await ReadAsync(cancel);
            return Page();
        }

        db.Regions.Add(new Region(user.TenantId, code, Input.Name.Trim()));
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["shared.saved"];
        return RedirectToPage();
    }

    [Permission(Permission.ManageNetwork)]
    public async Task<IActionResult> OnPostRenameAsync(Guid id, string name, CancellationToken cancel)
    {
        var key = RegionId.From(id);
        if (await db.Regions.FirstOrDefaultAsync(r => r.Id == key, cancel) is not { } region)
        {
            return NotFound();
        }

        if (name?.Trim() is { Length: > 0 and <= 120 } trimmed)
        {
            region.Rename(trimmed);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["shared.saved"];
        }

        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancel) =>
        Rows = await db.Regions.AsNoTracking().OrderBy(r => r.Code)
            .Select(r => new Row(r.Id, r.Code, r.Name, db.Outlets.Count(o => o.RegionId == r.Id))).ToListAsync(cancel);

    public sealed record Row(RegionId Id, string Code, string Name, int Outlets);

    public sealed class Form
    {
        [Required, StringLength(40), Display(Name = "network.code")]
        public string Code { get; set; } = "";

        [Required, StringLength(120), Display(Name = "network.name")]
        public string Name { get; set; } = "";
    }
}
