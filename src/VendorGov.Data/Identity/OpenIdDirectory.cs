using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Identity;

/// <summary>
/// The question that comes before the scope of who signs in by a network's provider: which provider is it. Answers about the one network whose code
/// was written, and in the same way where there is no such network and where it has none.
/// </summary>
public sealed class OpenIdDirectory(AppDb db)
{
    public sealed record Found(TenantId Tenant, string Code, string TenantName, string Authority, string ClientName, string SealedSecret);

    public Task<Found?> OfCodeAsync(string? code, CancellationToken cancel) => FindAsync(db.Tenants.Where(t => t.Code == code), cancel);

    public Task<Found?> OfTenantAsync(TenantId tenant, CancellationToken cancel) => FindAsync(db.Tenants.Where(t => t.Id == tenant), cancel);

    /// <summary>Whether any network has one, so that the page of signing in speaks of it.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        return await db.OpenIdProviders.IgnoreQueryFilters().AnyAsync(p => p.Active, cancel);
    }

    private async Task<Found?> FindAsync(IQueryable<Tenant> tenants, CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        return await (from t in tenants
            join p in db.OpenIdProviders.IgnoreQueryFilters() on t.Id equals p.TenantId
            where p.Active && p.SealedSecret != null
            select new Found(t.Id, t.Code, t.Name, p.Authority, p.ClientName, p.SealedSecret!)).SingleOrDefaultAsync(cancel);
    }
}
