using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Imports;

/// <summary>
/// Vendors, outlets and contracts that imported incidents belong to, found by code or name. With <paramref name="create"/>
/// what is missing comes into being: one contract per vendor over all outlets, with the profile's terms.
/// </summary>
public sealed class ImportParties(AppDb db, ImportProfile profile, bool create, DateTimeOffset now)
{
    private const int CodeLength = 40;

    private readonly Dictionary<string, Vendor> vendors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Outlet> outlets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<VendorId, List<ImportContract>> contracts = [];

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(profile.Contract.Calendar.TimeZone);

    /// <summary>What is not saved yet: each contract covers all outlets, which is tens of thousands of rows for a large log.</summary>
    private readonly List<object> added = [];

    public int VendorsCreated { get; private set; }

    public int OutletsCreated { get; private set; }

    public int ContractsCreated { get; private set; }

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var vendor in await db.Vendors.AsNoTracking().ToListAsync(cancellation)) Know(vendors, vendor, vendor.Code, vendor.Name);
        foreach (var outlet in await db.Outlets.AsNoTracking().ToListAsync(cancellation)) Know(outlets, outlet, outlet.Code, outlet.Name);
        var terms = (await db.TermsVersions.AsNoTracking().ToListAsync(cancellation)).ToLookup(version => version.ContractId);
        foreach (var contract in await db.Contracts.AsNoTracking().Include(c => c.Outlets).ToListAsync(cancellation))
            Know(contract, [.. terms[contract.Id].OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number)]);
    }

    /// <summary>Makes what is missing for these names; <paramref name="opened"/> is the earliest day that contracts must cover.</summary>
    public async Task CreateAsync(
        IReadOnlySet<string> vendorNames, IReadOnlySet<string> outletNames, DateOnly opened, CancellationToken cancellation)
    {
        if (!create) return;
        foreach (var name in outletNames.Where(name => !outlets.ContainsKey(name)).Order(StringComparer.Ordinal)) AddOutlet(name);
        foreach (var name in vendorNames.Where(name => !vendors.ContainsKey(name)).Order(StringComparer.Ordinal)) AddVendor(name);
        var covered = outletNames.Select(name => outlets[name].Id).ToHashSet();
        Calendars? calendars = null;
        foreach (var vendor in vendorNames.Select(name => vendors[name]).DistinctBy(vendor => vendor.Id))
        {
            if (contracts.ContainsKey(vendor.Id)) continue;
            AddContract(vendor, covered, opened, calendars ??= await CalendarsAsync(cancellation));
        }
        await ExtendAsync(vendorNames, covered, opened, cancellation);
        await db.SaveWithAsync(added, cancellation);
        added.Clear();
        db.ChangeTracker.Clear();
    }

    public Vendor? Vendor(string name) => vendors.GetValueOrDefault(name);

    public Outlet? Outlet(string name) => outlets.GetValueOrDefault(name);

    /// <summary>The contract of a vendor over an outlet on a day, with the terms of that day.</summary>
    public ImportContract? Contract(VendorId vendor, OutletId outlet, DateOnly day) => contracts.GetValueOrDefault(vendor)?
        .Find(known => known.Covers(outlet) && known.Contract.StartsOn <= day && !(known.Contract.EndsOn < day));

    /// <summary>The local day of an instant by the calendar of the contracts that imports make.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static void Know<T>(Dictionary<string, T> known, T party, string code, string name)
    {
        known[code] = party;
        known.TryAdd(name, party);
    }

    private void Know(Contract contract, IReadOnlyList<TermsVersion> terms)
    {
        if (terms.Count == 0) return;
        if (!contracts.TryGetValue(contract.VendorId, out var list)) contracts.Add(contract.VendorId, list = []);
        list.Add(new ImportContract(contract, terms));
    }

    private void AddOutlet(string name)
    {
        var outlet = new Outlet(db.Scope.Tenant, CodeOf(name), name, null);
        added.Add(outlet);
        Know(outlets, outlet, outlet.Code, name);
        OutletsCreated++;
    }

    private void AddVendor(string name)
    {
        var vendor = new Vendor(db.Scope.Tenant, CodeOf(name), name, name == IncidentHistory.Unassigned);
        added.Add(vendor);
        Know(vendors, vendor, vendor.Code, name);
        VendorsCreated++;
    }

    /// <summary>A name that is too long for a code keeps its beginning and gets a digest of the whole.</summary>
    private static string CodeOf(string name) => name.Length <= CodeLength
        ? name
        : name[..(CodeLength - 9)] + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];

    private void AddContract(Vendor vendor, HashSet<OutletId> covered, DateOnly opened, Calendars calendars)
    {
        var contract = new Contract(
            db.Scope.Tenant, vendor.Id, $"{profile.Name[..Math.Min(19, profile.Name.Length)]}-{vendor.Code}", $"{vendor.Name} ({profile.Name})",
            FirstDay(opened), profile.Contract.Calendar.TimeZone);
        contract.Cover(covered);
        var terms = new TermsVersion(
            contract, 1, contract.StartsOn, profile.Contract.ToTerms(), calendars.Service, calendars.Office, now);
        added.AddRange([contract, terms]);
        Know(contract, [terms]);
        ContractsCreated++;
    }

    private static DateOnly FirstDay(DateOnly opened) => new(opened.Year, 1, 1);

    /// <summary>A contract that an earlier import made grows with the outlets and years of a later one.</summary>
    private async Task ExtendAsync(
        IReadOnlySet<string> vendorNames, HashSet<OutletId> covered, DateOnly opened, CancellationToken cancellation)
    {
        foreach (var known in vendorNames.SelectMany(name => contracts[vendors[name].Id]).Distinct().ToList())
        {
            var missing = covered.Where(outlet => !known.Covers(outlet)).ToList();
            var earlier = opened < known.Contract.StartsOn;
            if ((missing.Count == 0 && !earlier) || !known.FromImport(profile)) continue;
            var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == known.Contract.Id, cancellation);
            contract.Cover([.. contract.Outlets.Select(outlet => outlet.OutletId), .. missing]);
            if (earlier)
            {
                contract.Change(
                    contract.Title, FirstDay(opened), contract.EndsOn, contract.MonthlyCharge, contract.Currency, contract.Channels);
            }
            contracts[contract.VendorId].Remove(known);
            Know(contract, known.Terms);
        }
    }

    /// <summary>One calendar for each use, so that office days can be changed without the service hours.</summary>
    private async Task<Calendars> CalendarsAsync(CancellationToken cancellation) => new(
        await CalendarAsync($"{profile.Name} · service", cancellation), await CalendarAsync($"{profile.Name} · office", cancellation));

    private async Task<CalendarVersionId> CalendarAsync(string name, CancellationToken cancellation)
    {
        var latest = await db.CalendarVersions.Where(version => version.Name == name)
            .OrderByDescending(version => version.Number).Select(version => version.Id).FirstOrDefaultAsync(cancellation);
        if (latest != default) return latest;
        var calendar = new CalendarVersion(db.Scope.Tenant, name, 1, profile.Contract.Calendar, now);
        added.Add(calendar);
        return calendar.Id;
    }

    private sealed record Calendars(CalendarVersionId Service, CalendarVersionId Office);
}

/// <summary>A contract with its terms versions, the earliest first.</summary>
public sealed class ImportContract(Contract contract, IReadOnlyList<TermsVersion> terms)
{
    private readonly HashSet<OutletId> outlets = [.. contract.Outlets.Select(outlet => outlet.OutletId)];

    public Contract Contract => contract;

    public IReadOnlyList<TermsVersion> Terms => terms;

    public bool Covers(OutletId outlet) => outlets.Contains(outlet);

    public bool FromImport(ImportProfile profile) =>
        contract.Number.StartsWith(profile.Name[..Math.Min(19, profile.Name.Length)] + "-", StringComparison.Ordinal);

    /// <summary>The terms in force on a day; before the first version that one.</summary>
    public TermsVersion TermsOn(DateOnly day) => terms.LastOrDefault(version => version.EffectiveFrom <= day) ?? terms[0];
}
