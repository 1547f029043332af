using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>Name, language and password of the person who is signed in.</summary>
[Permission(Permission.SignedIn), OwnSignIn]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class ProfileModel(
    UserManager<AppUser> users, SignInDesk desk, Places places, OpenIdDirectory providers, AppDb db, CurrentUser user, Text text) : PageModel
{
    public PersonInput Person { get; set; } = new();

    public PasswordInput Change { get; set; } = new();

    public string Email { get; private set; } = "";

    public bool HasSecondStep { get; private set; }

    /// <summary>Whether the present network has company sign-in.</summary>
    public async Task<bool> HasProviderAsync() =>
        user.Member.TenantId is { } tenant && await providers.OfTenantAsync(tenant, HttpContext.RequestAborted) is not null;

    public async Task OnGetAsync() => Show(await AccountAsync());

    public async Task<IActionResult> OnPostPersonAsync([Bind(Prefix = nameof(Person))] PersonInput person, CancellationToken cancel)
    {
        Person = person;
        var account = await AccountAsync();
        if (!ModelState.IsValid)
        {
            (Email, HasSecondStep) = (account.Email!, account.TwoFactorEnabled);
            return Page();
        }

        account.DisplayName = person.Name.Trim();
        account.Language = person.Language == Text.English ? "en" : "zh-CN";
        await users.UpdateAsync(account);
        await RenameMembershipAsync(account.DisplayName, cancel);
        Languages.Remember(HttpContext, person.Language);
        await desk.OpenAtAsync(account, user.Member.MembershipId?.ToString("D") ?? Session.Platform);
        return Done(person.Language, "account.profile.saved");
    }

    public async Task<IActionResult> OnPostPasswordAsync([Bind(Prefix = nameof(Change))] PasswordInput change)
    {
        Change = change;
        var account = await AccountAsync();
        if (!ModelState.IsValid || !await ChangeAsync(account, change))
        {
            Show(account);
            return Page();
        }

        await desk.ReopenAsync(account, user.Member, SignInOutcome.PasswordChanged);
        return Done(text.Language, "account.profile.passwordChanged");
    }

    /// <summary>Ends every other session.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        var account = await AccountAsync();
        await users.UpdateSecurityStampAsync(account);
        await desk.ReopenAsync(account, user.Member, SignInOutcome.Ended);
        return Done(text.Language, "account.profile.signedOut");
    }

    private async Task<bool> ChangeAsync(AppUser account, PasswordInput change)
    {
        if (await desk.CheckAsync(account.Email!, change.Current) is null)
        {
            ModelState.AddModelError("Change.Current", text["account.password.mismatch"]);
            return false;
        }

        var result = await users.ChangePasswordAsync(account, change.Current, change.Next);
        foreach (var error in result.Errors.Select(PasswordErrors.KeyOf).Distinct())
        {
            ModelState.AddModelError("Change.Next", text[error, PasswordRules.Shortest]);
        }

        return result.Succeeded;
    }

    private async Task RenameMembershipAsync(string name, CancellationToken cancel)
    {
        if (user.Member.MembershipId is not { } id)
        {
            return;
        }

        var membership = await db.Memberships.SingleAsync(m => m.Id == id, cancel);
        membership.Rename(name);
        await db.SaveChangesAsync(cancel);
        places.Forget(user.Id, id);
    }

    private RedirectResult Done(string language, string key)
    {
        TempData["Flash"] = Text.For(language, text.Zone)[key];
        return Redirect("/Account/Profile");
    }

    private void Show(AppUser account)
    {
        (Email, HasSecondStep) = (account.Email!, account.TwoFactorEnabled);
        Person = new PersonInput { Name = account.DisplayName, Language = text.Language };
    }

    private async Task<AppUser> AccountAsync() => (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;

    public sealed class PersonInput
    {
        [Required, StringLength(60), Display(Name = "account.name")]
        public string Name { get; set; } = "";

        [Required, RegularExpression("zh|en"), Display(Name = "account.language")]
        public string Language { get; set; } = Text.Chinese;
    }

    public sealed class PasswordInput
    {
        [Required, StringLength(PasswordRules.Longest), Display(Name = "account.currentPassword")]
        public string Current { get; set; } = "";

        [Required, StringLength(PasswordRules.Longest), Display(Name = "account.newPassword")]
        public string Next { get; set; } = "";
    }
}
