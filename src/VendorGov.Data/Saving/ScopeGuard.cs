using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Saving;

/// <summary>Refuses foreign rows on their way into the database, raises versions and writes the audit trail.</summary>
internal static class ScopeGuard
{
    public static void Check(AppDb db, DateTimeOffset now)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed)
        {
            if (entry.Entity is ITenantOwned)
            {
                DemandOwn(db.Scope, entry);
            }

            if (entry is { State: EntityState.Added, Entity: Domain.Issues.Issue issue })
            {
                issue.Stand();
            }

            if (entry is { State: EntityState.Modified, Entity: IVersioned })
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }

        SearchTrail.Append(db, changed);
        NewsTrail.Append(db, changed, now);
        CardTrail.Append(db, changed, now);
        AuditTrail.Append(db, changed, now);
    }

    private static void DemandOwn(TenantScope scope, EntityEntry entry)
    {
        var foreign = Value(entry, nameof(ITenantOwned.TenantId), scope.Tenant)
            || (scope.IsVendor && entry.Entity is IVendorOwned && Value(entry, nameof(IVendorOwned.VendorId), scope.Vendor))
            || (scope.Outlets.Count > 0 && entry.Entity is IOutletOwned owned && !scope.Outlets.Contains(owned.OutletId))
            || (!scope.WholeTenant && entry.Entity is IPartyOwned party && !IsOf(scope, party));
        if (foreign)
        {
            throw new ForeignRowException(entry.Metadata.ClrType.Name);
        }
    }

    // The party of such a row is set when it is made and has no way to change.
    private static bool IsOf(TenantScope scope, IPartyOwned row) =>
        (row.VendorId is { } vendor && scope.IsVendor && vendor == scope.Vendor)
        || (row.OutletId is { } outlet && scope.Outlets.Contains(outlet));

    /// <summary>True where the key, now or before the change, is not <paramref name="own"/>.</summary>
    private static bool Value<TId>(EntityEntry entry, string property, TId own) where TId : struct
    {
        var key = entry.Property(property);
        return !own.Equals(key.CurrentValue) || (entry.State != EntityState.Added && !own.Equals(key.OriginalValue));
    }
}

/// <summary>A save touched a row of another tenant or party. Never shown to users; logged and answered as an error.</summary>
public sealed class ForeignRowException(string entity) : InvalidOperationException($"A row of {entity} belongs to another party.");
