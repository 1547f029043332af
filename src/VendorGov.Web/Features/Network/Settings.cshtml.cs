using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>Name, time zone and language of the network, and how its members sign in.</summary>
[Permission(Permission.ManageNetwork)]
public sealed class SettingsModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public int Members { get; private set; }

    public int WithSecondStep { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var tenant = await TenantAsync(cancel);
        Input = new Form { Name = tenant.Name, TimeZone = tenant.TimeZone, Language = tenant.Language, RequiresSecondStep = tenant.RequiresSecondStep };
        await CountAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var own = user.Id.Value;
        if (Input.RequiresSecondStep && !await db.Users.AnyAsync(u => u.Id == own && (u.TwoFactorEnabled || db.UserPasskeys.Any(p => p.UserId == u.Id)), cancel))
        {
            ModelState.AddModelError("Input.RequiresSecondStep", text["network.secondFirst"]);
        }

        if (!ModelState.IsValid)
        {
            await CountAsync(cancel);
            return Page();
        }

        var tenant = await TenantAsync(cancel);
        tenant.Rename(Input.Name.Trim(), Input.TimeZone, Input.Language);
        tenant.RequireSecondStep(Input.RequiresSecondStep);
        try
        {
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["shared.saved"];
        }
        catch (DbUpdateException e)
        {
            TempData["Flash"] = text.Refused(e);
        }

        return RedirectToPage();
    }

    private Task<Tenant> TenantAsync(CancellationToken cancel) => db.Tenants.SingleAsync(t => t.Id == user.TenantId, cancel);

    private async Task CountAsync(CancellationToken cancel)
    {
        var people = (await db.Memberships.Where(m => m.DeactivatedAt == null).Select(m => m.UserId).Distinct().ToListAsync(cancel)).ConvertAll(u => u.Value);
        Members = people.Count;
        WithSecondStep = await db.Users.CountAsync(
            u => people.Contains(u.Id) && (u.TwoFactorEnabled || db.UserPasskeys.Any(p => p.UserId == u.Id)), cancel);
    }

    public sealed class Form
    {
        [Required, StringLength(120), Display(Name = "network.tenantName")]
        public string Name { get; set; } = "";

        [Required, TimeZoneName, Display(Name = "network.timeZone")]
        public string TimeZone { get; set; } = "";

        [Required, RegularExpression("zh-CN|en"), Display(Name = "network.language")]
        public string Language { get; set; } = "zh-CN";

        [Display(Name = "network.requireSecond")]
        public bool RequiresSecondStep { get; set; }
    }
}
