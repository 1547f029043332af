using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>Sets a new password by a link that works once, for one hour. All sessions of the account end.</summary>
[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class ResetPasswordModel(UserManager<AppUser> users, Sessions sessions, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    [Required, StringLength(PasswordRules.Longest), Display(Name = "account.newPassword")]
    public string Password { get; set; } = "";

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = await users.FindByIdAsync(UserKey.ToString("D"));
        // A closed account is opened by no link.
        var result = account is null || account.IsClosed(clock.GetUtcNow())
            ? IdentityResult.Failed(new IdentityErrorDescriber().InvalidToken())
            : await users.ResetPasswordAsync(account, Token(), Password);
        if (!result.Succeeded)
        {
            AddErrors(result);
            return Page();
        }

        await users.SetLockoutEndDateAsync(account!, null);
        var owner = UserId.From(UserKey);
        await sessions.EndAsync(s => s.UserId == owner);
        await sessions.NoteAsync(owner, SignInOutcome.PasswordReset);
        TempData["Flash"] = text["account.reset.done"];
        return Redirect("/Account/SignIn");
    }

    private void AddErrors(IdentityResult result)
    {
        foreach (var error in result.Errors.Select(PasswordErrors.KeyOf).Distinct())
        {
            ModelState.AddModelError(error == "account.link.dead" ? "" : nameof(Password), text[error, PasswordRules.Shortest]);
        }
    }

    private string Token()
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(Code));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
