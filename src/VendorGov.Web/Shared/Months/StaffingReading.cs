using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>Rosters, presence, employment and certificates of a month, as they were known at an instant. Contracts without any have no entry.</summary>
internal static class StaffingReading
{
    public static async Task<Dictionary<ContractId, IReadOnlyList<ReportFact>>> ReadAsync(
        AppDb db, YearMonth month, IReadOnlyList<Contract> contracts, IReadOnlyDictionary<OutletId, OutletRef> outlets,
        ILookup<ContractId, ExemptWindow> exemptions, DateTimeOffset now, CancellationToken cancel)
    {
        var inputs = await InputsAsync(db, month, contracts, outlets, exemptions, now, cancel);
        var rows = new Dictionary<ContractId, IReadOnlyList<ReportFact>>();
        foreach (var input in inputs)
        {
            if (StaffMonth.Rows(input) is { Count: > 0 } own)
            {
                rows[input.Contract] = own;
            }
        }

        return rows;
    }

    public static async Task<List<StaffMonthInputs>> InputsAsync(
        AppDb db, YearMonth month, IReadOnlyList<Contract> contracts, IReadOnlyDictionary<OutletId, OutletRef> outlets,
        ILookup<ContractId, ExemptWindow> exemptions, DateTimeOffset now, CancellationToken cancel)
    {
        var vendors = contracts.Select(c => c.VendorId).Distinct().ToList();
        var agents = (await StaffingFacts.AgentsAsync(db, vendors, cancel)).ToLookup(a => a.VendorId);
        if (agents.Count == 0)
        {
            return [];
        }

        var (ids, from, to) = (contracts.Select(c => c.Id).ToList(), month.FirstDay, month.LastDay);
        var days = (await StaffingFacts.DaysAsync(db, ids, from, to, now, cancel)).ToLookup(d => d.ContractId);
        var needs = (await StaffingFacts.RequirementsAsync(db, ids, from, to, now, cancel)).ToLookup(r => r.ContractId);
        var fed = await StaffingFacts.PresenceAsync(db, ids, from, to, now, cancel);
        var contacts = await StaffingFacts.ContactsAsync(db, ids, from, to, now, cancel);
        var certificates = (await db.Certificates.AsNoTracking()
            .Where(c => vendors.Contains(c.VendorId) && c.ValidFrom <= to && c.ValidUntil >= from).ToListAsync(cancel)).ToLookup(c => c.VendorId);
        return [.. contracts.Where(c => agents.Contains(c.VendorId)).Select(c => new StaffMonthInputs(
            c.Id, month, TimeZoneInfo.FindSystemTimeZoneById(c.TimeZone), c.Channels.FirstOrDefault(),
            c.Outlets is [var only] && outlets.TryGetValue(only.OutletId, out var outlet) ? outlet.Code : "", now,
            [.. days[c.Id]], [.. needs[c.Id]], fed[c.Id], contacts[c.Id], [.. agents[c.VendorId]], [.. certificates[c.VendorId]],
            [.. exemptions[c.Id].Where(w => w.CoversAll(c)).Select(w => (w.From, w.To))]))];
    }
}
