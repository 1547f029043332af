using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Calendars;

/// <summary>
/// Edits of calendars. A new version moves the open clocks that count by it, each by an event of its own; what is decided stays
/// (SLA semantics 1.4).
/// </summary>
public sealed class CalendarDesk(AppDb db, CurrentUser user, ClockFacesLoader clocks, TimeProvider clock)
{
    /// <summary>The version in force of the calendar that a version belongs to; null where the caller may not see it.</summary>
    public async Task<CalendarVersion?> LatestAsync(CalendarVersionId any, CancellationToken cancel)
    {
        var name = await Visible().Where(c => c.Id == any).Select(c => c.Name).FirstOrDefaultAsync(cancel);
        return name is null ? null
            : await db.CalendarVersions.AsNoTracking().Where(c => c.Name == name).OrderByDescending(c => c.Number).FirstAsync(cancel);
    }

    /// <summary>All for the buyer's side; for a vendor the calendars that its contracts name.</summary>
    public IQueryable<CalendarVersion> Visible()
    {
        var all = db.CalendarVersions.AsNoTracking();
        return user.Side == Domain.Issues.Side.Buyer
            ? all
            : all.Where(c => db.CalendarVersions.Any(u => u.Name == c.Name
                && db.TermsVersions.Any(t => t.ServiceCalendarId == u.Id || t.OfficeCalendarId == u.Id)));
    }

    public DateOnly Today(CalendarDefinition definition) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone)).DateTime);

    public async Task<CalendarVersion> CreateAsync(string name, CalendarDefinition definition, CancellationToken cancel)
    {
        if (definition.Problem() is { } problem)
        {
            throw problem;
        }

        var version = new CalendarVersion(user.TenantId, name, 1, definition, clock.GetUtcNow());
        db.CalendarVersions.Add(version);
        await db.SaveChangesAsync(cancel);
        return version;
    }

    /// <summary>Saves the next version and moves the open clocks, in one transaction. Tells how many moved.</summary>
    public async Task<(CalendarVersion Version, int Moved)> ReviseAsync(CalendarVersion latest, CalendarDefinition wished, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var definition = CalendarRevision.Of(latest.Definition, wished, Today(latest.Definition));
        var version = new CalendarVersion(user.TenantId, latest.Name, latest.Number + 1, definition, now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.CalendarVersions.Add(version);
        await db.SaveChangesAsync(cancel);
        clocks.Forget();
        var moved = 0;
        foreach (var (obligation, faces) in await OpenAsync(latest.Name, cancel))
        {
            moved += obligation.MoveCalendar(now, faces, now) ? 1 : 0;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (version, moved);
    }

    /// <summary>Open clocks of the contracts whose terms name the calendar, with the faces by which each counts.</summary>
    private async Task<List<(Obligation Obligation, ClockFaces Faces)>> OpenAsync(string name, CancellationToken cancel)
    {
        var contracts = db.TermsVersions.Where(t => db.CalendarVersions.Any(c => c.Name == name && (c.Id == t.ServiceCalendarId || c.Id == t.OfficeCalendarId)))
            .Select(t => t.ContractId).Distinct();
        ClockState[] open = [ClockState.Running, ClockState.Paused, ClockState.Breached];
        var found = await db.Obligations.Where(o => open.Contains(o.State) && contracts.Contains(o.ContractId)).ToListAsync(cancel);
        var ids = found.Select(o => o.IssueId).OfType<IssueId>().Distinct().ToList();
        var pins = await db.Issues.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.TermsVersionId, cancel);
        var result = new List<(Obligation, ClockFaces)>();
        foreach (var obligation in found)
        {
            var terms = obligation.IssueId is { } issue ? pins[issue]
                : (await clocks.TermsOnAsync(obligation.ContractId, DateOnly.FromDateTime(obligation.StartedAt.UtcDateTime), cancel)).Id;
            result.Add((obligation, await clocks.OfAsync(obligation.ContractId, terms, cancel)));
        }

        return result;
    }
}
