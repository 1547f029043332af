using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Platform;

/// <summary>The same as headquarters' page, for headquarters themselves and for people in several networks; the account is named by its address.</summary>
[Permission(Permission.ManageTenants)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class RecoverModel(CurrentUser user, UserManager<AppUser> users, SignInDesk desk, Recovery recovery, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var own = (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
        if (ModelState.IsValid && await desk.CheckAsync(own.Email!, Input.Password) is null)
        {
            ModelState.AddModelError("Input.Password", text["platform.recoverPassword"]);
        }

        var account = ModelState.IsValid ? await users.FindByEmailAsync(Input.Email.Trim()) : null;
        if (ModelState.IsValid && (account is null || account.Id == own.Id))
        {
            ModelState.AddModelError("Input.Email", text[account is null ? "platform.recoverNobody" : "platform.recoverSelf"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await recovery.ResetAsync(account!, user.Id, user.Name, cancel);
        TempData["Flash"] = text["platform.recovered", account!.DisplayName];
        return RedirectToPage("Index");
    }

    public sealed class Form
    {
        [Required, StringLength(256), Display(Name = "account.email")]
        public string Email { get; set; } = "";

        [Required, StringLength(PasswordRules.Longest), Display(Name = "platform.yourPassword")]
        public string Password { get; set; } = "";
    }
}
