using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>The passkeys of one's own account. Adding and removing ask for the password again (ASVS 7.5.1).</summary>
[Permission(Permission.SignedIn), BeforeSecondStep, OwnSignIn]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class PasskeysModel(
    UserManager<AppUser> users, SignInDesk desk, Passkeys passkeys, Places places, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    public IReadOnlyList<Passkeys.Found> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync() => Rows = await passkeys.OfAsync(await AccountAsync());

    /// <summary>What the browser needs to make a key, for the page's script; a sentence where it may not have it.</summary>
    public async Task<IActionResult> OnPostOfferAsync(string? password)
    {
        var account = await AccountAsync();
        return await WhyNotAsync(account) is { } reason ? Refused(reason)
            : await ProvesAsync(account, password) ? Content(await passkeys.OfferAsync(account), "application/json")
            : Refused("account.password.mismatch");
    }

    public async Task<IActionResult> OnPostAddAsync(string? name, string? credential)
    {
        var account = await AccountAsync();
        if (await WhyNotAsync(account) is { } reason || !await passkeys.AddAsync(account, credential, NameOf(name)))
        {
            return Done("account.passkey.refused");
        }

        // The device has just made sure of the person.
        await users.UpdateSecurityStampAsync(account);
        await desk.ReopenAsync(account, user.Member, SignInOutcome.PasskeyAdded, proven: true);
        places.Forget(user.Id, user.Member.MembershipId ?? Guid.Empty);
        return Done("account.passkey.added");
    }

    public async Task<IActionResult> OnPostRenameAsync(string key, string? name) =>
        await passkeys.RenameAsync(await AccountAsync(), key, NameOf(name)) ? Done("shared.saved") : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string key, string? password)
    {
        var account = await AccountAsync();
        Rows = await passkeys.OfAsync(account);
        if (Rows.All(r => r.Key != key))
        {
            return NotFound();
        }

        if (!await ProvesAsync(account, password))
        {
            ModelState.AddModelError("", text["account.password.mismatch"]);
            return Page();
        }

        await passkeys.RemoveAsync(account, key);
        await desk.ReopenAsync(account, user.Member, SignInOutcome.PasskeyRemoved);
        return Done("account.passkey.removed");
    }

    private async Task<string?> WhyNotAsync(AppUser account)
    {
        var count = (await passkeys.OfAsync(account)).Count;
        // A password alone must not add a key of its own where the network demands more than a password.
        return count > 0 && user.Member.OwesSecondStep ? "account.passkey.needed" : count >= Passkeys.Most ? "account.passkey.most" : null;
    }

    private async Task<bool> ProvesAsync(AppUser account, string? password) => await desk.CheckAsync(account.Email!, password ?? "") is not null;

    private string NameOf(string? name) => name?.Trim() is { Length: > 0 } given
        ? given[..Math.Min(given.Length, Passkeys.LongestName)]
        : Devices.Describe(Request.Headers.UserAgent) is { Length: > 0 } device ? device : text["account.sessions.unknown"];

    private JsonResult Refused(string key) => new(new { error = text[key, Passkeys.Most] }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private RedirectToPageResult Done(string key)
    {
        TempData["Flash"] = text[key];
        return RedirectToPage();
    }

    private async Task<AppUser> AccountAsync() => (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
}
