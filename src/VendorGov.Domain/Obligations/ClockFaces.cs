using VendorGov.Domain.Calendars;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Obligations;

/// <summary>
/// The calendars by which the clocks of a contract run, with its exempt windows. Made once per contract and reused: cutting
/// the windows out of a calendar costs more than evaluating a clock.
/// </summary>
public sealed class ClockFaces(
    BusinessCalendar service,
    BusinessCalendar office,
    IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> windows,
    IReadOnlyDictionary<CalendarVersionId, BusinessCalendar>? moved = null)
{
    private readonly Lazy<BusinessCalendar> _service = new(() => service.Without(windows));
    private readonly Lazy<BusinessCalendar> _office = new(() => office.Without(windows));
    private readonly Lazy<BusinessCalendar> _always = new(() => BusinessCalendar.Always.Without(windows));

    public BusinessCalendar Office => office;

    public IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> Windows => windows;

    /// <summary>The calendar as stated, without exempt windows.</summary>
    public BusinessCalendar Stated(ClockCalendar which) => which switch
    {
        ClockCalendar.Service => service,
        ClockCalendar.Office => office,
        _ => BusinessCalendar.Always,
    };

    /// <summary>The calendar that a clock counts by. What never pauses is not extended by exempt windows either.</summary>
    public BusinessCalendar Counting(ClockCalendar which, bool exemptible) => !exemptible ? Stated(which) : which switch
    {
        ClockCalendar.Service => _service.Value,
        ClockCalendar.Office => _office.Value,
        _ => _always.Value,
    };

    /// <summary>A calendar version that open clocks were moved to.</summary>
    public BusinessCalendar Moved(CalendarVersionId version) =>
        moved is not null && moved.TryGetValue(version, out var calendar)
            ? calendar.Without(windows)
            : throw new InvalidOperationException($"The calendar version {version.Value} was not loaded.");
}
