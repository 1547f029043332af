using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Obligations;

/// <summary>What moves a clock. A clock is replayed from these events, which are never edited.</summary>
public enum ClockEventKind
{
    Start,
    Pause,
    Resume,
    Stop,
    Reopen,
    /// <summary>Severity raised: due = min(old due, change + new target).</summary>
    Tighten,
    /// <summary>Severity lowered: start + new target, pauses kept, unless already missed.</summary>
    Relax,
    /// <summary>The calendar was edited: the clock runs on by the new version.</summary>
    MoveCalendar,
    /// <summary>The vendor asks for a pause; until the answer the clock runs and a miss is provisional.</summary>
    AskPause,
    /// <summary>The buyer confirms: the pause counts from the ask.</summary>
    ConfirmPause,
    RefusePause,
    Waive,
    Cancel,
}

/// <summary>
/// One event of a clock, ready to evaluate. <paramref name="TargetTicks"/> and <paramref name="Calendar"/> are those that a
/// change of severity or calendar brings.
/// </summary>
public readonly record struct ClockEvent(
    ClockEventKind Kind, DateTimeOffset At, long TargetTicks = 0, BusinessCalendar? Calendar = null);

/// <summary>
/// What a clock says at an instant. <paramref name="DueAt"/> is null while an open pause leaves it undetermined.
/// <paramref name="ElapsedTicks"/> is unrounded business time. <paramref name="Provisional"/>: a pause was asked for and not
/// yet answered, so a miss does not climb.
/// </summary>
public readonly record struct ClockReading(
    DateTimeOffset? DueAt, long ElapsedTicks, long TargetTicks, ClockState State, DateTimeOffset? StoppedAt, bool Provisional)
{
    public long ElapsedSeconds => ElapsedTicks / TimeSpan.TicksPerSecond;
}

/// <summary>
/// The clock engine (SLA semantics, section 2): a pure function of events, calendars and now. Events come in order of time.
/// </summary>
public static class Clock
{
    public static ClockReading Evaluate(
        ReadOnlySpan<ClockEvent> events, long targetTicks, BusinessCalendar calendar, DateTimeOffset now)
    {
        var run = new ClockRun(targetTicks, calendar);
        for (var i = 0; i < events.Length && events[i].At <= now; i++)
        {
            run.Take(events, i);
        }

        return run.Read(now);
    }

    /// <summary>The calendar by which a clock counts after all its events.</summary>
    public static BusinessCalendar CalendarOf(ReadOnlySpan<ClockEvent> events, long targetTicks, BusinessCalendar calendar)
    {
        var run = new ClockRun(targetTicks, calendar);
        for (var i = 0; i < events.Length; i++)
        {
            run.Take(events, i);
        }

        return run.Calendar;
    }
}
