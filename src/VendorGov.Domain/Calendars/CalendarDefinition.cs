using System.Globalization;

namespace VendorGov.Domain.Calendars;

/// <summary>
/// A dated exception: <paramref name="Open"/> replaces all spans that start on that local date; empty is a holiday.
/// <paramref name="Name"/> is what people call the day.
/// </summary>
public sealed record CalendarException(DateOnly Date, IReadOnlyList<IReadOnlyList<string>> Open, string? Name = null);

/// <summary>The weekly pattern of the dates before <paramref name="Until"/>: an edit leaves the past as it was.</summary>
public sealed record PastWeek(DateOnly Until, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Week);

/// <summary>
/// A calendar as people state it (SLA semantics 1.1): IANA zone, open spans per weekday (<c>mon</c>..<c>sun</c>, each
/// <c>[HH:mm, HH:mm]</c>; an end that is not after its start crosses midnight; 24:00 is the next midnight) and exceptions.
/// <paramref name="NoticeYears"/> are the years whose public-holiday notice is loaded; null where none is needed.
/// <paramref name="PastWeeks"/> are earlier weekly patterns, oldest first.
/// </summary>
public sealed record CalendarDefinition(
    string TimeZone,
    bool AlwaysOpen = false,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? Week = null,
    IReadOnlyList<CalendarException>? Exceptions = null,
    IReadOnlyList<int>? NoticeYears = null,
    IReadOnlyList<PastWeek>? PastWeeks = null)
{
    /// <summary>Weekday keys by <see cref="DayOfWeek"/>, Sunday first.</summary>
    public static readonly IReadOnlyList<string> Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The weekly pattern that a date follows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? WeekOf(DateOnly date) =>
        PastWeeks?.FirstOrDefault(p => date < p.Until)?.Week ?? Week;

    /// <summary>Spans of the weekly pattern of a date as they are written; none where it is closed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> UsualOn(DateOnly date) =>
        WeekOf(date) is { } week && week.TryGetValue(Days[(int)date.DayOfWeek], out var spans) ? spans : [];

    public static (int Open, int Close) Minutes(IReadOnlyList<string> span)
    {
        var (open, close) = (Minute(span[0]), Minute(span[1]));
        return (open, close <= open ? close + 1440 : close);
    }

    /// <summary>The first thing that is wrong, as a text key with arguments; null for a sound definition.</summary>
    public RuleViolationException? Problem()
    {
        // A definition may come from a file, where a name can be missing whatever its type says.
        var zone = TimeZone ?? "";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return new RuleViolationException("unknown-time-zone", zone);
        }

        if (PastWeeks is { } past && past.Zip(past.Skip(1)).Any(p => p.First.Until >= p.Second.Until))
        {
            return new RuleViolationException("calendar-past-changed", past[^1].Until);
        }

        var weeks = (PastWeeks?.Select(p => p.Week) ?? []).Append(Week ?? new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>()).ToList();
        var spans = weeks.SelectMany(w => w.Values).Concat(Exceptions?.Select(e => e.Open) ?? []).SelectMany(s => s ?? [[]]);
        var bad = weeks.SelectMany(w => w.Keys).FirstOrDefault(d => !Days.Contains(d))
            ?? spans.Where(s => s is not [var open, var close] || !IsTime(open) || !IsTime(close)).Select(s => string.Join('-', s ?? [])).FirstOrDefault();
        return bad is null ? null : new RuleViolationException("calendar-span-unreadable", bad);
    }

    private static bool IsTime(string? text) =>
        text == "24:00" || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static int Minute(string text) => text == "24:00"
        ? 1440
        : (int)(TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture).Ticks / TimeSpan.TicksPerMinute);
}
