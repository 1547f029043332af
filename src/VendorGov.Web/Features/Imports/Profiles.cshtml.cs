using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Imports;

/// <summary>The profiles that an import can choose from.</summary>
[Permission(Permission.ImportHistory)]
public sealed class ProfilesModel(AppDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary><paramref name="ChangedAt"/> is null for the profile as it ships with the product.</summary>
    public sealed record Row(string Name, string? Source, int States, DateTimeOffset? ChangedAt);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var stored = await db.ImportProfiles.AsNoTracking()
            .Select(profile => new { profile.Name, profile.Json, profile.ChangedAt }).ToListAsync(cancellation);
        var rows = stored.Select(profile => Describe(profile.Name, profile.Json, profile.ChangedAt)).ToList();
        if (rows.TrueForAll(row => row.Name != ImportProfile.ServiceNow))
            rows.Add(Describe(ImportProfile.ServiceNow, ImportProfileReader.ShippedJson(), null));
        Rows = [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal)];
    }

    private static Row Describe(string name, string json, DateTimeOffset? changedAt)
    {
        var profile = ImportProfileReader.Read(json, []);
        return new(name, profile?.Source, profile?.States.Count ?? 0, changedAt);
    }
}
