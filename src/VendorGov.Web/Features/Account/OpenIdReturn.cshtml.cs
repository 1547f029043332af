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

/// <summary>
/// Where a network's provider sends the browser back. What was not begun by this browser, is not signed, or names nobody of the network is answered by
/// one and the same sentence.
/// </summary>
[Permission(Permission.Anonymous), BeforeSecondStep]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class OpenIdReturnModel(
    OpenIdDirectory providers, OpenIdFlow flow, OpenIdDesk desk, SignInDesk signIn, SecondFactor second, UserManager<AppUser> users, CurrentUser user, Text text)
    : PageModel
{
    /// <summary>Set where the account's own second step still waits for its code.</summary>
    public string? Ticket { get; private set; }

    public string? ReturnUrl { get; private set; }

    public string Network { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string network, CancellationToken cancel)
    {
        Network = network;
        if (await providers.OfCodeAsync(network, cancel) is not { } provider || await flow.FinishAsync(provider) is not { } answer)
        {
            return Refused("account.openId.refused");
        }

        if (answer.LinkFor is { } asking)
        {
            return await LinkAsync(provider, answer, asking, cancel);
        }

        return await desk.FindAsync(provider, answer, cancel) is var (account, place)
            ? await EnterAsync(account, place, answer, cancel)
            : Refused("account.openId.refused");
    }

    public async Task<IActionResult> OnPostSecondAsync(string network, string? ticket, string? code, string? returnUrl, CancellationToken cancel)
    {
        (Network, ReturnUrl) = (network, returnUrl);
        ModelState.Clear();
        if (await providers.OfCodeAsync(network, cancel) is not { } provider || await second.OpenAsync(ticket, StepOf(provider)) is not { User: var account }
            || await desk.PlaceAsync(account, provider.Tenant, cancel) is not { } place)
        {
            return Refused("account.second.expired");
        }

        if (!await second.CheckAsync(account, code ?? ""))
        {
            Ticket = ticket;
            ModelState.AddModelError("code", text["account.second.refused"]);
            return Page();
        }

        return await OpenAsync(account, place, proven: false);
    }

    private static string StepOf(OpenIdDirectory.Found provider) => $"open-id:{provider.Tenant.Value:N}";

    /// <summary>
    /// The network's demand for two steps is answered by the provider's word that it asked for several factors, or by the account's own second step.
    /// </summary>
    private async Task<IActionResult> EnterAsync(AppUser account, MembershipDirectory.Place place, OpenIdFlow.Answer answer, CancellationToken cancel)
    {
        ReturnUrl = answer.ReturnUrl;
        if (!answer.SeveralFactors && account.TwoFactorEnabled && await providers.OfTenantAsync(place.Tenant, cancel) is { } provider)
        {
            Ticket = second.Seal(account, StepOf(provider), [], TimeSpan.FromMinutes(5));
            return Page();
        }

        return place.OwesSecondStep && !answer.SeveralFactors ? Refused("account.openId.twoSteps") : await OpenAsync(account, place, answer.SeveralFactors);
    }

    private async Task<IActionResult> OpenAsync(AppUser account, MembershipDirectory.Place place, bool proven)
    {
        await signIn.OpenByProviderAsync(account, place, proven);
        if (account.Language is { } language)
        {
            Languages.Remember(HttpContext, language.StartsWith("en", StringComparison.Ordinal) ? Text.English : Text.Chinese);
        }

        return LocalRedirect(Url.OwnOrHome(ReturnUrl));
    }

    private async Task<IActionResult> LinkAsync(OpenIdDirectory.Found provider, OpenIdFlow.Answer answer, Guid asking, CancellationToken cancel)
    {
        if (!user.IsSignedIn || user.Member.ByProvider || user.Id.Value != asking || user.Member.TenantId != provider.Tenant)
        {
            return Refused("account.openId.refused");
        }

        var account = (await users.FindByIdAsync(asking.ToString("D")))!;
        TempData["Flash"] = text[await desk.LinkOwnAsync(account, provider, answer, cancel) ? "account.openId.linked" : "account.openId.taken"];
        return RedirectToPage("OpenIdLink");
    }

    private PageResult Refused(string key)
    {
        ModelState.AddModelError("", text[key]);
        return Page();
    }
}
