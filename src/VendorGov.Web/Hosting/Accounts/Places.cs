using Microsoft.Extensions.Caching.Memory;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Where a session acts. Read by one query and kept for seconds; a withdrawn membership ends within them.</summary>
public sealed class Places(MembershipDirectory directory, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    /// <summary><paramref name="OpenId"/>: the network's provider vouches for its members; <paramref name="OnlyOpenId"/>: nothing else opens this place.</summary>
    public sealed record Found(Member Member, IReadOnlyList<OutletId> Outlets, bool OpenId, bool OnlyOpenId)
    {
        /// <summary>Whether a session may act here that the provider of <paramref name="vouching"/> opened, or, where that is null, none.</summary>
        public bool Admits(string? vouching) => vouching is null
            ? !OnlyOpenId : OpenId && vouching == Member.TenantId?.Value.ToString("D");
    }

    /// <summary>Null where the person is no longer a member.</summary>
    public async Task<Found?> FindAsync(UserId user, Guid membership, CancellationToken cancel)
    {
        var key = Key(user, membership);
        if (!cache.TryGetValue(key, out Found? found))
        {
            found = await ReadAsync(user, membership, cancel);
            cache.Set(key, found, Kept);
        }

        return found;
    }

    /// <summary>After a change that the person expects to see at once.</summary>
    public void Forget(UserId user, Guid membership) => cache.Remove(Key(user, membership));

    private static (string, UserId, Guid) Key(UserId user, Guid membership) => ("place", user, membership);

    private async Task<Found?> ReadAsync(UserId user, Guid membership, CancellationToken cancel)
    {
        var all = await directory.OfAsync(user, cancel);
        if (all.FirstOrDefault(p => p.MembershipId == membership) is not { } place)
        {
            return null;
        }

        var outlets = place switch
        {
            { Region: { } region } => await directory.OutletsOfRegionAsync(place.Tenant, region, cancel),
            { Outlet: { } outlet } => [outlet],
            _ => [],
        };
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        return new Found(
            new Member(user, place.MembershipId, place.DisplayName, place.Role, place.Tenant, place.TenantName, zone,
                place.Region, place.Outlet, place.Vendor, place.PartyName, all.Count, place.OwesSecondStep),
            outlets, place.OpenId, place.OnlyOpenId);
    }
}
