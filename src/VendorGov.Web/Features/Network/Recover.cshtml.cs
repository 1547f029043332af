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

namespace VendorGov.Web.Features.Network;

/// <summary>A member who lost phone and keys gets in again: headquarters remove second step, passkeys and links, with their own password.</summary>
[Permission(Permission.ManageUsers)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class RecoverModel(AppDb db, CurrentUser user, UserManager<AppUser> users, SignInDesk desk, Recovery recovery, Text text) : PageModel
{
    public Membership Member { get; private set; } = null!;

    /// <summary>False where the person is in other networks too, or runs the platform: the platform's administrator decides.</summary>
    public bool IsOwn { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, string? password, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } account || !IsOwn)
        {
            return NotFound();
        }

        var own = (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
        if (await desk.CheckAsync(own.Email!, password ?? "") is null)
        {
            ModelState.AddModelError("password", text["openId.password"]);
            return Page();
        }

        await recovery.ResetAsync(account, user.Id, user.Name, cancel);
        TempData["Flash"] = text["recover.done", Member.DisplayName];
        return RedirectToPage("Users");
    }

    private async Task<AppUser?> FindAsync(Guid id, CancellationToken cancel)
    {
        var member = await db.Memberships.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.DeactivatedAt == null, cancel);
        if (member is null || member.UserId == user.Id || await users.FindByIdAsync(member.UserId.Value.ToString("D")) is not { } account)
        {
            return null;
        }

        (Member, IsOwn) = (member, await recovery.IsOwnAsync(account, user.TenantId, cancel));
        return account;
    }
}
