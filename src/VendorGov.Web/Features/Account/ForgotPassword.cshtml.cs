using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Features.Account;

/// <summary>Asks for a reset link. The answer is the same whether the address has an account or not.</summary>
[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class ForgotPasswordModel(UserManager<AppUser> users, AccountLinks links, AccountMail mail, AppDb db) : PageModel
{
    [BindProperty]
    [Required, StringLength(256), EmailAddress, Display(Name = "account.email")]
    public string Email { get; set; } = "";

    public bool Sent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await users.FindByEmailAsync(Email.Trim()) is { } account)
        {
            var token = await users.GeneratePasswordResetTokenAsync(account);
            mail.Reset(account, links.Reset(account.Id, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))));
            await db.SaveChangesAsync(cancel);
        }

        Sent = true;
        return Page();
    }
}
