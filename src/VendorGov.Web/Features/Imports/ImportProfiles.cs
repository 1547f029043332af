using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;

namespace VendorGov.Web.Features.Imports;

/// <summary>The profiles that a tenant can choose from: its own, and the shipped one unless it was changed.</summary>
public static class ImportProfiles
{
    /// <summary>The JSON text of a profile, or null where the tenant has none of that name.</summary>
    public static async Task<string?> FindJsonAsync(AppDb db, string name, CancellationToken cancellation)
    {
        var stored = await db.ImportProfiles.AsNoTracking().Where(profile => profile.Name == name)
            .Select(profile => profile.Json).FirstOrDefaultAsync(cancellation);
        return stored ?? (name == ImportProfile.ServiceNow ? ImportProfileReader.ShippedJson() : null);
    }

    public static async Task<ImportProfile?> FindAsync(AppDb db, string name, CancellationToken cancellation) =>
        await FindJsonAsync(db, name, cancellation) is { } json ? ImportProfileReader.Read(json, []) : null;

    public static async Task<List<string>> NamesAsync(AppDb db, CancellationToken cancellation)
    {
        var names = await db.ImportProfiles.AsNoTracking().Select(profile => profile.Name).ToListAsync(cancellation);
        return [.. names.Append(ImportProfile.ServiceNow).Distinct().Order(StringComparer.Ordinal)];
    }
}
