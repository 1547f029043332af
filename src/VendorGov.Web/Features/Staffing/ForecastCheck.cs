using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Staffing;

namespace VendorGov.Web.Features.Staffing;

/// <summary>
/// Writes beside each forecast of a day that is over what came by the direct feed, so that "the forecast was wrong" can be checked. Late rows of the
/// feed are taken in for a week; a day of which the feed tells nothing stays open.
/// </summary>
public sealed class ForecastCheck(AppDb db, TimeProvider clock)
{
    private const int Days = 7;

    /// <summary>How many rows were compared anew.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = today.AddDays(-Days);
        var open = await db.RequirementDays.Where(r => r.SupersededAt == null && r.Volumes != null && r.Date >= from && r.Date < today).ToListAsync(cancel);
        var changed = 0;
        foreach (var contract in open.GroupBy(r => r.ContractId))
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Contracts.Where(c => c.Id == contract.Key).Select(c => c.TimeZone).SingleAsync(cancel));
            foreach (var day in contract.GroupBy(r => r.Date))
            {
                changed += await CompareAsync([.. day], zone, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
        return changed;
    }

    private async Task<int> CompareAsync(List<RequirementDay> rows, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (id, date) = (rows[0].ContractId, rows[0].Date);
        var contacts = await db.FeedContacts.AsNoTracking().Where(c => c.ContractId == id && c.Date == date && !c.ByBot)
            .Select(c => new { c.OutletId, c.Channel, c.StartedAt }).ToListAsync(cancel);
        var came = contacts.ToLookup(c => (c.OutletId, c.Channel), c => HalfHours.Of(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(c.StartedAt, zone).DateTime)));
        var changed = 0;
        foreach (var row in rows.Where(r => came.Contains((r.OutletId, r.Channel))))
        {
            var actual = new int[HalfHours.PerDay];
            foreach (var interval in came[(row.OutletId, row.Channel)])
            {
                actual[interval]++;
            }

            if (row.Actual is null || !row.Actual.SequenceEqual(actual))
            {
                row.Compare(actual);
                changed++;
            }
        }

        return changed;
    }
}
