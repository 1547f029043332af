using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared;

/// <summary>The calendars of first terms: the tenant's latest. A tenant without any starts with two.</summary>
public static class FirstCalendars
{
    /// <summary>The latest version of each calendar, by name.</summary>
    public static async Task<List<CalendarVersion>> LatestAsync(AppDb db, CancellationToken cancel)
    {
        var versions = await db.CalendarVersions.AsNoTracking().ToListAsync(cancel);
        return [.. versions.GroupBy(c => c.Name).Select(g => g.MaxBy(c => c.Number)!).OrderBy(c => c.Name)];
    }

    /// <summary>Service and office calendar for first terms; added to <paramref name="db"/> where the tenant has none, not saved.</summary>
    public static async Task<(CalendarVersionId Service, CalendarVersionId Office)> OfAsync(
        AppDb db, TenantId tenant, DateTimeOffset now, CancellationToken cancel)
    {
        var latest = await LatestAsync(db, cancel);
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
