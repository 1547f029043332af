using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Network;

/// <summary>Names of regions, outlets and vendors by key, for lists of people.</summary>
internal sealed record PartyNames(
    IReadOnlyDictionary<RegionId, string> Regions, IReadOnlyDictionary<OutletId, string> Outlets, IReadOnlyDictionary<VendorId, string> Vendors)
{
    public static async Task<PartyNames> ReadAsync(AppDb db, CancellationToken cancel) => new(
        await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, cancel),
        await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, cancel),
        await db.Vendors.AsNoTracking().ToDictionaryAsync(v => v.Id, v => v.Name, cancel));

    public string? Of(Membership m) => Of(m.RegionId, m.OutletId, m.VendorId);

    public string? Of(RegionId? region, OutletId? outlet, VendorId? vendor) =>
        region is { } r ? Regions.GetValueOrDefault(r)
        : outlet is { } o ? Outlets.GetValueOrDefault(o)
        : vendor is { } v ? Vendors.GetValueOrDefault(v)
        : null;
}
