using System.Globalization;

namespace VendorGov.Domain.Staffing;

/// <summary>
/// Spans of one local date, exact to the minute: when an agent was there, or was on a declared break. Kept as one short text such as
/// <c>540-720;780-1020</c>, minutes of the day, in order and without overlaps; empty text: at no time.
/// </summary>
public sealed record DaySpans
{
    public const int LongestText = 600;

    private const int Most = 60;

    private DaySpans(string text) => Text = text;

    public static DaySpans None { get; } = new("");

    public string Text { get; }

    public bool IsEmpty => Text.Length == 0;

    public int TotalMinutes => Spans().Sum(s => s.To - s.From);

    /// <summary>What <see cref="Text"/> said when it was kept. Not looked at: a month of a large team is tens of thousands of these.</summary>
    public static DaySpans Kept(string text) => text.Length == 0 ? None : new(text);

    /// <summary>
    /// Any spans of minutes from 0 to 1440; what overlaps or touches becomes one. Throws <see cref="RuleViolationException"/> for more
    /// than sixty separate ones.
    /// </summary>
    public static DaySpans Of(IEnumerable<(int From, int To)> spans)
    {
        var joined = new List<(int From, int To)>();
        foreach (var (from, to) in spans.Where(s => s.From < s.To).OrderBy(s => s.From))
        {
            if (joined.Count > 0 && from <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, to));
            }
            else
            {
                joined.Add((from, to));
            }
        }

        return joined.Count > Most
            ? throw new RuleViolationException("spans-too-many", Most)
            : new DaySpans(string.Join(';', joined.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.From}-{s.To}"))));
    }

    public DaySpans With(int from, int to) => Of([.. Spans(), (from, to)]);

    public IReadOnlyList<(int From, int To)> Spans()
    {
        var spans = new List<(int, int)>();
        foreach (var part in Text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            spans.Add((int.Parse(part.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(part.AsSpan(dash + 1), CultureInfo.InvariantCulture)));
        }

        return spans;
    }

    /// <summary>Adds the minutes that lie in each half hour to <paramref name="minutes"/>, which holds 48 cells.</summary>
    public void AddTo(Span<int> minutes)
    {
        for (var rest = Text.AsSpan(); rest.Length > 0;)
        {
            var end = rest.IndexOf(';');
            var part = end < 0 ? rest : rest[..end];
            var dash = part.IndexOf('-');
            Add(int.Parse(part[..dash], CultureInfo.InvariantCulture), int.Parse(part[(dash + 1)..], CultureInfo.InvariantCulture), minutes);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }

    private static void Add(int from, int to, Span<int> minutes)
    {
        for (var at = from; at < to;)
        {
            var interval = at / HalfHours.Minutes;
            var until = Math.Min(to, (interval + 1) * HalfHours.Minutes);
            minutes[interval] += until - at;
            at = until;
        }
    }

    /// <summary>As people write them: <c>09:00-12:00, 13:00-17:00</c>.</summary>
    public override string ToString() => string.Join(", ", Spans().Select(s => $"{HalfHours.Clock(s.From)}-{HalfHours.Clock(s.To)}"));
}
