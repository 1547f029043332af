using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Who is told of an emergency: everybody who answers for the outlet or for the vendor. The chain crosses the wall between the two
/// sides, so the query sees past the party wall; it tells the reporting side no addresses.
/// </summary>
public sealed class EscalationChain(AppDb db)
{
    public sealed record Link(UserId User, string Name, Role Role, string Email)
    {
        public Side Side => Role is Role.VendorManager or Role.VendorAgentLead ? Side.Vendor : Side.Buyer;
    }

    public async Task<List<Link>> OfAsync(OutletId outlet, VendorId vendor, CancellationToken cancel)
    {
        var region = await db.Outlets.Where(o => o.Id == outlet).Select(o => o.RegionId).SingleAsync(cancel);
        return await db.Memberships.IgnoreQueryFilters([AppDb.PartyFilter]).AsNoTracking()
            .Where(m => m.DeactivatedAt == null && ((m.OutletId == outlet && m.Role == Role.OutletManager) || m.VendorId == vendor
                || (m.RegionId != null && m.RegionId == region) || m.Role == Role.Headquarters))
            .OrderBy(m => m.DisplayName).Select(m => new Link(m.UserId, m.DisplayName, m.Role, m.Email)).ToListAsync(cancel);
    }
}
