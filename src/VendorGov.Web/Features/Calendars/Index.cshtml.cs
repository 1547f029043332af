using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Calendars;

/// <summary>The calendars by which clocks count: the version in force of each, and how many contracts name it.</summary>
[Permission(Permission.ViewContracts)]
public sealed class IndexModel(AppDb db, CalendarDesk desk, CurrentUser user, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayManage => user.Can(Permission.ManageContracts);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await desk.Visible().ToListAsync(cancel);
        var used = await db.TermsVersions.AsNoTracking().Select(t => new { t.ContractId, t.ServiceCalendarId, t.OfficeCalendarId }).ToListAsync(cancel);
        var names = all.ToDictionary(c => c.Id, c => c.Name);
        var contracts = used.SelectMany(t => new[] { (t.ContractId, Id: t.ServiceCalendarId), (t.ContractId, Id: t.OfficeCalendarId) })
            .Where(x => names.ContainsKey(x.Id)).Select(x => (x.ContractId, Name: names[x.Id])).Distinct().CountBy(x => x.Name).ToDictionary();
        var year = clock.GetUtcNow().Year;
        Rows = [.. all.GroupBy(c => c.Name).Select(g => g.MaxBy(c => c.Number)!).OrderBy(c => c.Name)
            .Select(c => new Row(c, contracts.GetValueOrDefault(c.Name), NextMissing(c.Definition, year)))];
    }

    /// <summary>This year or the next, where its notice is not loaded though the calendar lives by notices.</summary>
    private static int? NextMissing(CalendarDefinition definition, int year) =>
        definition.NoticeYears is { } years ? Enumerable.Range(year, 2).Where(y => !years.Contains(y)).Cast<int?>().FirstOrDefault() : null;

    public sealed record Row(CalendarVersion Calendar, int Contracts, int? Missing);
}
