using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Features.Account;

/// <summary>One person, several places: choose in which to act. Opens a new session there.</summary>
[Permission(Permission.SignedIn), BeforeSecondStep, OwnSignIn]
public sealed class SwitchTenantModel(
    MembershipDirectory directory, UserManager<AppUser> users, SignInDesk desk, CurrentUser user) : PageModel
{
    public IReadOnlyList<PlaceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var places = await directory.OfAsync(user.Id, cancel);
        var rows = places.Select(p => new PlaceRow(
            p.MembershipId.ToString("D"), p.TenantName, p.Role, p.PartyName, p.MembershipId == user.Member.MembershipId)).ToList();
        if (User.HasClaim(Session.AdministratorClaim, "1"))
        {
            rows.Add(new PlaceRow(Session.Platform, null, Role.PlatformAdministrator, null, user.Member.MembershipId is null));
        }

        Rows = rows;
    }

    public async Task<IActionResult> OnPostAsync(string place, CancellationToken cancel)
    {
        var account = (await users.FindByIdAsync(user.Id.Value.ToString("D")))!;
        if (place == Session.Platform && account.IsPlatformAdministrator)
        {
            account.LastMembershipId = null;
        }
        else if (Guid.TryParse(place, out var membership) && await directory.FindAsync(membership, user.Id, cancel) is not null)
        {
            account.LastMembershipId = membership;
        }
        else
        {
            return NotFound();
        }

        await users.UpdateAsync(account);
        await desk.OpenAtAsync(account, place);
        return Redirect("/");
    }

    public sealed record PlaceRow(string Key, string? Tenant, Role Role, string? Party, bool Current);
}
