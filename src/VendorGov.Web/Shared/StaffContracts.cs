using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared;

/// <summary>A contract whose staff a page shows, with the local day and minute of its zone.</summary>
public sealed record StaffContract(Contract Contract, string Vendor, TimeZoneInfo Zone, DateTimeOffset Now)
{
    public Guid Id => Contract.Id.Value;

    public string Name => $"{Vendor} · {Contract.Number}";

    public DateOnly Today => DateOnly.FromDateTime(Wall.DateTime);

    /// <summary>Minutes of the local day that have passed.</summary>
    public int Minute => (Wall.Hour * 60) + Wall.Minute;

    public YearMonth Month => YearMonth.Of(Today);

    /// <summary>Minutes of a date that have passed: all of them for one that is over, none for one to come.</summary>
    public int Passed(DateOnly date) => date < Today ? 1440 : date > Today ? 0 : Minute;

    private DateTimeOffset Wall => TimeZoneInfo.ConvertTime(Now, Zone);
}

/// <summary>The contracts that the reader may see, and the one that a page is about.</summary>
public sealed class StaffContracts(AppDb db, TimeProvider clock)
{
    public IReadOnlyList<StaffContract> All { get; private set; } = [];

    /// <summary>
    /// Null for an id that the reader may not see; without an id the first contract in force, one with agents before others; or null where
    /// there is none.
    /// </summary>
    public async Task<StaffContract?> ChooseAsync(Guid? id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Outlets).OrderBy(c => c.Number).ToListAsync(cancel);
        var vendors = await db.Vendors.AsNoTracking().ToDictionaryAsync(v => v.Id, v => v.Name, cancel);
        All = [.. contracts.Select(c => new StaffContract(c, vendors.GetValueOrDefault(c.VendorId, ""), TimeZoneInfo.FindSystemTimeZoneById(c.TimeZone), now))];
        return id is { } wanted ? All.FirstOrDefault(c => c.Id == wanted) : await FirstAsync(cancel);
    }

    private async Task<StaffContract?> FirstAsync(CancellationToken cancel)
    {
        var open = All.Where(c => c.Contract.InForceDuring(c.Month)).ToList();
        var staffed = open.Count < 2 ? [] : await db.Agents.AsNoTracking().Select(a => a.ContractId).Distinct().ToListAsync(cancel);
        return open.Find(c => staffed.Contains(c.Contract.Id)) ?? open.FirstOrDefault() ?? All.FirstOrDefault();
    }

    /// <summary>The outlets of a contract that the reader may speak for.</summary>
    public async Task<List<Outlet>> OutletsAsync(Contract contract, CancellationToken cancel)
    {
        var ids = contract.Outlets.Select(o => o.OutletId).ToList();
        return await db.Outlets.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Code).ToListAsync(cancel);
    }
}
