using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Platform;

/// <summary>A new tenant and the invitation of its first headquarters user. The link is shown once.</summary>
[Permission(Permission.ManageTenants)]
public sealed class CreateModel(
    AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Text text) : PageModel
{
    [BindProperty]
    public NewTenant Input { get; set; } = new();

    public string? Link { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await db.Tenants.AnyAsync(t => t.Code == Input.Code, cancel))
        {
            ModelState.AddModelError("Input.Code", text["platform.codeTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            Link = await CreateAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }

        return Page();
    }

    private async Task<string> CreateAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var tenant = new Tenant(TenantId.New(), Input.Code, Input.Name.Trim(), Input.TimeZone, Input.Language, now);
        // The only moment in which the platform administrator writes into a tenant: its first invitation.
        db.Scope.EnterTenant(tenant.Id, user.Id, user.Name);
        var (invitation, token) = Invitation.Create(
            tenant.Id, Input.Email.Trim(), Input.PersonName.Trim(), Role.Headquarters, new PartyKey(), user.Name, now);
        db.Tenants.Add(tenant);
        db.Invitations.Add(invitation);
        var link = links.Invitation(token);
        mail.Invitation(tenant.Id, tenant.Name, tenant.Language, invitation.Email, invitation.DisplayName, link);
        await db.SaveChangesAsync(cancel);
        return link;
    }

    public sealed class NewTenant
    {
        [Required, StringLength(80), Display(Name = "platform.name")]
        public string Name { get; set; } = "";

        [Required, StringLength(20), RegularExpression("[A-Za-z0-9-]+"), Display(Name = "platform.code")]
        public string Code { get; set; } = "";

        [Required, TimeZoneName, Display(Name = "platform.timeZone")]
        public string TimeZone { get; set; } = "Asia/Shanghai";

        [Required, RegularExpression("zh-CN|en"), Display(Name = "platform.language")]
        public string Language { get; set; } = "zh-CN";

        [Required, StringLength(60), Display(Name = "platform.person")]
        public string PersonName { get; set; } = "";

        [Required, StringLength(256), OneAddress, Display(Name = "account.email")]
        public string Email { get; set; } = "";
    }
}
