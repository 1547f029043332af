using VendorGov.Domain.Inspections;

namespace VendorGov.Domain.Analysis;

/// <summary>What happened in one span of time: <paramref name="Events"/> in <paramref name="Base"/> cases.</summary>
public sealed record ChartSample(string Label, decimal Events, decimal Base);

/// <summary>
/// A control chart. Shares are events per case. <paramref name="SigmaZ"/>: by how much the points vary more (over 1) than the
/// number of cases explains; the limits are wider by it.
/// </summary>
public sealed record AttributeChartResult(decimal Centre, decimal SigmaZ, IReadOnlyList<ChartPoint> Points);

/// <summary>
/// p- and u-charts with limits for each sample's size (D. C. Montgomery, "Introduction to Statistical Quality Control", 7th ed., sections
/// 7.2.2 and 7.3.2), widened where the process itself varies: D. B. Laney, "Improved control charts for attributes", Quality Engineering
/// 14 (2002). With a hundred thousand calls a month the plain limits would call every month an alarm.
/// </summary>
public static class AttributeChart
{
    /// <summary>Mean moving range of two values over their standard deviation.</summary>
    private const decimal D2 = 1.128m;

    /// <summary>p +- 3 sigma_z sqrt(p (1 - p) / n), clipped to 0..1; null where nothing was counted.</summary>
    public static AttributeChartResult? OfShares(IReadOnlyList<ChartSample> samples) => Draw(samples, p => p * (1 - p), 1);

    /// <summary>u +- 3 sigma_z sqrt(u / n), clipped at 0: counts per base, of which there may be more than one a case.</summary>
    public static AttributeChartResult? OfCounts(IReadOnlyList<ChartSample> samples) => Draw(samples, u => u, decimal.MaxValue);

    private static AttributeChartResult? Draw(IReadOnlyList<ChartSample> samples, Func<decimal, decimal> variance, decimal most)
    {
        var used = samples.Where(s => s.Base > 0).ToList();
        if (used.Count == 0)
        {
            return null;
        }

        var centre = used.Sum(s => s.Events) / used.Sum(s => s.Base);
        var deviation = used.ConvertAll(s => Deviation(variance(centre), s.Base));
        var sigma = SigmaZ(used, centre, deviation);
        return new AttributeChartResult(centre, sigma, [.. used.Select((s, i) =>
        {
            var (share, spread) = (s.Events / s.Base, 3 * sigma * deviation[i]);
            var (low, high) = (Math.Max(0, centre - spread), Math.Min(most, centre + spread));
            return new ChartPoint(s.Label, (int)s.Events, (int)s.Base, share, low, high, share < low || share > high);
        })]);
    }

    private static decimal Deviation(decimal variance, decimal count) => Scorecards.Intervals.Sqrt(Math.Max(0, variance) / count);

    /// <summary>The mean moving range of the standardised points over 1.128; never under 1, and 1 with fewer than five points.</summary>
    private static decimal SigmaZ(List<ChartSample> samples, decimal centre, List<decimal> deviation)
    {
        if (samples.Count < 5 || deviation.Contains(0))
        {
            return 1;
        }

        var z = samples.Select((s, i) => ((s.Events / s.Base) - centre) / deviation[i]).ToList();
        return Math.Max(1, z.Skip(1).Select((value, i) => Math.Abs(value - z[i])).Average() / D2);
    }
}
