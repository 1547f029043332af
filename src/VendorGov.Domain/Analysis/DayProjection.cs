using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Analysis;

/// <summary>
/// A month of which <paramref name="Days"/> days are known, <paramref name="Numerator"/> of <paramref name="Denominator"/> in all.
/// <paramref name="ToCome"/>: the denominator that the days left bring by the pace of this month. <paramref name="Needed"/>: what those days must come
/// to, in the metric's unit, for the month to reach its target; null where none is left.
/// </summary>
public sealed record DayPace(int Days, decimal Numerator, decimal Denominator, decimal ToCome, decimal? Needed);

/// <summary>Whether a month reaches its target, from the days of it that are known.</summary>
public static class DayProjection
{
    /// <summary>From fewer days nothing is projected.</summary>
    public const int FewestDays = 7;

    /// <summary>Null where too few days are known.</summary>
    /// <remarks>
    /// A ratio estimator over days (W. G. Cochran, "Sampling Techniques", 3rd ed., sections 2.11 and 6.3): the days left go on as the days before, working days
    /// and weekends apart in how much they bring; how far days differ from one another gives the interval, widened as by Student's t. Calls
    /// of one day share its troubles, so that counting them one by one would make every month certain. A trend within the month is not followed.
    /// </remarks>
    public static (DayPace Pace, Warning Warning)? Of(IReadOnlyList<MetricDay> days, YearMonth month, MetricDefinition metric, decimal target)
    {
        if (days.Count < FewestDays)
        {
            return null;
        }

        var (n, d) = ((double)days.Sum(x => x.Numerator), (double)days.Sum(x => x.Denominator));
        var (toCome, left) = Rest(days, month);
        var (rate, factor) = (n / d, (double)metric.Factor);
        var spread = days.Sum(x => Math.Pow((double)x.Numerator - (rate * (double)x.Denominator), 2)) / (days.Count - 1);
        var error = (left * spread) + (toCome * toCome * days.Count * spread / (d * d));
        var wider = (days.Count - 1) / (days.Count - 3.0);
        var (value, deviation) = (factor * (n + (rate * toCome)) / (d + toCome), factor * Math.Sqrt(error * wider) / (d + toCome));
        var needed = toCome > 0 ? (((double)target / factor * (d + toCome)) - n) / toCome * factor : (double?)null;
        var lost = IsLost(metric, needed, value, (double)target);
        var chance = lost ? 1 : needed is null ? 0 : Below(metric.Direction, (double)target, value, deviation);
        var pace = new DayPace(days.Count, days.Sum(x => x.Numerator), days.Sum(x => x.Denominator), (decimal)toCome, (decimal?)needed);
        return (pace, new Warning(
            EarlyWarning.OutlookOf(chance, lost), 0, chance, (decimal)value, Within(metric, value - (1.96 * deviation)), Within(metric, value + (1.96 * deviation)), days.Count));
    }

    /// <summary>What the days after the last known one bring, and how many they are.</summary>
    private static (double Denominator, double Days) Rest(IReadOnlyList<MetricDay> days, YearMonth month)
    {
        var last = days.Max(x => x.Date);
        var known = days.ToDictionary(x => x.Date, x => (double)x.Denominator);
        var (denominator, count) = (0.0, 0.0);
        foreach (var weekend in new[] { false, true })
        {
            var before = Between(month.FirstDay, last).Where(x => IsWeekend(x) == weekend).ToList();
            var after = Between(last.AddDays(1), month.LastDay).Count(x => IsWeekend(x) == weekend);
            if (before.Count > 0)
            {
                denominator += after * before.Sum(x => known.GetValueOrDefault(x)) / before.Count;
                count += after * (double)before.Count(known.ContainsKey) / before.Count;
            }
        }

        return (denominator, count);
    }

    // A share cannot pass 100 %, and a count cannot fall.
    private static bool IsLost(MetricDefinition metric, double? needed, double value, double target) => (metric.Direction, needed) switch
    {
        (MetricDirection.Up, { } more) => metric.Unit == "%" && more > 100,
        (_, { } more) => more < 0,
        (MetricDirection.Up, null) => value < target,
        _ => value > target,
    };

    /// <summary>The probability of a miss, by the normal distribution.</summary>
    private static double Below(MetricDirection direction, double target, double value, double deviation)
    {
        var gap = direction == MetricDirection.Up ? target - value : value - target;
        return deviation > 0 ? Phi(gap / deviation) : gap > 0 ? 1 : 0;
    }

    /// <summary>M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 26.2.17; the error is below 7.5e-8.</summary>
    private static double Phi(double z)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z >= 0 ? 1 - tail : tail;
    }

    private static decimal Within(MetricDefinition metric, double value) =>
        (decimal)(metric.Unit == "%" ? Math.Clamp(value, 0, 100) : Math.Max(0, value));

    private static IEnumerable<DateOnly> Between(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
