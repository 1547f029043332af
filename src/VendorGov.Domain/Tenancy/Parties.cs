namespace VendorGov.Domain.Tenancy;

/// <summary>A group of outlets; a regional manager sees those of one region.</summary>
public sealed class Region : ITenantOwned, IAudited
{
    private Region()
    {
    }

    public Region(TenantId tenant, string code, string name)
    {
        Id = RegionId.New();
        TenantId = tenant;
        Code = code;
        Name = name;
    }

    public RegionId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public void Rename(string name) => Name = name;
}

/// <summary>A franchised parcel outlet (快递网点). <see cref="Code"/> is unique in its tenant.</summary>
public sealed class Outlet : ITenantOwned, IAudited, IVersioned
{
    private Outlet()
    {
    }

    public Outlet(TenantId tenant, string code, string name, RegionId? region, string? leadName = null)
    {
        Id = OutletId.New();
        TenantId = tenant;
        Code = code;
        Change(name, region, leadName, true);
    }

    public OutletId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public RegionId? RegionId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? LeadName { get; private set; }

    public bool Active { get; private set; } = true;

    public int Version { get; private set; } = 1;

    public void Change(string name, RegionId? region, string? leadName, bool active)
    {
        Name = name;
        RegionId = region;
        LeadName = leadName;
        Active = active;
    }
}

/// <summary>A customer-service company. <see cref="Code"/> is unique in its tenant.</summary>
public sealed class Vendor : ITenantOwned, IAudited, IVersioned
{
    private Vendor()
    {
    }

    public Vendor(TenantId tenant, string code, string name, bool unassigned = false)
    {
        Id = VendorId.New();
        TenantId = tenant;
        Code = code;
        Unassigned = unassigned;
        Change(name, null, null, true);
    }

    public VendorId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? ContactName { get; private set; }

    public string? ContactEmail { get; private set; }

    public bool Active { get; private set; } = true;

    /// <summary>Stands for "nobody named" in imported history; never ranked.</summary>
    public bool Unassigned { get; private set; }

    public int Version { get; private set; } = 1;

    public void Change(string name, string? contactName, string? contactEmail, bool active)
    {
        Name = name;
        ContactName = contactName;
        ContactEmail = contactEmail;
        Active = active;
    }
}
