namespace VendorGov.Domain.Calendars;

/// <summary>Working days: local dates that start a span (SLA semantics 1.5).</summary>
public sealed partial class BusinessCalendar
{
    private const int FarthestDay = 3700;

    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    public bool IsWorkingDay(DateOnly date) => Definition.AlwaysOpen || SpanCompiler.SpansOn(Definition, date).Any();

    /// <summary>The Nth working day after <paramref name="day"/>, which itself does not count.</summary>
    public DateOnly WorkingDayAfter(DateOnly day, int count)
    {
        var date = day;
        for (var (left, guard) = (count, FarthestDay); left > 0; guard--)
        {
            date = date.AddDays(1);
            left -= IsWorkingDay(date) ? 1 : 0;
            if (guard == 0)
            {
                throw new RuleViolationException("calendar-never-open");
            }
        }

        return date;
    }

    /// <summary>Close of the last span that starts on a local date; 24:00 where it starts none.</summary>
    public DateTimeOffset CloseOf(DateOnly date)
    {
        if (Definition.AlwaysOpen)
        {
            return Midnight(date.AddDays(1));
        }

        var spans = SpanCompiler.SpansOn(Definition, date).ToList();
        return spans.Count == 0
            ? Midnight(date.AddDays(1))
            : new DateTimeOffset(spans.Max(s => SpanCompiler.Instant(date, s.Close, Zone, closing: true)), TimeSpan.Zero);
    }

    /// <summary>The instant of 00:00 local on that date.</summary>
    public DateTimeOffset Midnight(DateOnly date) => At(date, 0);

    /// <summary>A wall-clock time of a local date as an instant; a repeated one is the earlier, a skipped one the change.</summary>
    public DateTimeOffset At(DateOnly date, int minuteOfDay) =>
        new(SpanCompiler.Instant(date, minuteOfDay, Zone, closing: false), TimeSpan.Zero);

    /// <summary>
    /// True where a deadline lies in a year whose public-holiday notice is not loaded though the calendar lives by notices:
    /// it is provisional (SLA semantics 1.4). A past year without a notice uses the weekly pattern.
    /// </summary>
    public bool IsProvisional(DateTimeOffset due, DateTimeOffset now) =>
        Definition.NoticeYears is { } years && LocalDate(due).Year is var year && !years.Contains(year) && year >= LocalDate(now).Year;
}
