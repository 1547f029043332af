using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Identity;

/// <summary>
/// The question that comes before the scope of a request with a key: whose key is this. Passes by the walls, and answers about the
/// one key whose whole text was presented.
/// </summary>
public sealed class ApiKeyDirectory(AppDb db)
{
    public sealed record Holder(
        Guid KeyId, TenantId Tenant, VendorId? Vendor, OutletId? Outlet, string Name, string Prefix, IReadOnlyList<ApiScope> Scopes,
        DateTimeOffset? LastUsedAt);

    /// <summary>Null for a key that is unknown, expired or revoked, and for one whose party is no longer active.</summary>
    public async Task<Holder?> FindAsync(string text, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = ApiKey.HashOf(text);
        using var beyond = db.Scope.LookBeyond();
        var key = await db.ApiKeys.IgnoreQueryFilters().AsNoTracking()
            .Where(k => k.SecretHash == hash && k.RevokedAt == null && k.ExpiresAt > now)
            .Where(k => db.Vendors.Any(v => v.TenantId == k.TenantId && v.Id == k.VendorId && v.Active)
                || db.Outlets.Any(o => o.TenantId == k.TenantId && o.Id == k.OutletId && o.Active))
            .SingleOrDefaultAsync(cancel);
        return key is null
            ? null
            : new Holder(key.Id, key.TenantId, key.VendorId, key.OutletId, key.Name, key.Prefix, key.Scopes, key.LastUsedAt);
    }

    /// <summary>Notes the use of a key whose scope is entered; no more than once a minute.</summary>
    public async Task NoteUseAsync(Holder holder, DateTimeOffset now, CancellationToken cancel)
    {
        if (holder.LastUsedAt is { } last && now - last < TimeSpan.FromMinutes(1))
        {
            return;
        }

        await db.ApiKeys.Where(k => k.Id == holder.KeyId).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, now), cancel);
    }
}
