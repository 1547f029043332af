namespace VendorGov.Domain.Tenancy;

/// <summary>The party that a role acts for: nothing for headquarters and auditor, else exactly the one key of the role.</summary>
public sealed record PartyKey(RegionId? Region = null, OutletId? Outlet = null, VendorId? Vendor = null)
{
    /// <summary>Throws <see cref="RuleViolationException"/> where the key does not fit the role.</summary>
    public void Demand(Role role)
    {
        var fits = role switch
        {
            Role.Headquarters or Role.Auditor => this is { Region: null, Outlet: null, Vendor: null },
            Role.RegionalManager => this is { Region: not null, Outlet: null, Vendor: null },
            Role.OutletManager or Role.OutletReviewer => this is { Region: null, Outlet: not null, Vendor: null },
            Role.VendorManager or Role.VendorAgentLead => this is { Region: null, Outlet: null, Vendor: not null },
            _ => false,
        };
        if (!fits)
        {
            throw new RuleViolationException("party-does-not-fit-role");
        }
    }
}

/// <summary>A person's place in a tenant: one role for one party. One membership per person and tenant.</summary>
public sealed class Membership : ITenantOwned, IAudited, IVersioned
{
    private Membership()
    {
    }

    public Membership(TenantId tenant, UserId user, string displayName, string email, Role role, PartyKey party, DateTimeOffset now)
    {
        party.Demand(role);
        Id = Keys.Next();
        TenantId = tenant;
        UserId = user;
        DisplayName = displayName;
        Email = email;
        Role = role;
        (RegionId, OutletId, VendorId) = (party.Region, party.Outlet, party.Vendor);
        JoinedAt = now;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public string DisplayName { get; private set; } = "";

    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    public RegionId? RegionId { get; private set; }

    public OutletId? OutletId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    public DateTimeOffset? DeactivatedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public void Deactivate(DateTimeOffset now) => DeactivatedAt ??= now;

    public void Reactivate() => DeactivatedAt = null;

    public void Rename(string displayName) => DisplayName = displayName;
}
