using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Feed;

/// <summary>Reads what a sender's codes may mean. The walls decide: only what the party in scope may see is in it.</summary>
public sealed class FeedDirectories(AppDb db, ClockFacesLoader calendars)
{
    public async Task<FeedDirectory> ReadAsync(CancellationToken cancel)
    {
        var outlets = await db.Outlets.AsNoTracking().Select(o => new { o.Code, o.Id, o.Active }).ToListAsync(cancel);
        var vendors = await db.Vendors.AsNoTracking().Select(v => new { v.Code, v.Id }).ToListAsync(cancel);
        return new FeedDirectory(
            outlets.Where(o => o.Active).Select(o => (o.Code, o.Id)), vendors.Select(v => (v.Code, v.Id)),
            await ContractsAsync(outlets.Select(o => o.Id).ToHashSet(), cancel));
    }

    private async Task<List<FeedContract>> ContractsAsync(HashSet<OutletId> visible, CancellationToken cancel)
    {
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Outlets).OrderBy(c => c.Number).ToListAsync(cancel);
        var terms = (await db.TermsVersions.AsNoTracking().OrderBy(t => t.EffectiveFrom).ThenBy(t => t.Number)
            .Select(t => new { t.ContractId, t.EffectiveFrom, t.ServiceCalendarId }).ToListAsync(cancel)).ToLookup(t => t.ContractId);
        var read = new List<FeedContract>();
        foreach (var contract in contracts)
        {
            var hours = new List<(DateOnly, BusinessCalendar)>();
            foreach (var version in terms[contract.Id])
            {
                hours.Add((version.EffectiveFrom, await calendars.CalendarAsync(version.ServiceCalendarId, cancel)));
            }

            read.Add(new FeedContract(
                contract.Id, contract.Number, contract.VendorId,
                // A contract covers outlets that the sender, being one of them, does not see.
                contract.Outlets.Select(o => o.OutletId).Where(visible.Contains).ToHashSet(),
                contract.Channels.ToHashSet(), contract.StartsOn, contract.EndsOn, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone), hours));
        }

        return read;
    }
}
