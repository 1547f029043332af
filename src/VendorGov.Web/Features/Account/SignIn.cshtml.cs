using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class SignInModel(SignInDesk desk, SecondFactor second, Passkeys passkeys, FirstRun firstRun, OpenIdDirectory providers, CurrentUser user, Text text) : PageModel
{
    private const string Step = "sign-in";

    [BindProperty]
    public Credentials Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Set once the password was right and the second step waits for its code.</summary>
    public string? Ticket { get; private set; }

    /// <summary>Nobody can sign in yet: the portal waits for its first administrator.</summary>
    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        IsNew = await firstRun.IsOpenAsync(cancel);
        return user.IsSignedIn ? LocalRedirect(Target()) : Page();
    }

    /// <summary>Whether any network here has company sign-in.</summary>
    public Task<bool> HasOpenIdAsync() => providers.AnyAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = await desk.CheckAsync(Input.Email.Trim(), Input.Password);
        if (account is null)
        {
            ModelState.AddModelError("", text["account.signIn.refused"]);
            return Page();
        }

        if (account.TwoFactorEnabled)
        {
            Ticket = second.Seal(account, Step, [], TimeSpan.FromMinutes(5));
            return Page();
        }

        return await EnterAsync(account, cancel);
    }

    public async Task<IActionResult> OnPostSecondAsync(string? ticket, string? code, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await second.OpenAsync(ticket, Step) is not { User: var account })
        {
            ModelState.AddModelError("", text["account.second.expired"]);
            return Page();
        }

        if (!await second.CheckAsync(account, code ?? ""))
        {
            Ticket = ticket;
            ModelState.AddModelError("code", text["account.second.refused"]);
            return Page();
        }

        return await EnterAsync(account, cancel);
    }

    /// <summary>What the browser asks the passkeys of its device; for the page's script.</summary>
    public async Task<IActionResult> OnPostAskAsync() => Content(await passkeys.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await passkeys.CheckAsync(credential) is { } account)
        {
            return await EnterAsync(account, cancel, proven: true);
        }

        ModelState.AddModelError("", text["account.passkey.refused"]);
        return Page();
    }

    private async Task<IActionResult> EnterAsync(AppUser account, CancellationToken cancel, bool proven = false)
    {
        var outcome = await desk.OpenAsync(account, cancel, proven);
        if (outcome is SignInOutcome.NoPlace or SignInOutcome.OpenIdDemanded)
        {
            ModelState.AddModelError("", text[outcome is SignInOutcome.NoPlace ? "account.signIn.noPlace" : "account.openId.demanded"]);
            return Page();
        }

        if (account.Language is { } language)
        {
            Languages.Remember(HttpContext, language.StartsWith("en", StringComparison.Ordinal) ? Text.English : Text.Chinese);
        }

        return LocalRedirect(Target());
    }

    private string Target() => Url.OwnOrHome(ReturnUrl);

    public sealed class Credentials
    {
        [Required, StringLength(256), Display(Name = "account.email")]
        public string Email { get; set; } = "";

        [Required, StringLength(PasswordRules.Longest), Display(Name = "account.password")]
        public string Password { get; set; } = "";
    }
}
