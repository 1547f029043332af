using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Documents;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>Two-step sign-in of one's own account: set up, new recovery codes, turn off. Each asks for the password again (ASVS 7.5.1).</summary>
[Permission(Permission.SignedIn), BeforeSecondStep, OwnSignIn]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class SecondStepModel(UserManager<AppUser> users, SignInDesk desk, SecondFactor second, Passkeys passkeys, Places places, CurrentUser user, Text text) : PageModel
{
    private const string Step = "set-up";

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Fresh recovery codes, shown this once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>Carries the new secret from the picture to the first code.</summary>
    public string? Ticket { get; private set; }

    public string Picture { get; private set; } = "";

    public string Key { get; private set; } = "";

    public async Task OnGetAsync() => await ShowAsync(await AccountAsync());

    public async Task<IActionResult> OnPostBeginAsync(string? password)
    {
        var account = await AccountAsync();
        if (user.Member.OwesSecondStep && (await passkeys.OfAsync(account)).Count > 0)
        {
            // Else who stole the password would set up a second step of their own beside the person's passkey.
            ModelState.AddModelError("", text["account.passkey.needed"]);
        }
        else if (!account.TwoFactorEnabled && await ProvesAsync(account, password))
        {
            var secret = Totp.NewSecret();
            Offer(account, secret, second.Seal(account, Step, secret, TimeSpan.FromMinutes(15)));
        }

        await ShowAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? ticket, string? code)
    {
        var account = await AccountAsync();
        if (await second.OpenAsync(ticket, Step) is not { } opened || opened.User.Id != account.Id || account.TwoFactorEnabled)
        {
            ModelState.AddModelError("", text["account.second.expired"]);
        }
        else if (await second.EnableAsync(account, opened.Bytes, code ?? "") is { } codes)
        {
            Codes = codes;
            await desk.ReopenAsync(account, user.Member, SignInOutcome.SecondStepOn);
            places.Forget(user.Id, user.Member.MembershipId ?? Guid.Empty);
        }
        else
        {
            Offer(account, opened.Bytes, ticket!);
            ModelState.AddModelError("code", text["account.second.wrong"]);
        }

        await ShowAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync(string? password)
    {
        var account = await AccountAsync();
        if (account.TwoFactorEnabled && await ProvesAsync(account, password))
        {
            Codes = await second.RenewCodesAsync(account);
        }

        await ShowAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(string? password, string? code)
    {
        var account = await AccountAsync();
        if (account.TwoFactorEnabled && await ProvesAsync(account, password))
        {
            if (await second.CheckAsync(account, code ?? ""))
            {
                await second.DisableAsync(account);
                await desk.ReopenAsync(account, user.Member, SignInOutcome.SecondStepOff);
                places.Forget(user.Id, user.Member.MembershipId ?? Guid.Empty);
                TempData["Flash"] = text["account.second.turnedOff"];
                return RedirectToPage("Profile");
            }

            ModelState.AddModelError("code", text["account.second.refused"]);
        }

        await ShowAsync(account);
        return Page();
    }

    private async Task<bool> ProvesAsync(AppUser account, string? password)
    {
        if (await desk.CheckAsync(account.Email!, password ?? "") is not null)
        {
            return true;
        }

        ModelState.AddModelError("password", text["account.password.mismatch"]);
        return false;
    }

    private void Offer(AppUser account, byte[] secret, string ticket) => (Ticket, Key, Picture) = (
        ticket, string.Join(' ', Totp.Base32(secret).Chunk(4).Select(c => new string(c))),
        "data:image/png;base64," + Convert.ToBase64String(QrPicture.Png(SecondFactor.Address(account, secret))));

    private async Task ShowAsync(AppUser account) => (IsOn, CodesLeft) = (account.TwoFactorEnabled, await second.CodesLeftAsync(account));

    private async Task<AppUser> AccountAsync() => (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
}
