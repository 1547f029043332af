using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Network;

/// <summary>The calendars of contracts that come with a file: the tenant's latest, or two to start with (added, not saved).</summary>
internal static class FirstCalendars
{
    public static async Task<(CalendarVersionId Service, CalendarVersionId Office)> OfAsync(
        AppDb db, TenantId tenant, DateTimeOffset now, CancellationToken cancel)
    {
        var all = await db.CalendarVersions.AsNoTracking().ToListAsync(cancel);
        var latest = all.GroupBy(c => c.Name).Select(g => g.MaxBy(c => c.Number)!).OrderBy(c => c.Name).ToList();
        if (latest.Count == 0)
        {
            latest =
            [
                new(tenant, "客服热线 08:00–22:00", 1, DefaultCalendars.ChinaHotline, now),
                new(tenant, "办公日历", 1, DefaultCalendars.ChinaOffice, now),
            ];
            db.CalendarVersions.AddRange(latest);
        }

        var office = latest.FirstOrDefault(c => c.Definition.NoticeYears is not null) ?? latest[^1];
        return ((latest.FirstOrDefault(c => c.Id != office.Id) ?? office).Id, office.Id);
    }
}
