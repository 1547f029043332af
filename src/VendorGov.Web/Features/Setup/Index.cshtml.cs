using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Setup;

/// <summary>
/// First run: the code from the console, the first network and its first headquarters user, who is platform administrator
/// too. Answers 404 once an administrator exists. The fixed key of <see cref="Installation"/> lets one of two racing
/// requests win.
/// </summary>
[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class IndexModel(
    FirstRun firstRun, AppDb db, UserManager<AppUser> users, SignInDesk desk, TimeProvider clock, Text text) : PageModel
{
    [BindProperty]
    public FirstPerson Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await firstRun.IsOpenAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await firstRun.IsOpenAsync(cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid && !firstRun.Accepts(Input.Code))
        {
            ModelState.AddModelError("Input.Code", text["setup.wrongCode"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await ClaimAsync(cancel))
        {
            return NotFound();
        }

        if (await CreateAsync() is not { } account)
        {
            return Page();
        }

        await FoundAsync(account, cancel);
        await transaction.CommitAsync(cancel);
        await desk.OpenAsync(account, cancel);
        TempData["Flash"] = text["setup.done", Input.Network];
        return Redirect("/");
    }

    /// <summary>False where another request was first.</summary>
    private async Task<bool> ClaimAsync(CancellationToken cancel)
    {
        try
        {
            db.Installations.Add(new Installation { CreatedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private async Task<AppUser?> CreateAsync()
    {
        var account = new AppUser
        {
            UserName = Input.Email.Trim(),
            Email = Input.Email.Trim(),
            EmailConfirmed = true,
            DisplayName = Input.Name.Trim(),
            Language = text.IsChinese ? "zh-CN" : "en",
            IsPlatformAdministrator = true,
            CreatedAt = clock.GetUtcNow(),
        };
        var result = await users.CreateAsync(account, Input.Password);
        foreach (var key in result.Errors.Select(PasswordErrors.KeyOf).Distinct())
        {
            var field = key.StartsWith("account.email", StringComparison.Ordinal) ? "Input.Email" : "Input.Password";
            ModelState.AddModelError(field, text[key, PasswordRules.Shortest]);
        }

        return result.Succeeded ? account : null;
    }

    private async Task FoundAsync(AppUser account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var user = UserId.From(account.Id);
        var tenant = new Tenant(TenantId.New(), Input.NetworkCode.Trim(), Input.Network.Trim(), Input.TimeZone, account.Language!, now);
        db.Scope.EnterTenant(tenant.Id, user, account.DisplayName);
        var membership = new Membership(tenant.Id, user, account.DisplayName, account.Email!, Role.Headquarters, new PartyKey(), now);
        db.Tenants.Add(tenant);
        db.Memberships.Add(membership);
        account.LastMembershipId = membership.Id;
        await db.SaveChangesAsync(cancel);
    }

    public sealed class FirstPerson
    {
        [Required, StringLength(20), Display(Name = "setup.code")]
        public string Code { get; set; } = "";

        [Required, StringLength(80), Display(Name = "setup.network")]
        public string Network { get; set; } = "";

        [Required, StringLength(20), RegularExpression("[A-Za-z0-9-]+"), Display(Name = "setup.networkCode")]
        public string NetworkCode { get; set; } = "";

        [Required, TimeZoneName, Display(Name = "setup.timeZone")]
        public string TimeZone { get; set; } = "Asia/Shanghai";

        [Required, StringLength(60), Display(Name = "account.name")]
        public string Name { get; set; } = "";

        [Required, StringLength(256), OneAddress, Display(Name = "account.email")]
        public string Email { get; set; } = "";

        [Required, StringLength(PasswordRules.Longest), Display(Name = "account.password")]
        public string Password { get; set; } = "";
    }
}
