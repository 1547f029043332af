using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>The calendars that terms may name.</summary>
public static class ContractCalendars
{
    /// <summary>The latest of each, and the versions that <paramref name="used"/> names.</summary>
    public static async Task<IReadOnlyList<CalendarVersion>> ChoicesAsync(AppDb db, TermsVersion? used, CancellationToken cancel)
    {
        var latest = await FirstCalendars.LatestAsync(db, cancel);
        var named = used is null
            ? []
            : await db.CalendarVersions.AsNoTracking().Where(c => c.Id == used.ServiceCalendarId || c.Id == used.OfficeCalendarId).ToListAsync(cancel);
        return [.. latest.Concat(named).DistinctBy(c => c.Id)];
    }

    /// <summary>How pages name calendar versions.</summary>
    public static async Task<IReadOnlyDictionary<CalendarVersionId, string>> NamesAsync(AppDb db, CancellationToken cancel) =>
        (await db.CalendarVersions.AsNoTracking().Select(c => new { c.Id, c.Name, c.Number }).ToListAsync(cancel))
            .ToDictionary(c => c.Id, c => $"{c.Name} v{c.Number}");
}
