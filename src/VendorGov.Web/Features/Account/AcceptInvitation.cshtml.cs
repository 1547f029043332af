using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Account;

/// <summary>
/// The link of an invitation. A new person chooses name and password; who has an account already proves it by its password
/// and gains one more place.
/// </summary>
[Permission(Permission.Anonymous)]
[EnableRateLimiting(AccountServices.GuessLimit)]
public sealed class AcceptInvitationModel(
    MembershipDirectory directory, UserManager<AppUser> users, SignInDesk desk, AppDb db, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public Person Input { get; set; } = new();

    /// <summary>Null where the link is unknown, used or too old.</summary>
    public Offer? Invited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await FindAsync(cancel) is { } invitation)
        {
            Input.Name = invitation.DisplayName;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var invitation = await FindAsync(cancel);
        if (invitation is null || !ModelState.IsValid)
        {
            return Page();
        }

        // The tenant's audit trail names the person who joins.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = Invited!.HasAccount
            ? await desk.CheckAsync(invitation.Email, Input.Password)
            : await CreateAsync(invitation);
        if (account is null)
        {
            if (Invited.HasAccount)
            {
                await transaction.CommitAsync(cancel);
                ModelState.AddModelError("Input.Password", text["account.password.mismatch"]);
            }

            return Page();
        }

        return await JoinAsync(invitation, account, cancel) ? await EnterAsync(account, transaction, cancel) : Page();
    }

    private async Task<bool> JoinAsync(Invitation invitation, AppUser account, CancellationToken cancel)
    {
        try
        {
            var userId = UserId.From(account.Id);
            db.Scope.EnterTenant(invitation.TenantId, userId, account.DisplayName);
            var membership = invitation.Accept(userId, account.DisplayName, clock.GetUtcNow());
            db.Memberships.Add(membership);
            account.LastMembershipId = membership.Id;
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }
        catch (DbUpdateException)
        {
            // A double click, or the person is a member already: the unique index decided.
            ModelState.AddModelError("", text["account.invitation.used"]);
        }

        return false;
    }

    private async Task<IActionResult> EnterAsync(
        AppUser account, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await transaction.CommitAsync(cancel);
        if (account.TwoFactorEnabled)
        {
            // The password alone opens no session of this account.
            TempData["Flash"] = text["account.invitation.joined"];
            return Redirect("/Account/SignIn");
        }

        await desk.OpenAsync(account, cancel);
        return Redirect("/");
    }

    private async Task<AppUser?> CreateAsync(Invitation invitation)
    {
        var account = new AppUser
        {
            UserName = invitation.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
            DisplayName = Input.Name?.Trim() ?? "",
            Language = text.IsChinese ? "zh-CN" : "en",
            CreatedAt = clock.GetUtcNow(),
        };
        if (account.DisplayName.Length == 0)
        {
            ModelState.AddModelError("Input.Name", text["shared.required", text["account.name"]]);
            return null;
        }

        var result = await users.CreateAsync(account, Input.Password);
        foreach (var error in result.Errors.Select(PasswordErrors.KeyOf).Distinct())
        {
            ModelState.AddModelError("Input.Password", text[error, PasswordRules.Shortest]);
        }

        return result.Succeeded ? account : null;
    }

    private async Task<Invitation?> FindAsync(CancellationToken cancel)
    {
        if (await directory.InvitationAsync(Token, cancel) is not { } found || !found.Invitation.IsOpen(clock.GetUtcNow()))
        {
            return null;
        }

        var known = await users.FindByEmailAsync(found.Invitation.Email) is not null;
        Invited = new Offer(found.TenantName, found.Invitation.Email, found.Invitation.Role, found.Invitation.InvitedBy, known);
        return found.Invitation;
    }

    public sealed record Offer(string Tenant, string Email, Role Role, string InvitedBy, bool HasAccount);

    public sealed class Person
    {
        /// <summary>Not asked of who has an account already.</summary>
        [StringLength(60), Display(Name = "account.name")]
        public string? Name { get; set; }

        [Required, StringLength(PasswordRules.Longest), Display(Name = "account.password")]
        public string Password { get; set; } = "";
    }
}
