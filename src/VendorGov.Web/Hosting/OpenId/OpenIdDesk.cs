using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Hosting.OpenId;

/// <summary>
/// Whose account is meant by what a provider said. Accounts are never made here: one is known by a link, or, the first time, by an address that the
/// provider vouches for and that a member of this very network has. An account that has a link already is never found by its address: mailboxes pass to
/// successors.
/// </summary>
public sealed class OpenIdDesk(UserManager<AppUser> users, MembershipDirectory directory, Sessions sessions, AccountTrail trail, TimeProvider clock)
{
    /// <summary>Null for nobody whom this network's provider may let in; why stands in the history alone.</summary>
    public async Task<(AppUser User, MembershipDirectory.Place Place)?> FindAsync(OpenIdDirectory.Found provider, OpenIdFlow.Answer answer, CancellationToken cancel)
    {
        var (issuer, subject) = KeysOf(provider.Tenant, answer);
        var known = await users.FindByLoginAsync(issuer, subject);
        var user = known ?? (answer.Email is { } email ? await users.FindByEmailAsync(email) : null);
        var place = user is null ? null : await PlaceAsync(user, provider.Tenant, cancel);
        if (user is null || place is null || user.IsClosed(clock.GetUtcNow()) || (known is null && await IsLinkedAsync(user, issuer)))
        {
            await sessions.NoteAsync(place is null ? null : UserId.From(user!.Id), SignInOutcome.OpenIdRefused);
            return null;
        }

        if (known is null)
        {
            await LinkAsync(user, place, answer, provider);
        }

        return (user, place);
    }

    /// <summary>The active membership of an account in a network.</summary>
    public async Task<MembershipDirectory.Place?> PlaceAsync(AppUser user, TenantId tenant, CancellationToken cancel) =>
        (await directory.OfAsync(UserId.From(user.Id), cancel)).FirstOrDefault(p => p.Tenant == tenant);

    /// <summary>Whether the account can enter a network by its provider.</summary>
    public async Task<bool> HasLinkAsync(AppUser user, TenantId tenant) => (await LinksAsync(user, tenant)).Count > 0;

    /// <summary>Links the account of who is signed in. False where the company account is somebody else's already.</summary>
    public async Task<bool> LinkOwnAsync(AppUser user, OpenIdDirectory.Found provider, OpenIdFlow.Answer answer, CancellationToken cancel)
    {
        var (issuer, subject) = KeysOf(provider.Tenant, answer);
        var holder = await users.FindByLoginAsync(issuer, subject);
        if (await PlaceAsync(user, provider.Tenant, cancel) is not { } place || (holder is not null && holder.Id != user.Id))
        {
            return false;
        }

        await UnlinkAsync(user, place);
        await LinkAsync(user, place, answer, provider);
        return true;
    }

    /// <summary>Removes what links an account to a network's providers, the present one and those before it.</summary>
    public async Task UnlinkAsync(AppUser user, MembershipDirectory.Place place)
    {
        var links = await LinksAsync(user, place.Tenant);
        foreach (var link in links)
        {
            await users.RemoveLoginAsync(user, link.LoginProvider, link.ProviderKey);
        }

        if (links.Count > 0)
        {
            await NoteAsync(user, place, SignInOutcome.OpenIdUnlinked, "unlinked");
        }
    }

    private async Task LinkAsync(AppUser user, MembershipDirectory.Place place, OpenIdFlow.Answer answer, OpenIdDirectory.Found provider)
    {
        var (issuer, subject) = KeysOf(provider.Tenant, answer);
        await users.AddLoginAsync(user, new UserLoginInfo(issuer, subject, null));
        await NoteAsync(user, place, SignInOutcome.OpenIdLinked, "linked");
    }

    /// <summary>In the history of the person, and in the trail of the network.</summary>
    private async Task NoteAsync(AppUser user, MembershipDirectory.Place place, SignInOutcome outcome, string action)
    {
        await sessions.NoteAsync(UserId.From(user.Id), outcome);
        await trail.NoteAsync(place.Tenant, UserId.From(user.Id), place.DisplayName, action, nameof(Membership), place.MembershipId.ToString("D"));
    }

    private async Task<bool> IsLinkedAsync(AppUser user, string issuer) => (await users.GetLoginsAsync(user)).Any(l => l.LoginProvider == issuer);

    private async Task<List<UserLoginInfo>> LinksAsync(AppUser user, TenantId tenant) =>
        [.. (await users.GetLoginsAsync(user)).Where(l => l.LoginProvider.StartsWith(Prefix(tenant), StringComparison.Ordinal))];

    private static string Prefix(TenantId tenant) => $"openid:{tenant.Value:N}:";

    /// <summary>A link holds for one network, one issuer and one subject: another provider's same subject is somebody else.</summary>
    private static (string Issuer, string Subject) KeysOf(TenantId tenant, OpenIdFlow.Answer answer) =>
        (Prefix(tenant) + Hash(answer.Issuer)[..32], Hash(answer.Subject));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
