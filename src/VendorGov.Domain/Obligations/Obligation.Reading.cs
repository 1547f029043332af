using VendorGov.Domain.Calendars;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Obligations;

/// <summary>What follows from the event log.</summary>
public sealed partial class Obligation
{
    private static readonly int[] Marks = [50, 75, 90];

    public ClockReading Read(ClockFaces faces, DateTimeOffset now)
    {
        var own = faces.For(OutletId);
        return Clock.Evaluate(Replay(own), TargetTicks, Base(own), now);
    }

    /// <summary>
    /// The clock as it would read had another target been agreed: the same events by the calendars of <paramref name="faces"/>, without
    /// calendar moves.
    /// </summary>
    /// <param name="retargets">Targets of its changes of severity, in their order; null keeps what the change brought.</param>
    /// <param name="fixedDue">The instant of a <see cref="TargetUnit.FixedInstant"/>.</param>
    public ClockReading ReadUnder(
        Target target, IReadOnlyList<Target?> retargets, ClockFaces faces, DateTimeOffset now, DateTimeOffset? fixedDue = null)
    {
        var own = faces.For(OutletId);
        var events = new List<ClockEvent>(Events.Count);
        var change = 0;
        foreach (var e in Events.Where(e => e.Kind != ClockEventKind.MoveCalendar))
        {
            var fresh = e.Kind is ClockEventKind.Tighten or ClockEventKind.Relax ? retargets.ElementAtOrDefault(change++) : null;
            events.Add(fresh is null
                ? new ClockEvent(e.Kind, e.At, (e.TargetSeconds ?? 0) * TimeSpan.TicksPerSecond, e.Calendar is { } which ? own.Counting(which, Pausable) : null)
                : new ClockEvent(
                    e.Kind, e.At, TargetResolution.Ticks(fresh, e.Kind == ClockEventKind.Tighten ? e.At : StartedAt, own.Office),
                    own.Counting(TargetResolution.CalendarOf(fresh), Pausable)));
        }

        var ticks = TargetResolution.Ticks(target, StartedAt, own.Office, fixedDue);
        return Clock.Evaluate(events.ToArray(), ticks, own.Counting(TargetResolution.CalendarOf(target), Pausable), now);
    }

    public IReadOnlyList<ClockSegment> Explain(ClockFaces faces, DateTimeOffset now)
    {
        var own = faces.For(OutletId);
        var stated = Events[0].MovedTo is { } version ? own.Stated(new CalendarVersionId(version)) : own.Stated(Calendar);
        return ClockExplanation.Explain(Replay(own), TargetTicks, stated, Pausable ? own.Windows : [], now);
    }

    /// <summary>Derives the columns anew from the events.</summary>
    public void Refresh(ClockFaces faces, DateTimeOffset now)
    {
        var reading = Read(faces, now);
        DueAt = reading.DueAt;
        StoppedAt = reading.StoppedAt;
        State = reading.State;
        ElapsedSeconds = reading.ElapsedSeconds;
        CurrentTargetSeconds = Seconds(reading.TargetTicks);
        Provisional = reading.Provisional;
        WarnedAt = Math.Max(WarnedAt, Marks.LastOrDefault(m => reading.ElapsedTicks >= reading.TargetTicks / 100 * m));
        NextCheckAt = State == ClockState.Running ? NextCheck(reading, faces, now) : null;
    }

    private long TargetTicks => TargetSeconds * TimeSpan.TicksPerSecond;

    /// <summary>What the clock counts by until an event says otherwise.</summary>
    private BusinessCalendar Base(ClockFaces own) =>
        Events[0].MovedTo is { } version ? own.Moved(new CalendarVersionId(version), Pausable) : own.Counting(Calendar, Pausable);

    private ClockEvent[] Replay(ClockFaces faces) => [.. Events.Select(e => e.ToEvent(faces, Pausable))];

    private void Append(ClockRecord record, ClockFaces faces, DateTimeOffset now)
    {
        Events = [.. Events, record];
        Refresh(faces, now);
    }

    /// <summary>
    /// The next warning mark, or the moment in which the target is exceeded: after a due instant at closing time that is the
    /// next opening. Always later than <paramref name="now"/>.
    /// </summary>
    private DateTimeOffset? NextCheck(ClockReading reading, ClockFaces faces, DateTimeOffset now)
    {
        if (Events.Any(e => e.Kind is ClockEventKind.Tighten or ClockEventKind.Relax or ClockEventKind.MoveCalendar))
        {
            var soon = now.AddMinutes(1);
            return reading.DueAt is { } due && due.AddSeconds(1) > soon ? due.AddSeconds(1) : soon;
        }

        var mark = Marks.FirstOrDefault(m => m > WarnedAt);
        var goal = mark == 0 ? reading.TargetTicks + TimeSpan.TicksPerSecond : reading.TargetTicks / 100 * mark;
        return Base(faces.For(OutletId)).Add(now, Math.Max(goal - reading.ElapsedTicks, TimeSpan.TicksPerSecond));
    }

    private static long Seconds(long ticks) => ticks / TimeSpan.TicksPerSecond;
}
