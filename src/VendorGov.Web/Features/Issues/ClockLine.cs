using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Issues;

/// <summary>A clock as people read it, at one instant. Seconds are those of its own calendar.</summary>
public sealed record ClockLine(
    ObligationId Id, ObligationKind Kind, ClockState State, Target Target, TimeKind Counted, long Used, long TargetSeconds,
    DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateTimeOffset? StoppedAt, bool Asked, bool DateProvisional, int DaysLeft)
{
    public bool DueSoon => State == ClockState.Running && Used >= TargetSeconds / 100 * 75;

    public bool IsLate => State is ClockState.Breached or ClockState.Missed;

    public long Left => Math.Max(0, TargetSeconds - Used);

    public static ClockLine Of(Obligation o, ClockFaces faces, DateTimeOffset now)
    {
        var reading = o.Read(faces, now);
        var office = o.Calendar == ClockCalendar.Office;
        return new ClockLine(
            o.Id, o.Kind, reading.State, o.Target, KindOf(o), reading.ElapsedSeconds, reading.TargetTicks / TimeSpan.TicksPerSecond,
            o.StartedAt, reading.DueAt, reading.StoppedAt, reading.Provisional,
            o.IsOpen && office && reading.DueAt is { } due && faces.Office.IsProvisional(due, now),
            office && reading is { State: ClockState.Running, DueAt: { } end } ? DaysBetween(faces, now, end) : 0);
    }

    /// <summary>Late first, then running by due, paused, missed, met; the rest last.</summary>
    public static IReadOnlyList<ClockLine> Sorted(IEnumerable<ClockLine> lines) =>
        [.. lines.OrderBy(l => Rank(l.State)).ThenBy(l => l.DueAt ?? DateTimeOffset.MaxValue).ThenBy(l => l.Kind)];

    /// <summary>剩余 3小时20分 / 3 h 20 min left; the kind of time stands apart.</summary>
    public string Says(Text text) => State switch
    {
        ClockState.Running when DaysLeft > 0 => text.RemainingDays(DaysLeft, TimeKind.WorkingDays),
        ClockState.Running => text["shared.remainingShort", text.Duration(Left)],
        ClockState.Breached => text.Overdue(Used - TargetSeconds),
        ClockState.Paused => text["shared.pausedLeft", text.Duration(Left)],
        ClockState.Met => text["issues.took", text.Duration(Used)],
        ClockState.Missed => text["shared.exceeded", text.Duration(Used - TargetSeconds), text.Duration(Used)],
        _ => text.Of(State),
    };

    /// <summary>4小时 · 工作时间 / 4 h · business time.</summary>
    public string Owed(Text text) => Target.Unit switch
    {
        TargetUnit.Minutes => $"{text.Duration(Target.Amount * 60L)} · {text.KindOf(Counted)}",
        TargetUnit.Hours => $"{text.Duration(Target.Amount * 3600L)} · {text.KindOf(Counted)}",
        TargetUnit.WorkingDays => text["shared.workingDays", Target.Amount],
        TargetUnit.CalendarDays => text["shared.calendarDays", Target.Amount],
        _ => text.Of(Target.Unit),
    };

    public string Icon(Text text) => ClockLook.Of(State, DueSoon, Asked, text).Icon;

    public string Unit(Text text) => text.KindOf(Counted == TimeKind.WorkingDays ? TimeKind.Business : Counted);

    private static TimeKind KindOf(Obligation o) => o.Calendar switch
    {
        ClockCalendar.Service => TimeKind.Business,
        ClockCalendar.Office => TimeKind.WorkingDays,
        _ => o.TargetUnit == TargetUnit.CalendarDays ? TimeKind.CalendarDays : TimeKind.Continuous,
    };

    private static int DaysBetween(ClockFaces faces, DateTimeOffset now, DateTimeOffset due)
    {
        var last = faces.Office.LocalDate(due);
        var days = 0;
        for (var day = faces.Office.LocalDate(now).AddDays(1); day <= last; day = day.AddDays(1))
        {
            days += faces.Office.IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private static int Rank(ClockState state) => state switch
    {
        ClockState.Breached => 0,
        ClockState.Running => 1,
        ClockState.Paused => 2,
        ClockState.Missed => 3,
        ClockState.Met => 4,
        _ => 5,
    };
}
