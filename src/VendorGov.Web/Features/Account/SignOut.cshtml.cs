using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Features.Account;

[Permission(Permission.Anonymous), BeforeSecondStep]
public sealed class SignOutModel(Sessions sessions, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (user.IsSignedIn)
        {
            var current = sessions.Current;
            await sessions.EndAsync(s => s.Id == current);
            await sessions.NoteAsync(user.Id, SignInOutcome.SignedOut);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Redirect("/Account/SignIn");
    }
}
