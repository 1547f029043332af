using System.Security.Cryptography;
using System.Text;

namespace VendorGov.Domain.Tenancy;

/// <summary>
/// An invitation by link. Only the SHA-256 of the token is stored; the token is shown once, to who invites. Valid 7 days.
/// </summary>
public sealed class Invitation : ITenantOwned, IAudited, IVersioned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation()
    {
    }

    private Invitation(TenantId tenant, string email, string displayName, Role role, PartyKey party, string invitedBy)
    {
        party.Demand(role);
        Id = Keys.Next();
        TenantId = tenant;
        Email = email;
        DisplayName = displayName;
        Role = role;
        (RegionId, OutletId, VendorId) = (party.Region, party.Outlet, party.Vendor);
        InvitedBy = invitedBy;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Email { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public Role Role { get; private set; }

    public RegionId? RegionId { get; private set; }

    public OutletId? OutletId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public string TokenHash { get; private set; } = "";

    public string InvitedBy { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Version { get; private set; } = 1;

    public PartyKey Party => new(RegionId, OutletId, VendorId);

    public static (Invitation Invitation, string Token) Create(
        TenantId tenant, string email, string displayName, Role role, PartyKey party, string invitedBy, DateTimeOffset now)
    {
        var invitation = new Invitation(tenant, email, displayName, role, party, invitedBy);
        return (invitation, invitation.Send(now));
    }

    /// <summary>Makes a new token (the old link stops working) and starts the seven days again.</summary>
    public string Send(DateTimeOffset now)
    {
        if (AcceptedAt is not null)
        {
            throw new RuleViolationException("invitation-accepted");
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        TokenHash = HashOf(token);
        SentAt = now;
        ExpiresAt = now + Lifetime;
        WithdrawnAt = null;
        return token;
    }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public Membership Accept(UserId user, string displayName, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            throw new RuleViolationException("invitation-closed");
        }

        AcceptedAt = now;
        return new Membership(TenantId, user, displayName, Email, Role, Party, now);
    }

    public void Withdraw(DateTimeOffset now)
    {
        if (AcceptedAt is not null)
        {
            throw new RuleViolationException("invitation-accepted");
        }

        WithdrawnAt ??= now;
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
