using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Inspections;

/// <summary>
/// One point of a p-chart. Shares are 0..1. <paramref name="IsOut"/>: outside of its limits, so that something other than chance was at work.
/// </summary>
public sealed record ChartPoint(string Label, int Failed, int Count, decimal Share, decimal Low, decimal High, bool IsOut);

/// <summary>A share with its 95 % Wilson interval; null where nothing was counted.</summary>
public sealed record Rate(int Numerator, int Denominator)
{
    public decimal? Value => Denominator == 0 ? null : (decimal)Numerator / Denominator;

    public (decimal Low, decimal High)? Interval => Denominator == 0 ? null : Intervals.Wilson(Numerator, Denominator);
}

/// <summary>One bar of a pareto; <paramref name="Cumulative"/> is the share 0..1 of this bar and all before it.</summary>
public sealed record ParetoBar(string Code, int Count, decimal Cumulative);

/// <summary>Charts of failures (d8-d10).</summary>
public static class ControlChart
{
    /// <summary>
    /// p-chart with limits for each sample size: p +- 3 sqrt(p (1 - p) / n), clipped to 0..1, p = all failed / all inspected. D. C.
    /// Montgomery, "Introduction to Statistical Quality Control", 7th ed., section 7.2.2 (variable width control limits).
    /// </summary>
    public static IReadOnlyList<ChartPoint> Of(IReadOnlyList<(string Label, int Failed, int Count)> samples)
    {
        var used = samples.Where(s => s.Count > 0).ToList();
        if (used.Count == 0)
        {
            return [];
        }

        var centre = Centre(used);
        return [.. used.Select(s =>
        {
            var spread = 3 * Intervals.Sqrt(centre * (1 - centre) / s.Count);
            var (low, high) = (Math.Max(0, centre - spread), Math.Min(1, centre + spread));
            var share = (decimal)s.Failed / s.Count;
            return new ChartPoint(s.Label, s.Failed, s.Count, share, low, high, share < low || share > high);
        })];
    }

    /// <summary>The centre line: the share of all that failed.</summary>
    public static decimal Centre(IEnumerable<(string Label, int Failed, int Count)> samples)
    {
        var all = samples.ToList();
        var count = all.Sum(s => s.Count);
        return count == 0 ? 0 : (decimal)all.Sum(s => s.Failed) / count;
    }

    /// <summary>Most frequent first; what never happened is left out.</summary>
    public static IReadOnlyList<ParetoBar> Pareto(IEnumerable<(string Code, int Count)> causes)
    {
        var sorted = causes.Where(c => c.Count > 0).OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal).ToList();
        var (all, sum) = (sorted.Sum(c => c.Count), 0);
        return [.. sorted.Select(c => new ParetoBar(c.Code, c.Count, (decimal)(sum += c.Count) / all))];
    }
}
