using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Saving;

/// <summary>
/// Appends one audit entry per changed audited row. Keys, versions and what lists sort by are left out, long documents are named but not
/// copied, and personal or secret fields are named only.
/// </summary>
internal static class AuditTrail
{
    private const int LongestValue = 200;
    private static readonly HashSet<string> Named =
        [
            "CustomerName", "CustomerPhone", "TokenHash", "SecretHash", "Email", "ContactEmail", "ContactName", "Contacts", "Phone",
            "SealedAddress", "SealedSecret",
        ];

    public static void Append(AppDb db, List<EntityEntry> changed, DateTimeOffset now)
    {
        if (!db.Scope.Entered || db.SuppressAudit)
        {
            return;
        }

        foreach (var entry in changed.Where(e => e.Entity is IAudited))
        {
            var changes = ChangesOf(entry);
            if (changes.Count > 0)
            {
                db.AuditEntries.Add(new AuditEntry(
                    TenantOf(entry, db.Scope), now, db.Scope.Actor, db.Scope.ActorName, ActionOf(entry.State),
                    entry.Metadata.ClrType.Name, KeyOf(entry), JsonSerializer.Serialize(changes, Converters.Conventions.Json)));
            }
        }
    }

    private static TenantId TenantOf(EntityEntry entry, TenantScope scope) =>
        entry.Entity is Tenant tenant ? tenant.Id : scope.Tenant;

    private static string ActionOf(EntityState state) => state switch
    {
        EntityState.Added => "added",
        EntityState.Deleted => "removed",
        _ => "changed",
    };

    private static string KeyOf(EntityEntry entry) => string.Join(',',
        entry.Metadata.FindPrimaryKey()!.Properties.Select(p => ConvertedText(p, entry.Property(p.Name).CurrentValue)));

    private static Dictionary<string, string?[]> ChangesOf(EntityEntry entry)
    {
        var changes = new Dictionary<string, string?[]>();
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.Name is not ("Version" or "TenantId" or "Rank" or "NearestDueAt" or "AwaitsAnswer")))
        {
            if (entry.State == EntityState.Modified && !property.IsModified)
            {
                continue;
            }

            var before = entry.State == EntityState.Added ? null : Text(property, property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Text(property, property.CurrentValue);
            if (before != after || (entry.State == EntityState.Modified && before == "…"))
            {
                changes[property.Metadata.Name] = [before, after];
            }
        }

        return changes;
    }

    private static string? Text(PropertyEntry property, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (Named.Contains(property.Metadata.Name))
        {
            return "…";
        }

        var text = ConvertedText(property.Metadata, value);
        return text.Length > LongestValue ? "…" : text;
    }

    private static string ConvertedText(Microsoft.EntityFrameworkCore.Metadata.IProperty property, object? value)
    {
        var stored = property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        return stored switch
        {
            null => "",
            DateTime utc => utc.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => stored.ToString() ?? "",
        };
    }
}
