using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>
/// One agent on one local date: planned half hours, presence and declared recovery breaks. One row a day, not one per interval. Today and
/// days to come are changed in place; of a day that is over a change appends a row and supersedes the one before, so that any month can be
/// counted again as it was counted then.
/// </summary>
public sealed class AgentDay : IContractOwned
{
    private AgentDay()
    {
    }

    public AgentDay(Agent agent, DateOnly date, Channel channel, string by, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId, AgentId) = (agent.TenantId, agent.VendorId, agent.ContractId, agent.Id);
        (Date, Channel, Revision) = (date, channel, 1);
        (RecordedBy, RecordedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid AgentId { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Counts the rows of one agent and date from 1.</summary>
    public int Revision { get; private set; }
    public Channel Channel { get; private set; }
    public DayMask Scheduled { get; private set; }

    /// <summary>Null: nobody said; empty: not there.</summary>
    public DaySpans? Present { get; private set; }
    public DaySpans? Breaks { get; private set; }

    /// <summary>The minute of the day at which the agent checked in and is still there.</summary>
    public int? InSince { get; private set; }

    /// <summary>The minute of the day at which a declared break began and still goes on.</summary>
    public int? BreakSince { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The row that stands from now on in place of this one, with the same content.</summary>
    public AgentDay Successor(string by, DateTimeOffset now)
    {
        SupersededAt = now;
        return new AgentDay
        {
            Id = Keys.Next(),
            TenantId = TenantId,
            VendorId = VendorId,
            ContractId = ContractId,
            AgentId = AgentId,
            Date = Date,
            Revision = Revision + 1,
            Channel = Channel,
            Scheduled = Scheduled,
            Present = Present,
            Breaks = Breaks,
            InSince = InSince,
            BreakSince = BreakSince,
            RecordedBy = by,
            RecordedAt = now,
        };
    }

    /// <summary>
    /// Plans the day. Half hours that have begun stay as they were planned: a roster that follows what happened would make every agent adherent.
    /// </summary>
    /// <param name="begun">Half hours of the day that have begun: 0 for a day to come, 48 for one that is over.</param>
    public void Plan(DayMask scheduled, Channel channel, int begun)
    {
        var past = DayMask.Between(0, begun);
        Scheduled = Scheduled.And(past).Or(scheduled.Without(past));
        Channel = channel;
    }

    /// <summary>Says when the agent was there and on declared breaks; replaces what was said before.</summary>
    public void Report(DaySpans present, DaySpans breaks) => (Present, Breaks, InSince, BreakSince) = (present, breaks, null, null);

    public void CheckIn(int minute)
    {
        if (InSince is not null)
        {
            throw new RuleViolationException("checked-in");
        }

        (InSince, Present) = (minute, Present ?? DaySpans.None);
    }

    public void CheckOut(int minute)
    {
        if (InSince is not { } since)
        {
            throw new RuleViolationException("not-checked-in");
        }

        EndBreak(minute);
        (Present, InSince) = ((Present ?? DaySpans.None).With(since, Math.Max(since, minute)), null);
    }

    public void BeginBreak(int minute)
    {
        if (InSince is null || BreakSince is not null)
        {
            throw new RuleViolationException(InSince is null ? "not-checked-in" : "on-break");
        }

        BreakSince = minute;
    }

    public void EndBreak(int minute)
    {
        if (BreakSince is { } since)
        {
            (Breaks, BreakSince) = ((Breaks ?? DaySpans.None).With(since, Math.Max(since, minute)), null);
        }
    }

    /// <summary>
    /// What counts. Who is still checked in counts up to <paramref name="minute"/>; a check-out that was forgotten counts to the end of the planned
    /// day and no further.
    /// </summary>
    /// <param name="minute">Minutes of the day that have passed; 1440 for a day that is over.</param>
    public AgentDayFact Fact(int minute)
    {
        var end = minute < HalfHours.MinutesPerDay ? minute : Math.Max(InSince ?? 0, LastPlannedMinute);
        var present = InSince is { } since ? (Present ?? DaySpans.None).With(since, end) : Present;
        var breaks = BreakSince is { } pause ? (Breaks ?? DaySpans.None).With(pause, Math.Max(pause, end)) : Breaks;
        return new AgentDayFact(AgentId, Date, Channel, Scheduled, present, breaks);
    }

    private int LastPlannedMinute => Scheduled.IsEmpty ? 0 : (64 - System.Numerics.BitOperations.LeadingZeroCount(Scheduled.Bits)) * HalfHours.Minutes;
}
