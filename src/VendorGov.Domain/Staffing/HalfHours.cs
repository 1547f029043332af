using System.Globalization;

namespace VendorGov.Domain.Staffing;

/// <summary>
/// The 48 half-hour intervals of a local date, from 0 (00:00-00:30) to 47. They follow the wall clock: on the day of a change of the
/// clocks the hour that is skipped has no time in it, and the hour that comes twice counts once.
/// </summary>
public static class HalfHours
{
    public const int PerDay = 48;
    public const int Minutes = 30;
    public const int MinutesPerDay = PerDay * Minutes;

    /// <summary>The beginning of an interval, <c>08:30</c>; 48 is <c>24:00</c>.</summary>
    public static string Label(int interval) => Clock(interval * Minutes);

    /// <summary>A minute of the day as <c>HH:mm</c>, from 00:00 to 24:00.</summary>
    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    /// <summary>The interval in which a wall-clock time lies.</summary>
    public static int Of(TimeOnly time) => ((time.Hour * 60) + time.Minute) / Minutes;

    /// <summary>Reads <c>H:mm</c> from 0:00 to 24:00 as a minute of the day.</summary>
    public static bool TryParse(string? text, out int minute)
    {
        minute = 0;
        var parts = (text ?? "").Trim().Replace('：', ':').Split(':');
        if (parts.Length != 2 || parts[1].Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rest) || rest > 59)
        {
            return false;
        }

        minute = (hour * 60) + rest;
        return minute <= MinutesPerDay;
    }
}
