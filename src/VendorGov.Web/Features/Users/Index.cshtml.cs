using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Users;

/// <summary>The people of a network and the invitations that wait. Who leaves loses all sessions with the next request.</summary>
[Permission(Permission.ManageUsers)]
public sealed class IndexModel(
    AppDb db, UserManager<AppUser> accounts, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, Text text)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Waiting> Invited { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool IsFiltered => Role is not null || !string.IsNullOrWhiteSpace(Q);

    /// <summary>The link of an invitation that was just sent again; shown this once.</summary>
    [TempData]
    public string? NewLink { get; set; }

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var members = db.Memberships.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var words = Q.Trim();
            members = members.Where(m => m.DisplayName.Contains(words) || m.Email.Contains(words));
        }

        if (Role is { } role)
        {
            members = members.Where(m => m.Role == role);
        }

        Paging = Paging.Of(p, await members.CountAsync(cancel));
        Rows = await PageAsync(members, cancel);
        Invited = await db.Invitations.AsNoTracking()
            .Where(i => i.AcceptedAt == null && i.WithdrawnAt == null).OrderByDescending(i => i.SentAt)
            .Select(i => new Waiting(i.Id, i.DisplayName, i.Email, i.Role, i.ExpiresAt)).Take(100).ToListAsync(cancel);
    }

    public Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, m => m.Deactivate(Now), cancel);

    public Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, m => m.Reactivate(), cancel);

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancel)
    {
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (invitation is null)
        {
            return NotFound();
        }

        try
        {
            NewLink = links.Invitation(invitation.Send(Now));
            mail.Invitation(
                user.TenantId, user.Member.TenantName!, text.LanguageTag, invitation.Email, invitation.DisplayName, NewLink);
            await db.SaveChangesAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            TempData["Flash"] = text.Rule(violation);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (invitation is null)
        {
            return NotFound();
        }

        try
        {
            invitation.Withdraw(Now);
            await db.SaveChangesAsync(cancel);
        }
        catch (RuleViolationException violation)
        {
            TempData["Flash"] = text.Rule(violation);
        }

        return RedirectToPage();
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Action<Membership> change, CancellationToken cancel)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (membership is null)
        {
            return NotFound();
        }

        // Nobody locks themselves out.
        if (membership.UserId == user.Id)
        {
            TempData["Flash"] = text["users.notYourself"];
            return RedirectToPage();
        }

        change(membership);
        await db.SaveChangesAsync(cancel);
        if (await accounts.FindByIdAsync(membership.UserId.Value.ToString("D")) is { } account)
        {
            await accounts.UpdateSecurityStampAsync(account);
        }

        return RedirectToPage();
    }

    private async Task<List<Row>> PageAsync(IQueryable<Membership> members, CancellationToken cancel)
    {
        var sorted = Sort switch
        {
            "-name" => members.OrderByDescending(m => m.DisplayName),
            "role" => members.OrderBy(m => m.Role).ThenBy(m => m.DisplayName),
            "-role" => members.OrderByDescending(m => m.Role).ThenBy(m => m.DisplayName),
            "joined" => members.OrderBy(m => m.JoinedAt),
            "-joined" => members.OrderByDescending(m => m.JoinedAt),
            _ => members.OrderBy(m => m.DisplayName),
        };
        return await (
            from m in sorted.Skip(Paging.Skip).Take(Paging.Size)
            join v in db.Vendors on m.VendorId equals v.Id into vendors
            from v in vendors.DefaultIfEmpty()
            join o in db.Outlets on m.OutletId equals o.Id into outlets
            from o in outlets.DefaultIfEmpty()
            join r in db.Regions on m.RegionId equals r.Id into regions
            from r in regions.DefaultIfEmpty()
            select new Row(
                m.Id, m.DisplayName, m.Email, m.Role, v != null ? v.Name : o != null ? o.Name : r != null ? r.Name : null,
                m.JoinedAt, m.DeactivatedAt != null)).ToListAsync(cancel);
    }

    public sealed record Row(Guid Id, string Name, string Email, Role Role, string? Party, DateTimeOffset JoinedAt, bool Inactive);

    public sealed record Waiting(Guid Id, string Name, string Email, Role Role, DateTimeOffset ExpiresAt);
}
