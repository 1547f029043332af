using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Retention;

namespace VendorGov.Web.Features.Retention;

internal static class HeldNow
{
    /// <summary>The holds of the tenant in scope that are not released, with the vendors of the held contracts.</summary>
    public static async Task<Holds> OfAsync(AppDb db, CancellationToken cancel)
    {
        var open = await db.LegalHolds.AsNoTracking().Where(h => h.ReleasedAt == null).ToListAsync(cancel);
        var contracts = open.Where(h => h.ContractId is not null).Select(h => h.ContractId!.Value).ToList();
        return new Holds(open, contracts.Count == 0 ? [] : await db.Contracts.Where(c => contracts.Contains(c.Id)).Select(c => c.VendorId).Distinct().ToListAsync(cancel));
    }
}
