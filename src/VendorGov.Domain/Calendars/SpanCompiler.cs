namespace VendorGov.Domain.Calendars;

/// <summary>Turns wall-clock spans into UTC spans (SLA semantics 1.2).</summary>
internal static class SpanCompiler
{
    private static readonly DateOnly From = new(2000, 1, 2);
    private static readonly DateOnly To = new(2060, 12, 30);

    public static List<(long Open, long Close)> Compile(CalendarDefinition definition, TimeZoneInfo zone)
    {
        var exceptions = definition.Exceptions?.GroupBy(e => e.Date).ToDictionary(g => g.Key, g => g.Last()) ?? [];
        var weeks = Weeks(definition);
        var spans = new List<(long Open, long Close)>();
        for (var (date, past) = (From, 0); date <= To; date = date.AddDays(1))
        {
            while (past < weeks.Count - 1 && date >= weeks[past].Until)
            {
                past++;
            }

            var week = weeks[past].Days;
            var open = exceptions.TryGetValue(date, out var e) ? e.Open.Select(CalendarDefinition.Minutes) : week[(int)date.DayOfWeek];
            foreach (var (opens, closes) in open)
            {
                spans.Add((Instant(date, opens, zone, closing: false), Instant(date, closes, zone, closing: true)));
            }
        }

        return Merge([.. spans.Where(s => s.Open < s.Close)]);
    }

    public static IEnumerable<(int Open, int Close)> SpansOn(CalendarDefinition definition, DateOnly date)
    {
        var exception = definition.Exceptions?.LastOrDefault(e => e.Date == date);
        return (exception?.Open ?? definition.UsualOn(date)).Select(CalendarDefinition.Minutes);
    }

    /// <summary>The weekly patterns one after the other, in minutes by day of the week; the last has no end.</summary>
    private static List<(DateOnly Until, (int Open, int Close)[][] Days)> Weeks(CalendarDefinition definition)
    {
        (int, int)[][] Minutes(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>? week) =>
            [.. CalendarDefinition.Days.Select(d => week?.GetValueOrDefault(d)?.Select(CalendarDefinition.Minutes).ToArray() ?? [])];
        return [.. (definition.PastWeeks ?? []).Select(p => (p.Until, Minutes(p.Week))), (DateOnly.MaxValue, Minutes(definition.Week))];
    }

    /// <summary>Sorted and disjoint; overlapping and touching spans become one.</summary>
    public static List<(long Open, long Close)> Merge(List<(long Open, long Close)> spans)
    {
        spans.Sort();
        var merged = new List<(long Open, long Close)>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Open < merged[^1].Close)
            {
                merged[^1] = (merged[^1].Open, Math.Max(merged[^1].Close, span.Close));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    public static void Cut(long open, long close, List<(long Open, long Close)> cuts, List<(long Open, long Close)> into)
    {
        foreach (var cut in cuts)
        {
            if (cut.Close <= open || cut.Open >= close)
            {
                continue;
            }

            if (cut.Open > open)
            {
                into.Add((open, cut.Open));
            }

            open = Math.Max(open, cut.Close);
        }

        if (open < close)
        {
            into.Add((open, close));
        }
    }

    /// <summary>
    /// UTC ticks of a wall time. One that a change skips is the instant of the change; one that happens twice is the earlier
    /// instant for an opening, the later one for a closing.
    /// </summary>
    public static long Instant(DateOnly date, int minute, TimeZoneInfo zone, bool closing)
    {
        var wall = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (zone.IsInvalidTime(wall))
        {
            return Change(wall, zone);
        }

        if (zone.IsAmbiguousTime(wall))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(wall);
            return wall.Ticks - (closing ? offsets.Min() : offsets.Max()).Ticks;
        }

        return wall.Ticks - zone.GetUtcOffset(wall).Ticks;
    }

    /// <summary>The instant at which the clock jumps over <paramref name="wall"/>: found by halving the hours around it.</summary>
    private static long Change(DateTime wall, TimeZoneInfo zone)
    {
        var (low, high) = (wall.AddHours(-26), wall.AddHours(26));
        var (from, to) = (DateTime.SpecifyKind(low, DateTimeKind.Utc), DateTime.SpecifyKind(high, DateTimeKind.Utc));
        while (to.Ticks - from.Ticks > 1)
        {
            var middle = new DateTime((from.Ticks + to.Ticks) / 2, DateTimeKind.Utc);
            var local = middle + zone.GetUtcOffset(middle);
            (from, to) = local < wall ? (middle, to) : (from, middle);
        }

        return to.Ticks;
    }
}
