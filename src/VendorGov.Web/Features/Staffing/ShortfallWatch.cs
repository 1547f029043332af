using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>
/// Looks at the half hour that runs: where fewer are there than required, vendor and outlets are told at once, once per half hour. A desk of
/// which nobody said all day who is there raises no alarm: it has no presence, not a shortfall.
/// </summary>
public sealed class ShortfallWatch(AppDb db, CoverageReader coverage, TimeProvider clock)
{
    /// <summary>So long people may take to arrive.</summary>
    private const int GraceMinutes = 5;

    /// <summary>How many alarms were raised; looking again raises none.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var raised = 0;
        foreach (var contract in await OpenAsync(now, cancel))
        {
            var desk = new StaffContract(contract, "", TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone), now);
            raised += desk.Minute % HalfHours.Minutes < GraceMinutes ? 0 : await LookAsync(desk, cancel);
        }

        return raised;
    }

    /// <summary>Contracts that ask for somebody about now; the rest costs nothing.</summary>
    private async Task<List<Contract>> OpenAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (first, last) = (DateOnly.FromDateTime(now.UtcDateTime.AddHours(-14)), DateOnly.FromDateTime(now.UtcDateTime.AddHours(15)));
        return await db.Contracts.AsNoTracking().Include(c => c.Outlets)
            .Where(c => db.RequirementDays.Any(r => r.ContractId == c.Id && r.Date >= first && r.Date <= last && r.SupersededAt == null)).ToListAsync(cancel);
    }

    private async Task<int> LookAsync(StaffContract desk, CancellationToken cancel)
    {
        var (id, today, interval) = (desk.Contract.Id, desk.Today, desk.Minute / HalfHours.Minutes);
        var view = await coverage.ReadAsync(desk, today, today, null, cancel);
        var few = view.Days.Where(d => d.HasPresence && d.Required[interval] > 0 && !view.Exempt.GetValueOrDefault(d.Date)[interval])
            .Select(d => (Day: d, Here: Here(d, interval, desk.Minute))).Where(x => x.Here < x.Day.Required[interval]).ToList();
        if (few.Count == 0)
        {
            return 0;
        }

        var known = await db.ShortfallAlarms.Where(a => a.ContractId == id && a.Date == today && a.Interval == interval).Select(a => a.Channel).ToListAsync(cancel);
        var alarms = few.Where(x => !known.Contains(x.Day.Channel)).Select(x => new ShortfallAlarm(desk.Contract, x.Day, interval, x.Here, desk.Now)).ToList();
        db.ShortfallAlarms.AddRange(alarms);
        await TellAsync(desk, alarms, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            return alarms.Count;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.ShortfallAlarms.CountAsync(a => a.ContractId == id && a.Date == today && a.Interval == interval, cancel) == known.Count)
            {
                throw; // No other node raised them in the same moment: something else is wrong.
            }

            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Heads on average over the minutes that have passed of this half hour, rounded to whole ones.</summary>
    private static int Here(CoverageDay day, int interval, int minute) =>
        (int)Math.Round(day.PresentMinutes[interval] / (decimal)Math.Max(1, minute - (interval * HalfHours.Minutes)), MidpointRounding.AwayFromZero);

    private async Task TellAsync(StaffContract desk, List<ShortfallAlarm> alarms, CancellationToken cancel)
    {
        if (alarms.Count == 0)
        {
            return;
        }

        var (vendor, outlets) = (desk.Contract.VendorId, desk.Contract.Outlets.Select(o => o.OutletId).ToList());
        var members = await db.Memberships.AsNoTracking()
            .Where(m => m.DeactivatedAt == null && (m.VendorId == vendor || (m.Role == Role.OutletManager && m.OutletId != null && outlets.Contains(m.OutletId.Value))))
            .Select(m => new { m.UserId, m.Email }).ToListAsync(cancel);
        var ids = members.Select(m => m.UserId.Value).ToList();
        var languages = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Language, cancel);
        foreach (var alarm in alarms)
        {
            foreach (var member in members)
            {
                var text = Text.ForLanguage(languages.GetValueOrDefault(member.UserId.Value), desk.Zone);
                object?[] args = [desk.Contract.Number, text.Of(alarm.Channel), HalfHours.Label(alarm.Interval), alarm.Required, alarm.Present, alarm.Missing];
                db.Outbox.Add(OutboxMessage.Mail(desk.Contract.TenantId, member.Email, text["staffing.mail.title", args], text["staffing.mail.body", args], desk.Now));
            }
        }
    }
}
