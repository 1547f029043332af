using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Obligations;

/// <summary>Which calendar a clock runs on.</summary>
public enum ClockCalendar
{
    /// <summary>24x7 time.</summary>
    Always,
    Service,
    Office,
}

/// <summary>Turns a target, as a contract states it, into open time of a calendar (SLA semantics 1.5).</summary>
public static class TargetResolution
{
    public static ClockCalendar CalendarOf(Target target) => target.Unit switch
    {
        TargetUnit.Minutes or TargetUnit.Hours when target.Business => ClockCalendar.Service,
        TargetUnit.WorkingDays => ClockCalendar.Office,
        _ => ClockCalendar.Always,
    };

    /// <summary>
    /// Ticks of open time from <paramref name="start"/>. A day target does not count the day of receipt and is turned once into
    /// the open time up to its nominal due, without pauses or exemptions: pass calendars without exempt windows.
    /// </summary>
    /// <param name="fixedDue">The instant of a <see cref="TargetUnit.FixedInstant"/>.</param>
    public static long Ticks(
        Target target, DateTimeOffset start, BusinessCalendar office, DateTimeOffset? fixedDue = null) => target.Unit switch
    {
        TargetUnit.Minutes => target.Amount * TimeSpan.TicksPerMinute,
        TargetUnit.Hours => target.Amount * TimeSpan.TicksPerHour,
        TargetUnit.WorkingDays => office.OpenTicks(start, NominalDue(target, start, office)),
        TargetUnit.CalendarDays => BusinessCalendar.Always.OpenTicks(start, NominalDue(target, start, office)),
        _ => BusinessCalendar.Always.OpenTicks(start, fixedDue ?? throw new ArgumentNullException(nameof(fixedDue))),
    };

    private static DateTimeOffset NominalDue(Target target, DateTimeOffset start, BusinessCalendar office)
    {
        var day = office.LocalDate(start);
        return target.Unit == TargetUnit.WorkingDays
            ? office.CloseOf(office.WorkingDayAfter(day, target.Amount))
            : office.Midnight(day.AddDays(target.Amount + 1));
    }
}
