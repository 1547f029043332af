using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Contracts;

/// <summary>The calendars that terms may name: the latest version of each. A tenant without any starts with two.</summary>
public static class ContractCalendars
{
    public static async Task<List<CalendarVersion>> LatestAsync(AppDb db, CancellationToken cancel)
    {
        var versions = await db.CalendarVersions.AsNoTracking().ToListAsync(cancel);
        return [.. versions.GroupBy(c => c.Name).Select(g => g.MaxBy(c => c.Number)!).OrderBy(c => c.Name)];
    }

    /// <summary>The latest of each, and the versions that <paramref name="used"/> names.</summary>
    public static async Task<IReadOnlyList<CalendarVersion>> ChoicesAsync(AppDb db, TermsVersion? used, CancellationToken cancel)
    {
        var latest = await LatestAsync(db, cancel);
        var named = used is null
            ? []
            : await db.CalendarVersions.AsNoTracking().Where(c => c.Id == used.ServiceCalendarId || c.Id == used.OfficeCalendarId).ToListAsync(cancel);
        return [.. latest.Concat(named).DistinctBy(c => c.Id)];
    }

    /// <summary>How pages name calendar versions.</summary>
    public static async Task<IReadOnlyDictionary<CalendarVersionId, string>> NamesAsync(AppDb db, CancellationToken cancel) =>
        (await db.CalendarVersions.AsNoTracking().Select(c => new { c.Id, c.Name, c.Number }).ToListAsync(cancel))
            .ToDictionary(c => c.Id, c => $"{c.Name} v{c.Number}");

    /// <summary>Service and office calendar for first terms; added to <paramref name="db"/> where the tenant has none, not saved.</summary>
    public static async Task<(CalendarVersionId Service, CalendarVersionId Office)> DefaultsAsync(
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
