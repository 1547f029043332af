using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Identity;

/// <summary>
/// The questions that come before a scope: whose member is this person, whose invitation is this link. The only reads
/// that pass by the walls; each answers about one person or one token.
/// </summary>
public sealed class MembershipDirectory(AppDb db)
{
    /// <summary>
    /// <c>OpenId</c>: the network's provider vouches for its members; <c>OnlyOpenId</c>: nothing else opens this place.
    /// </summary>
    public sealed record Place(
        Guid MembershipId, TenantId Tenant, string TenantName, string TimeZone, string Language, UserId User, string DisplayName,
        Role Role, RegionId? Region, OutletId? Outlet, VendorId? Vendor, string? PartyName, bool OwesSecondStep,
        bool OpenId, bool OnlyOpenId);

    /// <summary>Active memberships of a person, ordered by tenant name.</summary>
    public async Task<List<Place>> OfAsync(UserId user, CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        return [.. (await Places(user, db.Memberships.IgnoreQueryFilters().Where(m => m.UserId == user && m.DeactivatedAt == null))
            .ToListAsync(cancel)).OrderBy(p => p.TenantName, StringComparer.Ordinal)];
    }

    public async Task<Place?> FindAsync(Guid membership, UserId user, CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        return await Places(user, db.Memberships.IgnoreQueryFilters()
            .Where(m => m.Id == membership && m.UserId == user && m.DeactivatedAt == null)).SingleOrDefaultAsync(cancel);
    }

    public async Task<List<OutletId>> OutletsOfRegionAsync(TenantId tenant, RegionId region, CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        return await db.Outlets.IgnoreQueryFilters().Where(o => o.TenantId == tenant && o.RegionId == region).Select(o => o.Id).ToListAsync(cancel);
    }

    /// <summary>The invitation behind a link's token, with its tenant's name; null for an unknown one.</summary>
    public async Task<(Invitation Invitation, string TenantName)?> InvitationAsync(string token, CancellationToken cancel)
    {
        var hash = Invitation.HashOf(token);
        using var beyond = db.Scope.LookBeyond();
        var found = await db.Invitations.IgnoreQueryFilters().Where(i => i.TokenHash == hash)
            .Join(db.Tenants, i => i.TenantId, t => t.Id, (i, t) => new { i, t.Name }).SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.i, found.Name);
    }

    /// <summary>All tenants; for jobs, which enter one after the other.</summary>
    public async Task<List<TenantId>> TenantsAsync(CancellationToken cancel) =>
        await db.Tenants.OrderBy(t => t.Code).Select(t => t.Id).ToListAsync(cancel);

    private IQueryable<Place> Places(UserId person, IQueryable<Membership> memberships)
    {
        var account = person.Value;
        return from m in memberships
            join t in db.Tenants on m.TenantId equals t.Id
            join v in db.Vendors.IgnoreQueryFilters() on m.VendorId equals v.Id into vendors
            from v in vendors.DefaultIfEmpty()
            join o in db.Outlets.IgnoreQueryFilters() on m.OutletId equals o.Id into outlets
            from o in outlets.DefaultIfEmpty()
            join r in db.Regions.IgnoreQueryFilters() on m.RegionId equals r.Id into regions
            from r in regions.DefaultIfEmpty()
            join p in db.OpenIdProviders.IgnoreQueryFilters() on m.TenantId equals p.TenantId into providers
            from p in providers.DefaultIfEmpty()
            select new Place(
                m.Id, t.Id, t.Name, t.TimeZone, t.Language, m.UserId, m.DisplayName, m.Role, m.RegionId, m.OutletId, m.VendorId,
                v != null ? v.Name : o != null ? o.Name : r != null ? r.Name : null,
                t.RequiresSecondStep && !db.Users.Any(u => u.Id == account && u.TwoFactorEnabled),
                p != null && p.Active, p != null && p.OnlyThis && m.Role != Role.Headquarters);
    }
}
