using Microsoft.AspNetCore.Identity;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// For who lost the phone and all keys: second step, recovery codes, passkeys and links to providers go, every session ends, the password stays. The
/// person is told by mail, each network of the person in its trail.
/// </summary>
public sealed class Recovery(
    UserManager<AppUser> users, MembershipDirectory directory, SecondFactor second, Sessions sessions, AccountTrail trail, AccountMail mail, AppDb db)
{
    /// <summary>
    /// Whether headquarters of one network may: the person is a member there and nowhere else, and does not run the platform. Else one network would
    /// weaken another's wall, and the platform's administrator decides.
    /// </summary>
    public async Task<bool> IsOwnAsync(AppUser user, TenantId tenant, CancellationToken cancel) =>
        !user.IsPlatformAdministrator && (await directory.OfAsync(UserId.From(user.Id), cancel)) is { Count: > 0 } places && places.All(p => p.Tenant == tenant);

    /// <param name="by">Null: the operator, by a command.</param>
    public async Task ResetAsync(AppUser user, UserId? by, string byName, CancellationToken cancel)
    {
        await second.DisableAsync(user);
        foreach (var key in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, key.CredentialId);
        }

        foreach (var link in await users.GetLoginsAsync(user))
        {
            await users.RemoveLoginAsync(user, link.LoginProvider, link.ProviderKey);
        }

        await users.UpdateSecurityStampAsync(user);
        var owner = UserId.From(user.Id);
        await sessions.EndAsync(s => s.UserId == owner);
        await sessions.NoteAsync(owner, SignInOutcome.Recovered);
        foreach (var place in await directory.OfAsync(owner, cancel))
        {
            await trail.NoteAsync(place.Tenant, by, byName, "recovered", nameof(Membership), place.MembershipId.ToString("D"));
        }

        mail.Recovered(user, byName);
        await db.SaveChangesAsync(cancel);
    }
}
