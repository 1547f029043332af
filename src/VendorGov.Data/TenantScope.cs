using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Who asks. Set once per request or job, before the first query; without it every query and every save throws.
/// Headquarters and auditors see the tenant, a region or outlet its outlets, a vendor its own rows.
/// </summary>
public sealed class TenantScope
{
    private TenantId? _tenant;

    public bool Entered => _tenant is not null;

    /// <summary>Throws <see cref="InvalidOperationException"/> when no scope was entered.</summary>
    public TenantId Tenant => _tenant ?? throw new InvalidOperationException("No tenant scope was entered: no scope, no query.");

    public bool WholeTenant { get; private set; }

    /// <summary>The vendor that asks; an empty key for everyone else, which no row carries.</summary>
    public VendorId Vendor { get; private set; }

    /// <summary>The outlets that ask; empty for everyone else.</summary>
    public IReadOnlyList<OutletId> Outlets { get; private set; } = [];

    public UserId? Actor { get; private set; }

    public string ActorName { get; private set; } = "system";

    public bool IsVendor => Vendor != default;

    public void EnterTenant(TenantId tenant, UserId? actor = null, string actorName = "system") =>
        Enter(tenant, true, default, [], actor, actorName);

    public void EnterVendor(TenantId tenant, VendorId vendor, UserId? actor, string actorName) =>
        Enter(tenant, false, vendor, [], actor, actorName);

    public void EnterOutlets(TenantId tenant, IReadOnlyList<OutletId> outlets, UserId? actor, string actorName) =>
        Enter(tenant, false, default, outlets, actor, actorName);

    private void Enter(
        TenantId tenant, bool whole, VendorId vendor, IReadOnlyList<OutletId> outlets, UserId? actor, string actorName)
    {
        if (_tenant is not null)
        {
            throw new InvalidOperationException("A tenant scope is entered once.");
        }

        _tenant = tenant;
        (WholeTenant, Vendor, Outlets, Actor, ActorName) = (whole, vendor, outlets, actor, actorName);
    }
}
