using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>The switch 中 / EN: a cookie, and for who is signed in the language of the account.</summary>
[Permission(Permission.Anonymous), BeforeSecondStep]
public sealed class LanguageModel(UserManager<AppUser> users, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(string language, string? returnUrl)
    {
        Languages.Remember(HttpContext, language);
        if (user.IsSignedIn && await users.FindByIdAsync(user.Id.Value.ToString("D")) is { } account)
        {
            account.Language = language == Text.English ? "en" : "zh-CN";
            await users.UpdateAsync(account);
        }

        return LocalRedirect(Url.OwnOrHome(returnUrl));
    }
}
