using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting;

/// <summary>
/// For what a request acts: one person, in one tenant, in one role. The platform administrator has neither membership nor
/// tenant. <paramref name="PartyName"/> is the outlet, region or vendor; null for the whole tenant. <paramref name="OwesSecondStep"/>: the tenant
/// demands two steps to sign in, and this person has not set them up. <paramref name="ByProvider"/>: the network's OpenID provider opened the session, so
/// it does not reach the account itself.
/// </summary>
public sealed record Member(
    UserId UserId,
    Guid? MembershipId,
    string Name,
    Role Role,
    TenantId? TenantId,
    string? TenantName,
    TimeZoneInfo Zone,
    RegionId? RegionId = null,
    OutletId? OutletId = null,
    VendorId? VendorId = null,
    string? PartyName = null,
    int Places = 1,
    bool OwesSecondStep = false,
    bool ByProvider = false);

/// <summary>Who is asking. Filled once per request by <see cref="TenantMiddleware"/>; empty for anonymous callers.</summary>
public sealed class CurrentUser
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private Member? _member;

    public bool IsSignedIn => _member is not null;

    /// <summary>The membership; throws for an anonymous caller.</summary>
    public Member Member => _member ?? throw new InvalidOperationException("The caller is anonymous.");

    public UserId Id => Member.UserId;

    public string Name => Member.Name;

    public Role Role => Member.Role;

    public TenantId TenantId => Member.TenantId ?? throw new InvalidOperationException("The platform administrator has no tenant.");

    /// <summary>The zone in which this caller reads times; Beijing time before sign-in.</summary>
    public TimeZoneInfo Zone => _member?.Zone ?? Beijing;

    /// <summary>Whose internal notes this caller may read: buyer = outlet and headquarters.</summary>
    public Side Side => Role is Role.VendorManager or Role.VendorAgentLead ? Side.Vendor : Side.Buyer;

    public bool Can(Permission permission) =>
        permission == Permission.Anonymous || (_member is not null && Permissions.Allows(_member.Role, permission));

    public void Become(Member member) => _member = member;
}
