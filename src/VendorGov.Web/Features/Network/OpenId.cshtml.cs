using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Hosting.OpenId;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>
/// The OpenID Connect provider of the network. Who chooses it chooses who may sign in, so the password is asked again (ASVS 7.5.1), and the provider is
/// asked before it is turned on.
/// </summary>
[Permission(Permission.ManageNetwork)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class OpenIdModel(
    AppDb db, CurrentUser user, OpenIdAuthorities authorities, OpenIdVault vault, SignInDesk desk, UserManager<AppUser> users, Places places,
    PortalAddress address, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool HasSecret { get; private set; }

    /// <summary>What the provider must know as the address to send browsers back to.</summary>
    public string ReturnAddress { get; private set; } = "";

    /// <summary>For the network's members.</summary>
    public string SignInAddress { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var provider = await ReadAsync(cancel);
        Input = new Form
        {
            Authority = provider?.Authority, Client = provider?.ClientName, Active = provider?.Active == true, OnlyThis = provider?.OnlyThis == true,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var provider = await ReadAsync(cancel);
        await JudgeAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (provider is null)
        {
            provider = new OpenIdProvider(user.TenantId);
            db.Add(provider);
        }

        try
        {
            var secret = string.IsNullOrEmpty(Input.Secret) ? null : vault.Seal(Input.Secret);
            provider.Change(Input.Authority?.Trim() ?? "", Input.Client?.Trim() ?? "", secret, Input.Active, Input.OnlyThis);
            await db.SaveChangesAsync(cancel);
            authorities.Forget(provider.Authority);
            places.Forget(user.Id, user.Member.MembershipId ?? Guid.Empty);
            TempData["Flash"] = text["shared.saved"];
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("Input.Active", text.Rule(violation));
            return Page();
        }
        catch (DbUpdateException e)
        {
            TempData["Flash"] = text.Refused(e);
        }

        return RedirectToPage();
    }

    private async Task JudgeAsync(CancellationToken cancel)
    {
        var authority = Input.Authority?.Trim().TrimEnd('/') ?? "";
        if (authority.Length > 0 && authorities.Problem(authority) is { } wrong)
        {
            ModelState.AddModelError("Input.Authority", text[wrong]);
        }

        var account = (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
        if (ModelState.IsValid && await desk.CheckAsync(account.Email!, Input.Password) is null)
        {
            ModelState.AddModelError("Input.Password", text["openId.password"]);
        }

        // Only who proved the password makes the portal ask around.
        if (ModelState.IsValid && Input.Active && authority.Length > 0 && await authorities.TryAsync(authority, cancel) is { } problem)
        {
            ModelState.AddModelError("Input.Authority", text[problem]);
        }
    }

    private async Task<OpenIdProvider?> ReadAsync(CancellationToken cancel)
    {
        var provider = await db.OpenIdProviders.SingleOrDefaultAsync(cancel);
        var code = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => t.Code).SingleAsync(cancel);
        HasSecret = provider?.SealedSecret is not null;
        (ReturnAddress, SignInAddress) = (address.Of(OpenIdFlow.ReturnPath(code)), address.Of($"/Account/OpenId?network={Uri.EscapeDataString(code)}"));
        return provider;
    }

    public sealed class Form
    {
        [StringLength(OpenIdProvider.LongestAuthority), Display(Name = "openId.authority")]
        public string? Authority { get; set; }

        [StringLength(OpenIdProvider.LongestClient), Display(Name = "openId.client")]
        public string? Client { get; set; }

        /// <summary>Empty keeps the one that is there.</summary>
        [StringLength(500), Display(Name = "openId.secret")]
        public string? Secret { get; set; }

        [Display(Name = "openId.active")]
        public bool Active { get; set; }

        [Display(Name = "openId.only")]
        public bool OnlyThis { get; set; }

        [Required, StringLength(PasswordRules.Longest), Display(Name = "openId.yourPassword")]
        public string Password { get; set; } = "";
    }
}
