using System.Globalization;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Obligations;

namespace VendorGov.UnitTests.Obligations;

/// <summary>Calendars and wall-clock times of the worked cases.</summary>
internal static class Times
{
    public static readonly BusinessCalendar Office = BusinessCalendar.Compile(DefaultCalendars.ChinaOffice);
    public static readonly BusinessCalendar Hotline = BusinessCalendar.Compile(DefaultCalendars.ChinaHotline);

    /// <summary>Beijing time, <c>2026-07-03 16:00</c>.</summary>
    public static DateTimeOffset At(string local) =>
        new DateTimeOffset(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public static long Hours(double hours) => TimeSpan.FromHours(hours).Ticks;

    public static ClockReading Read(BusinessCalendar calendar, long target, DateTimeOffset now, params ClockEvent[] events) =>
        Clock.Evaluate(events, target, calendar, now);

    public static ClockEvent Event(ClockEventKind kind, DateTimeOffset at, long target = 0, BusinessCalendar? calendar = null) =>
        new(kind, at, target, calendar);
}
