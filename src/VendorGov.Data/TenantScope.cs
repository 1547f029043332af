using VendorGov.Data.Engines;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Who asks. Set once per request or job, before the first query; without it every query and every save throws.
/// Headquarters and auditors see the tenant, a region or outlet its outlets, a vendor its own rows.
/// </summary>
public sealed class TenantScope
{
    private TenantId? _tenant;
    private int _beyond;

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

    /// <summary>What the second wall is told of this scope.</summary>
    internal WallWord WallWord => new(_tenant?.Value, _beyond > 0);

    public void EnterTenant(TenantId tenant, UserId? actor = null, string actorName = "system") =>
        Enter(tenant, true, default, [], actor, actorName);

    public void EnterVendor(TenantId tenant, VendorId vendor, UserId? actor, string actorName) =>
        Enter(tenant, false, vendor, [], actor, actorName);

    public void EnterOutlets(TenantId tenant, IReadOnlyList<OutletId> outlets, UserId? actor, string actorName) =>
        Enter(tenant, false, default, outlets, actor, actorName);

    /// <summary>
    /// Until disposed, the second wall lets the few tables be read that answer before a scope is known (whose key is this, whose member is this
    /// person), and the outbox be delivered. The first wall stays as it is.
    /// </summary>
    public IDisposable LookBeyond()
    {
        _beyond++;
        return new Back(this);
    }

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

    private sealed class Back(TenantScope scope) : IDisposable
    {
        private TenantScope? _scope = scope;

        public void Dispose()
        {
            if (_scope is not null)
            {
                _scope._beyond--;
                _scope = null;
            }
        }
    }
}
