using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Staffing;

/// <summary>What is known of one agent on one local date. <paramref name="Present"/> null: nobody said; empty: not there.</summary>
public readonly record struct AgentDayFact(
    Guid AgentId, DateOnly Date, Channel Channel, DayMask Scheduled, DaySpans? Present, DaySpans? Breaks);

/// <summary>How many one outlet asks for on one date and channel, per half hour.</summary>
public sealed record RequirementFact(DateOnly Date, Channel Channel, IReadOnlyList<int> Required);

/// <summary>
/// One date and channel of a contract, per half hour: heads required by all outlets and heads scheduled; minutes of presence; minutes
/// scheduled and adherent without declared breaks. The agents of a contract are one desk, so outlets are added up.
/// </summary>
public sealed class CoverageDay(DateOnly date, Channel channel)
{
    public DateOnly Date { get; } = date;
    public Channel Channel { get; } = channel;
    public int[] Required { get; } = new int[HalfHours.PerDay];
    public int[] Scheduled { get; } = new int[HalfHours.PerDay];
    public int[] PresentMinutes { get; } = new int[HalfHours.PerDay];
    public int[] ScheduledMinutes { get; } = new int[HalfHours.PerDay];
    public int[] AdherentMinutes { get; } = new int[HalfHours.PerDay];

    /// <summary>An outlet asked for something.</summary>
    public bool HasRequirement { get; private set; }
    public bool HasRoster { get; private set; }

    /// <summary>Somebody said who was there.</summary>
    public bool HasPresence { get; private set; }

    /// <summary>Heads there in a half hour: minutes of presence by thirty.</summary>
    public decimal Present(int interval) => PresentMinutes[interval] / (decimal)HalfHours.Minutes;

    /// <summary>Heads missing in a half hour, never below 0.</summary>
    public decimal Shortfall(int interval) => Math.Max(0, Required[interval] - Present(interval));

    internal void Take(RequirementFact requirement)
    {
        HasRequirement = true;
        for (var i = 0; i < HalfHours.PerDay; i++)
        {
            Required[i] += requirement.Required[i];
        }
    }

    internal void Take(in AgentDayFact day)
    {
        Span<int> present = stackalloc int[HalfHours.PerDay], breaks = stackalloc int[HalfHours.PerDay];
        present.Clear();
        breaks.Clear();
        day.Present?.AddTo(present);
        day.Breaks?.AddTo(breaks);
        HasRoster |= !day.Scheduled.IsEmpty;
        HasPresence |= day.Present is not null;
        for (var i = 0; i < HalfHours.PerDay; i++)
        {
            var working = HalfHours.Minutes - breaks[i];
            var there = Math.Min(present[i], working);
            PresentMinutes[i] += there;
            if (day.Scheduled[i])
            {
                Scheduled[i]++;
                ScheduledMinutes[i] += working;
                AdherentMinutes[i] += there;
            }
        }
    }

    /// <summary>
    /// The day's sums in hours (SLA semantics 3.1, catalogue). Staffed hours count up to what is required, half hour by half hour: too many at
    /// noon make up for nobody at night. Exempt half hours ask for nothing. A recovery break that was declared takes nothing from
    /// adherence.
    /// </summary>
    public StaffHours Hours(DayMask exempt)
    {
        var (required, staffed) = (0, 0);
        for (var i = 0; i < HalfHours.PerDay; i++)
        {
            var asked = exempt[i] ? 0 : Required[i] * HalfHours.Minutes;
            required += asked;
            staffed += Math.Min(asked, PresentMinutes[i]);
        }

        return new StaffHours(required / 60m, staffed / 60m, ScheduledMinutes.Sum() / 60m, AdherentMinutes.Sum() / 60m);
    }
}

/// <summary>Hours of one date and channel; <paramref name="Staffed"/> are those within what was required.</summary>
public sealed record StaffHours(decimal Required, decimal Staffed, decimal Scheduled, decimal Adherent);

/// <summary>Sums agents and requirements of a contract up by date and channel.</summary>
public static class Coverage
{
    public static IReadOnlyList<CoverageDay> Of(IEnumerable<AgentDayFact> agents, IEnumerable<RequirementFact> requirements)
    {
        var days = new Dictionary<(DateOnly, Channel), CoverageDay>();
        CoverageDay Day(DateOnly date, Channel channel) =>
            days.TryGetValue((date, channel), out var known) ? known : days[(date, channel)] = new CoverageDay(date, channel);

        foreach (var requirement in requirements)
        {
            Day(requirement.Date, requirement.Channel).Take(requirement);
        }

        foreach (var agent in agents)
        {
            Day(agent.Date, agent.Channel).Take(agent);
        }

        return [.. days.Values.OrderBy(d => d.Date).ThenBy(d => d.Channel)];
    }

    /// <summary>The half hours of a local date that a window touches, wholly or in part.</summary>
    public static DayMask Exempt(DateOnly date, TimeZoneInfo zone, IEnumerable<(DateTimeOffset From, DateTimeOffset To)> windows)
    {
        var mask = DayMask.None;
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        foreach (var (from, to) in windows)
        {
            var (first, last) = ((Wall(from, zone) - midnight).TotalMinutes, (Wall(to, zone) - midnight).TotalMinutes);
            mask = mask.Or(DayMask.Between((int)Math.Floor(first / HalfHours.Minutes), (int)Math.Ceiling(last / HalfHours.Minutes)));
        }

        return mask;
    }

    private static DateTime Wall(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
