using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Obligations;

/// <summary>
/// An event of a clock as it is kept: append-only, in order of time. Target and calendar are those that a change of severity
/// brings; <paramref name="MovedTo"/> is the calendar version of a calendar move, and of a start or change under a newer version
/// than the one that the terms name.
/// </summary>
public sealed record ClockRecord(
    ClockEventKind Kind, DateTimeOffset At, long? TargetSeconds = null, ClockCalendar? Calendar = null, Guid? MovedTo = null)
{
    internal ClockEvent ToEvent(ClockFaces faces, bool exemptible) => new(
        Kind, At, (TargetSeconds ?? 0) * TimeSpan.TicksPerSecond,
        MovedTo is { } version ? faces.Moved(new CalendarVersionId(version), exemptible)
            : Calendar is { } which ? faces.Counting(which, exemptible) : null);
}
