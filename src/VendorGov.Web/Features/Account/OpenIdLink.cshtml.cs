using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Hosting.OpenId;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>The company account by which one enters the present network. Linking and unlinking ask for the password again (ASVS 7.5.1).</summary>
[Permission(Permission.SignedIn), OwnSignIn]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class OpenIdLinkModel(
    UserManager<AppUser> users, SignInDesk signIn, OpenIdDirectory providers, OpenIdFlow flow, OpenIdDesk desk, CurrentUser user, Text text) : PageModel
{
    /// <summary>Null where the network has no provider.</summary>
    public OpenIdDirectory.Found? Provider { get; private set; }

    public bool IsLinked { get; private set; }

    public Uri? Target { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostLinkAsync(string? password, CancellationToken cancel)
    {
        var account = await ReadAsync(cancel);
        if (Provider is not { } provider)
        {
            return NotFound();
        }

        if (await ProvesAsync(account, password))
        {
            Target = await flow.BeginAsync(provider, null, account.Id);
            if (Target is null)
            {
                ModelState.AddModelError("", text["account.openId.silent"]);
            }
            else
            {
                Response.Headers["Refresh"] = $"0;url={Target.AbsoluteUri}";
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string? password, CancellationToken cancel)
    {
        var account = await ReadAsync(cancel);
        if (!IsLinked || await desk.PlaceAsync(account, user.TenantId, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!await ProvesAsync(account, password))
        {
            return Page();
        }

        await desk.UnlinkAsync(account, place);
        TempData["Flash"] = text["account.openId.unlinked"];
        return RedirectToPage();
    }

    private async Task<AppUser> ReadAsync(CancellationToken cancel)
    {
        var account = (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
        if (user.Member.TenantId is { } tenant)
        {
            Provider = await providers.OfTenantAsync(tenant, cancel);
            IsLinked = await desk.HasLinkAsync(account, tenant);
        }

        return account;
    }

    private async Task<bool> ProvesAsync(AppUser account, string? password)
    {
        if (await signIn.CheckAsync(account.Email!, password ?? "") is not null)
        {
            return true;
        }

        ModelState.AddModelError("password", text["account.password.mismatch"]);
        return false;
    }
}
