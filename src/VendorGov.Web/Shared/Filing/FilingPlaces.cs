using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared.Filing;

/// <summary>For what the caller may file: an outlet and a contract in force that covers it, as one choice.</summary>
public sealed class FilingPlaces(AppDb db, TimeProvider clock, CurrentUser user)
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n', '\r', '\t'];

    public sealed record Place(ContractId Contract, OutletId Outlet, string OutletName, string Vendor, string Number)
    {
        public string Key => $"{Contract.Value:N}.{Outlet.Value:N}";
    }

    public async Task<IReadOnlyList<Place>> AllAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime);
        return await (
            from cover in db.ContractOutlets.AsNoTracking()
            join contract in db.Contracts on cover.ContractId equals contract.Id
            join outlet in db.Outlets on cover.OutletId equals outlet.Id
            join vendor in db.Vendors on cover.VendorId equals vendor.Id
            where contract.StartsOn <= today && (contract.EndsOn == null || contract.EndsOn >= today) && outlet.Active
            orderby outlet.Name, vendor.Name
            select new Place(contract.Id, outlet.Id, outlet.Name, vendor.Name, contract.Number)).ToListAsync(cancel);
    }

    /// <summary>No more numbers, and no longer ones, than an issue holds.</summary>
    public static bool Fit(IReadOnlyList<string> waybills) => waybills.Count <= 50 && waybills.All(w => w.Length <= 40);

    /// <summary>Waybill numbers as people type them.</summary>
    public static List<string> Split(string? waybills) =>
        [.. (waybills ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
}
