namespace VendorGov.Domain.Calendars;

/// <summary>
/// An edit of a calendar (SLA semantics 1.4): a new version that may differ from today on only. For the past there are exempt
/// windows.
/// </summary>
public static class CalendarRevision
{
    /// <summary>
    /// The next version. Throws <see cref="RuleViolationException"/> where the past, the zone or 24x7 would change, where the
    /// result is not sound, or where nothing differs.
    /// </summary>
    public static CalendarDefinition Of(CalendarDefinition current, CalendarDefinition wished, DateOnly today)
    {
        if (wished.TimeZone != current.TimeZone || wished.AlwaysOpen != current.AlwaysOpen)
        {
            throw new RuleViolationException("calendar-zone-fixed");
        }

        if (wished.Problem() is { } problem)
        {
            throw problem;
        }

        DemandSamePast(current, wished, today);
        var next = wished with { PastWeeks = Past(current, wished, today), Exceptions = [.. (wished.Exceptions ?? []).OrderBy(e => e.Date)] };
        return SameWeek(current.Week, next.Week) && Same(current.Exceptions, next.Exceptions) && SameYears(current, next)
            ? throw new RuleViolationException("calendar-unchanged")
            : next;
    }

    /// <summary>
    /// Takes the days of a notice into a calendar; days before <paramref name="today"/> stay as they are. A make-up day takes
    /// Monday's spans. Days of the notice's years that it does not name, from today on, are usual days again.
    /// </summary>
    public static CalendarDefinition Take(CalendarDefinition current, HolidayNotice notice, DateOnly today)
    {
        var monday = current.Week?.GetValueOrDefault("mon") ?? [];
        var years = notice.Years;
        var kept = (current.Exceptions ?? []).Where(e => e.Date < today || !years.Contains(e.Date.Year));
        var taken = notice.Days.Where(d => d.Date >= today).Select(d => new CalendarException(d.Date, d.Works ? monday : [], d.Name));
        return current with
        {
            Exceptions = [.. taken.Concat(kept).DistinctBy(e => e.Date).OrderBy(e => e.Date)],
            NoticeYears = [.. (current.NoticeYears ?? []).Concat(years).Distinct().Order()],
        };
    }

    private static void DemandSamePast(CalendarDefinition current, CalendarDefinition wished, DateOnly today)
    {
        var (before, after) = (Past(current.Exceptions, today), Past(wished.Exceptions, today));
        foreach (var date in before.Keys.Concat(after.Keys).Order())
        {
            if (!before.TryGetValue(date, out var b) || !after.TryGetValue(date, out var a) || !SameSpans(b, a))
            {
                throw new RuleViolationException("calendar-past-changed", date);
            }
        }
    }

    private static Dictionary<DateOnly, IReadOnlyList<IReadOnlyList<string>>> Past(IReadOnlyList<CalendarException>? exceptions, DateOnly today) =>
        (exceptions ?? []).Where(e => e.Date < today).GroupBy(e => e.Date).ToDictionary(g => g.Key, g => g.Last().Open);

    /// <summary>An edit of the week keeps the pattern before it for the dates before today; a second edit of a day replaces the first.</summary>
    private static IReadOnlyList<PastWeek>? Past(CalendarDefinition current, CalendarDefinition wished, DateOnly today)
    {
        var past = current.PastWeeks ?? [];
        return SameWeek(current.Week, wished.Week) || (past.Count > 0 && past[^1].Until == today)
            ? current.PastWeeks
            : [.. past, new PastWeek(today, current.Week ?? new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>())];
    }

    private static bool SameWeek(
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? a, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? b) =>
        CalendarDefinition.Days.All(d => SameSpans(a?.GetValueOrDefault(d) ?? [], b?.GetValueOrDefault(d) ?? []));

    private static bool Same(IReadOnlyList<CalendarException>? a, IReadOnlyList<CalendarException>? b) =>
        (a?.Count ?? 0) == (b?.Count ?? 0) && (a ?? []).OrderBy(e => e.Date)
            .Zip((b ?? []).OrderBy(e => e.Date)).All(p => p.First.Date == p.Second.Date && p.First.Name == p.Second.Name && SameSpans(p.First.Open, p.Second.Open));

    private static bool SameYears(CalendarDefinition a, CalendarDefinition b) =>
        a.NoticeYears is null == b.NoticeYears is null && (a.NoticeYears ?? []).Order().SequenceEqual((b.NoticeYears ?? []).Order());

    private static bool SameSpans(IReadOnlyList<IReadOnlyList<string>> a, IReadOnlyList<IReadOnlyList<string>> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.SequenceEqual(p.Second));
}
