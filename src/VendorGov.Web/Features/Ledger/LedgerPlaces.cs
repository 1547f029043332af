using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Ledger;

/// <summary>To whom a complaint of the file belongs: the contract that covered the outlet on its day, and the terms of then.</summary>
internal sealed record LedgerPlace(Contract Contract, OutletId Outlet, TermsVersion Terms);

internal sealed class LedgerPlaces
{
    private Dictionary<string, OutletId> _outlets = [];
    private Dictionary<string, VendorId> _vendors = [];
    private List<Contract> _contracts = [];
    private ILookup<ContractId, TermsVersion> _terms = null!;

    public static async Task<LedgerPlaces> LoadAsync(AppDb db, CancellationToken cancel) => new()
    {
        _outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Code, o => o.Id, StringComparer.OrdinalIgnoreCase, cancel),
        _vendors = await db.Vendors.AsNoTracking().ToDictionaryAsync(v => v.Code, v => v.Id, StringComparer.OrdinalIgnoreCase, cancel),
        _contracts = await db.Contracts.AsNoTracking().Include(c => c.Outlets).OrderBy(c => c.StartsOn).ToListAsync(cancel),
        _terms = (await db.TermsVersions.AsNoTracking().OrderByDescending(t => t.EffectiveFrom).ThenByDescending(t => t.Number).ToListAsync(cancel))
            .ToLookup(t => t.ContractId),
    };

    /// <summary>Null, with a problem, where outlet, vendor or contract cannot be told.</summary>
    public LedgerPlace? Find(SheetRow row, DateTimeOffset filed, TimeZoneInfo zone)
    {
        var code = row.Demand("outlet", 40);
        if (code.Length == 0 || filed == DateTimeOffset.MinValue)
        {
            return null;
        }

        if (!_outlets.TryGetValue(code, out var outlet))
        {
            row.Problem("outlet", "ledger.problem.noOutlet");
            return null;
        }

        if (row.Has("vendor") && !_vendors.ContainsKey(row.Of("vendor")))
        {
            row.Problem("vendor", "ledger.problem.noVendor");
            return null;
        }

        return Covering(row, outlet, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(filed, zone).DateTime));
    }

    private LedgerPlace? Covering(SheetRow row, OutletId outlet, DateOnly day)
    {
        var found = _contracts.Where(c => c.StartsOn <= day && (c.EndsOn is null || c.EndsOn >= day) && c.Outlets.Any(o => o.OutletId == outlet)
            && (!row.Has("vendor") || c.VendorId == _vendors[row.Of("vendor")])).ToList();
        switch (found.Select(c => c.VendorId).Distinct().Count())
        {
            case 0:
                row.Problem("filed", "ledger.problem.noContract");
                return null;
            case > 1:
                row.Problem("vendor", "ledger.problem.whichVendor");
                return null;
            default:
                var terms = _terms[found[^1].Id];
                return new LedgerPlace(found[^1], outlet, terms.FirstOrDefault(t => t.EffectiveFrom <= day) ?? terms.Last());
        }
    }
}
