namespace VendorGov.Domain.Obligations;

/// <summary>Unit of a target's amount; a fixed instant has none.</summary>
public enum TargetUnit
{
    Minutes,
    Hours,
    WorkingDays,
    CalendarDays,
    FixedInstant,
}

/// <summary>
/// A time target as a contract states it (SLA semantics 1.5). <paramref name="Business"/> applies to minutes and hours:
/// true counts on the service calendar, false on 24x7 time. Working days count on the office calendar.
/// <paramref name="Amount"/> is ignored for <see cref="TargetUnit.FixedInstant"/>.
/// </summary>
public sealed record Target(int Amount, TargetUnit Unit, bool Business = false)
{
    public static Target Minutes(int amount) => new(amount, TargetUnit.Minutes);

    public static Target Hours(int amount) => new(amount, TargetUnit.Hours);

    public static Target BusinessMinutes(int amount) => new(amount, TargetUnit.Minutes, true);

    public static Target BusinessHours(int amount) => new(amount, TargetUnit.Hours, true);

    public static Target WorkingDays(int amount) => new(amount, TargetUnit.WorkingDays);

    public static Target CalendarDays(int amount) => new(amount, TargetUnit.CalendarDays);

    public static Target FixedInstant() => new(0, TargetUnit.FixedInstant);
}
