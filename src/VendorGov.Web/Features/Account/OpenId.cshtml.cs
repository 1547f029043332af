using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Hosting.OpenId;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>
/// Sign-in with a company account: the network is named by its code, and its provider asks the rest. A code of no network is answered like one of a
/// network without a provider.
/// </summary>
[Permission(Permission.Anonymous), BeforeSecondStep]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class OpenIdModel(OpenIdDirectory providers, OpenIdFlow flow, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The provider's page; the browser goes there by itself.</summary>
    public Uri? Target { get; private set; }

    /// <summary>The session was opened by a provider, and the page that was asked for is about the account itself.</summary>
    public bool IsInside => user is { IsSignedIn: true, Member.ByProvider: true };

    /// <param name="network">So that a network can give its members a link of their own.</param>
    public IActionResult OnGet(string? network)
    {
        ModelState.Clear();
        Input.Network = network?.Length <= 40 ? network : "";
        return user.IsSignedIn && !IsInside ? LocalRedirect("/") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await providers.OfCodeAsync(Input.Network.Trim(), cancel) is not { } provider)
        {
            ModelState.AddModelError("Input.Network", text["account.openId.none"]);
            return Page();
        }

        Target = await flow.BeginAsync(provider, Url.IsOwn(ReturnUrl) ? ReturnUrl : null);
        if (Target is null)
        {
            ModelState.AddModelError("", text["account.openId.silent"]);
        }
        else
        {
            // A redirect would be one that a form of this page leads elsewhere, which the page's policy forbids.
            Response.Headers["Refresh"] = $"0;url={Target.AbsoluteUri}";
        }

        return Page();
    }

    public sealed class Form
    {
        [Required, StringLength(40), Display(Name = "account.openId.network")]
        public string Network { get; set; } = "";
    }
}
