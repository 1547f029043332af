namespace VendorGov.Domain.Calendars;

/// <summary>Why a day is open or closed.</summary>
public enum CalendarDayKind
{
    Open,
    /// <summary>Closed by the weekly pattern.</summary>
    Closed,
    /// <summary>Closed by a dated exception.</summary>
    Holiday,
    /// <summary>Open by a dated exception where the weekly pattern is closed.</summary>
    MakeUp,
    /// <summary>Open by a dated exception, otherwise than the weekly pattern says.</summary>
    Special,
}

/// <summary>One day as a calendar shows it. Spans as they are written, <c>HH:mm</c>.</summary>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, IReadOnlyList<IReadOnlyList<string>> Spans, string? Name);

/// <summary>A month of a calendar, day by day, and its open time in minutes.</summary>
public sealed record CalendarMonth(YearMonth Month, IReadOnlyList<CalendarDay> Days, decimal OpenMinutes, int WorkingDays, bool NoticeMissing)
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> AllDay = [["00:00", "24:00"]];

    public static CalendarMonth Of(CalendarDefinition definition, YearMonth month)
    {
        var calendar = BusinessCalendar.Compile(definition);
        var days = Enumerable.Range(0, month.LastDay.Day).Select(i => DayOf(definition, month.FirstDay.AddDays(i))).ToList();
        var open = calendar.OpenTicks(calendar.Midnight(month.FirstDay), calendar.Midnight(month.LastDay.AddDays(1)));
        return new CalendarMonth(
            month, days, (decimal)open / TimeSpan.TicksPerMinute, days.Count(d => d.Spans.Count > 0),
            definition.NoticeYears is { } years && !years.Contains(month.Year));
    }

    private static CalendarDay DayOf(CalendarDefinition definition, DateOnly date)
    {
        if (definition.AlwaysOpen)
        {
            return new CalendarDay(date, CalendarDayKind.Open, AllDay, null);
        }

        var usual = definition.UsualOn(date);
        var exception = definition.Exceptions?.LastOrDefault(e => e.Date == date);
        var kind = exception is null ? (usual.Count > 0 ? CalendarDayKind.Open : CalendarDayKind.Closed)
            : exception.Open.Count == 0 ? CalendarDayKind.Holiday
            : usual.Count == 0 ? CalendarDayKind.MakeUp : CalendarDayKind.Special;
        return new CalendarDay(date, kind, exception?.Open ?? usual, exception?.Name);
    }
}
