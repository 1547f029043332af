using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Calendars;

/// <summary>A calendar: a month of it day by day, its weekly pattern, its exceptions, its versions and the contracts that name it.</summary>
[Permission(Permission.ViewContracts)]
public sealed class DetailsModel(AppDb db, CalendarDesk desk, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public CalendarVersion Calendar { get; private set; } = null!;

    public CalendarMonth Shown { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<(int Number, DateTimeOffset At)> Versions { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Number, string Title)> Contracts { get; private set; } = [];

    public IReadOnlyList<CalendarException> Coming => [.. (Calendar.Definition.Exceptions ?? []).Where(e => e.Date >= Today)];

    public bool MayManage => user.Can(Permission.ManageContracts);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.LatestAsync(CalendarVersionId.From(id), cancel) is not { } calendar)
        {
            return NotFound();
        }

        Calendar = calendar;
        Today = desk.Today(calendar.Definition);
        var month = YearMonth.TryParse(Month, out var asked) ? asked : YearMonth.Of(Today);
        Shown = CalendarMonth.Of(calendar.Definition, month);
        var versions = await db.CalendarVersions.AsNoTracking().Where(c => c.Name == calendar.Name).OrderByDescending(c => c.Number)
            .Select(c => new { c.Id, c.Number, c.CreatedAt }).ToListAsync(cancel);
        Versions = [.. versions.Select(v => (v.Number, v.CreatedAt))];
        var ids = versions.Select(v => v.Id).ToList();
        var contracts = await db.Contracts.AsNoTracking()
            .Where(c => db.TermsVersions.Any(t => t.ContractId == c.Id && (ids.Contains(t.ServiceCalendarId) || ids.Contains(t.OfficeCalendarId))))
            .OrderBy(c => c.Number).Take(50).Select(c => new { c.Id, c.Number, c.Title }).ToListAsync(cancel);
        Contracts = [.. contracts.Select(c => (c.Id.Value, c.Number, c.Title))];
        return Page();
    }
}
