namespace VendorGov.Domain.Calendars;

/// <summary>
/// A compiled calendar: sorted, disjoint UTC spans with running totals. Sums and deadlines are binary searches without
/// allocation. Covers the years 2000 to 2060; instants outside of them are refused.
/// </summary>
public sealed partial class BusinessCalendar
{
    private static readonly long First = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly long Last = new DateTime(2061, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly long[] _open;
    private readonly long[] _close;
    private readonly long[] _before;

    private BusinessCalendar(CalendarDefinition definition, TimeZoneInfo zone, List<(long Open, long Close)> spans)
    {
        (Definition, Zone) = (definition, zone);
        _open = new long[spans.Count];
        _close = new long[spans.Count];
        _before = new long[spans.Count];
        long total = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            (_open[i], _close[i]) = spans[i];
            _before[i] = total;
            total += spans[i].Close - spans[i].Open;
        }

        Total = total;
    }

    /// <summary>24x7 time.</summary>
    public static BusinessCalendar Always { get; } = Compile(new CalendarDefinition("UTC", AlwaysOpen: true));

    public CalendarDefinition Definition { get; }

    public TimeZoneInfo Zone { get; }

    private long Total { get; }

    /// <summary>Throws <see cref="RuleViolationException"/> for a definition that is not sound.</summary>
    public static BusinessCalendar Compile(CalendarDefinition definition)
    {
        if (definition.Problem() is { } problem)
        {
            throw problem;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);
        return new BusinessCalendar(definition, zone, definition.AlwaysOpen ? [(First, Last)] : SpanCompiler.Compile(definition, zone));
    }

    /// <summary>The same calendar with these windows closed (exempt windows, SLA semantics 1.3).</summary>
    public BusinessCalendar Without(IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> windows)
    {
        if (windows.Count == 0)
        {
            return this;
        }

        var cuts = SpanCompiler.Merge([.. windows.Select(w => (w.From.UtcTicks, w.To.UtcTicks)).Where(w => w.Item1 < w.Item2)]);
        var spans = new List<(long Open, long Close)>(_open.Length + cuts.Count);
        for (var i = 0; i < _open.Length; i++)
        {
            SpanCompiler.Cut(_open[i], _close[i], cuts, spans);
        }

        return new BusinessCalendar(Definition, Zone, spans);
    }

    /// <summary>Open time between two instants, in ticks (100 ns); 0 where <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    public long OpenTicks(DateTimeOffset from, DateTimeOffset to) => OpenTicks(from.UtcTicks, to.UtcTicks);

    internal long OpenTicks(long from, long to) => to <= from ? 0 : Elapsed(to) - Elapsed(from);

    /// <summary>
    /// The first instant at which <paramref name="ticks"/> of open time have passed since <paramref name="from"/>: a sum that
    /// is reached exactly at a closing time is due at that closing time.
    /// </summary>
    public DateTimeOffset Add(DateTimeOffset from, long ticks) => new(Add(from.UtcTicks, ticks), TimeSpan.Zero);

    internal long Add(long from, long ticks)
    {
        if (ticks <= 0)
        {
            return from;
        }

        var goal = Elapsed(from) + ticks;
        if (goal > Total)
        {
            throw new RuleViolationException("calendar-never-open");
        }

        var (low, high) = (0, _open.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _before[middle] + _close[middle] - _open[middle] >= goal ? (low, middle) : (middle + 1, high);
        }

        return _open[low] + goal - _before[low];
    }

    public bool IsOpen(DateTimeOffset at)
    {
        var i = Find(at.UtcTicks);
        return i >= 0 && at.UtcTicks < _close[i];
    }

    /// <summary>Openings and closings between two instants, in order.</summary>
    public IEnumerable<DateTimeOffset> Boundaries(DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = Math.Max(0, Find(from.UtcTicks)); i < _open.Length && _open[i] <= to.UtcTicks; i++)
        {
            yield return new DateTimeOffset(_open[i], TimeSpan.Zero);
            yield return new DateTimeOffset(_close[i], TimeSpan.Zero);
        }
    }

    /// <summary>Open time from the beginning of the calendar to an instant.</summary>
    private long Elapsed(long at)
    {
        if (at < First || at > Last)
        {
            throw new RuleViolationException("date-out-of-range");
        }

        var i = Find(at);
        return i < 0 ? 0 : _before[i] + Math.Min(at, _close[i]) - _open[i];
    }

    /// <summary>Index of the last span that opens at or before the instant; -1 for none.</summary>
    private int Find(long at)
    {
        var (low, high) = (0, _open.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _open[middle] <= at ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
