using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>The working days that a contract's scorecards live by: its office calendar under a month's terms, in its newest version.</summary>
public sealed class OfficeDays(AppDb db, ClockFacesLoader clocks)
{
    public async Task<(BusinessCalendar Office, Terms Terms)> OfAsync(ContractId contract, YearMonth month, CancellationToken cancel)
    {
        var terms = await clocks.TermsOnAsync(contract, month.FirstDay, cancel);
        var newest = await db.CalendarVersions.AsNoTracking()
            .Where(c => db.CalendarVersions.Any(named => named.Id == terms.OfficeCalendarId && named.Name == c.Name))
            .OrderByDescending(c => c.Number).Select(c => c.Id).FirstAsync(cancel);
        return (await clocks.CalendarAsync(newest, cancel), terms.Terms);
    }
}
