namespace VendorGov.Web.Features.Analysis;

/// <summary>Issues of one weekday (0 Monday to 6 Sunday) and hour, and how many of them missed a deadline.</summary>
public sealed record HourCell(int Day, int Hour, int Count, int Late, int Shade);

/// <summary>When issues are filed, on the reader's wall clock: 7 days x 24 hours.</summary>
public sealed record HourHeat(IReadOnlyList<HourCell> Cells)
{
    private const int Shades = 5;

    /// <summary>The busiest cell has the darkest shade; 0 is an empty one.</summary>
    public static HourHeat Of(IReadOnlyList<FiledIssue> issues)
    {
        var counts = issues.GroupBy(i => (Day: ((int)i.At.DayOfWeek + 6) % 7, i.At.Hour)).ToDictionary(g => g.Key, g => (Count: g.Count(), Late: g.Count(i => i.Late)));
        var most = counts.Count == 0 ? 1 : counts.Values.Max(c => c.Count);
        return new HourHeat([.. Enumerable.Range(0, 7).SelectMany(d => Enumerable.Range(0, 24).Select(h =>
        {
            var (count, late) = counts.GetValueOrDefault((d, h));
            return new HourCell(d, h, count, late, count == 0 ? 0 : 1 + ((Shades - 1) * count / most));
        }))]);
    }

    public IEnumerable<HourCell> Of(int day) => Cells.Where(c => c.Day == day);

    public HourCell? Busiest => Cells.Where(c => c.Count > 0).MaxBy(c => c.Count);
}
