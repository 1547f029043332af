using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>What a roster says of one agent and date.</summary>
public sealed record ShiftEntry(Agent Agent, DateOnly Date, DayMask Scheduled, Channel Channel);

/// <summary>What is reported of one agent and date after the fact.</summary>
public sealed record PresenceEntry(Agent Agent, DateOnly Date, DaySpans Present, DaySpans Breaks);

/// <summary>
/// Writes rosters and presence. A day that is over keeps its plan, and a month whose scorecard is published takes no more presence. One audit
/// entry stands for a whole upload.
/// </summary>
public sealed class RosterDesk(AppDb db)
{
    /// <summary>Agents of the contract who have not left before a date, by number.</summary>
    public async Task<Dictionary<string, Agent>> AgentsAsync(StaffContract desk, DateOnly from, CancellationToken cancel) =>
        await db.Agents.Where(a => a.ContractId == desk.Contract.Id && (a.LeftOn == null || a.LeftOn >= from))
            .ToDictionaryAsync(a => a.Number, StringComparer.OrdinalIgnoreCase, cancel);

    /// <summary>Rows that say something else than before. Throws <see cref="RuleViolationException"/> for a day that is over.</summary>
    public async Task<int> PlanAsync(StaffContract desk, IReadOnlyCollection<ShiftEntry> entries, string source, CancellationToken cancel)
    {
        if (entries.FirstOrDefault(e => e.Date < desk.Today) is { } past)
        {
            throw new RuleViolationException("roster-past", past.Date);
        }

        var known = await KnownAsync(desk, [.. entries.Select(e => e.Date)], cancel);
        var changed = 0;
        foreach (var entry in entries)
        {
            var day = known.GetValueOrDefault((entry.Agent.Id, entry.Date));
            if (day is null && entry.Scheduled.IsEmpty)
            {
                continue;
            }

            day ??= Add(entry.Agent, entry.Date, entry.Channel, desk);
            var before = (day.Scheduled, day.Channel);
            var begun = entry.Date > desk.Today ? 0 : (desk.Minute / HalfHours.Minutes) + 1;
            day.Plan(entry.Scheduled, entry.Channel, begun);
            changed += before == (day.Scheduled, day.Channel) ? 0 : 1;
        }

        await SaveAsync("roster", desk, changed, source, cancel);
        return changed;
    }

    /// <summary>Says when agents were there. Throws <see cref="RuleViolationException"/> for a day to come and for a month that is published.</summary>
    public async Task<int> ReportAsync(StaffContract desk, IReadOnlyCollection<PresenceEntry> entries, string source, CancellationToken cancel)
    {
        if (entries.FirstOrDefault(e => e.Date > desk.Today) is { } ahead)
        {
            throw new RuleViolationException("presence-ahead", ahead.Date);
        }

        await DemandOpenAsync(desk, entries.Select(e => YearMonth.Of(e.Date)).ToHashSet(), cancel);
        var known = await KnownAsync(desk, [.. entries.Select(e => e.Date)], cancel);
        var changed = 0;
        foreach (var entry in entries)
        {
            var day = known.GetValueOrDefault((entry.Agent.Id, entry.Date));
            if (day is not null && day.Present == entry.Present && (day.Breaks ?? DaySpans.None) == entry.Breaks)
            {
                continue;
            }

            day = day is null ? Add(entry.Agent, entry.Date, entry.Agent.Channels[0], desk) : Current(day, desk);
            day.Report(entry.Present, entry.Breaks);
            changed++;
        }

        await SaveAsync("presence", desk, changed, source, cancel);
        return changed;
    }

    /// <summary>Today's row of an agent, made if need be; the caller saves.</summary>
    public async Task<AgentDay> TodayAsync(StaffContract desk, Agent agent, CancellationToken cancel) =>
        await db.AgentDays.SingleOrDefaultAsync(d => d.AgentId == agent.Id && d.Date == desk.Today && d.SupersededAt == null, cancel)
            ?? Add(agent, desk.Today, agent.Channels[0], desk);

    private async Task DemandOpenAsync(StaffContract desk, HashSet<YearMonth> months, CancellationToken cancel)
    {
        var list = months.ToList();
        var published = await db.Scorecards.AsNoTracking()
            .Where(s => s.ContractId == desk.Contract.Id && list.Contains(s.Month) && s.State == ScorecardState.Published)
            .Select(s => (YearMonth?)s.Month).FirstOrDefaultAsync(cancel);
        if (published is { } month)
        {
            throw new RuleViolationException("presence-published", month);
        }
    }

    private async Task<Dictionary<(Guid, DateOnly), AgentDay>> KnownAsync(StaffContract desk, List<DateOnly> dates, CancellationToken cancel)
    {
        if (dates.Count == 0)
        {
            return [];
        }

        var (from, to) = (dates.Min(), dates.Max());
        return await db.AgentDays.Where(d => d.ContractId == desk.Contract.Id && d.Date >= from && d.Date <= to && d.SupersededAt == null)
            .ToDictionaryAsync(d => (d.AgentId, d.Date), cancel);
    }

    private AgentDay Add(Agent agent, DateOnly date, Channel channel, StaffContract desk)
    {
        var day = new AgentDay(agent, date, channel, db.Scope.ActorName, desk.Now);
        db.AgentDays.Add(day);
        return day;
    }

    private AgentDay Current(AgentDay day, StaffContract desk)
    {
        if (day.Date >= desk.Today)
        {
            return day;
        }

        var next = day.Successor(db.Scope.ActorName, desk.Now);
        db.AgentDays.Add(next);
        return next;
    }

    private async Task SaveAsync(string action, StaffContract desk, int changed, string source, CancellationToken cancel)
    {
        if (changed > 0)
        {
            db.AddBatchEntry(action, nameof(AgentDay), desk.Contract.Number, new { days = changed, source });
            await db.SaveChangesAsync(cancel);
        }
    }
}
