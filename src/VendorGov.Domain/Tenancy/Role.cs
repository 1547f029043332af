namespace VendorGov.Domain.Tenancy;

/// <summary>What a person is inside a tenant. The platform administrator stands outside of all tenants.</summary>
public enum Role
{
    PlatformAdministrator,
    Headquarters,
    /// <summary>Headquarters rights on the outlets of one region.</summary>
    RegionalManager,
    OutletManager,
    OutletReviewer,
    VendorManager,
    VendorAgentLead,
    /// <summary>Sees what headquarters see, changes nothing.</summary>
    Auditor,
}
