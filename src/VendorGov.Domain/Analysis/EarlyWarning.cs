using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Analysis;

/// <summary>How a metric's month looks before its end.</summary>
public enum Outlook
{
    /// <summary>The target will be reached with a probability of at least 80 %.</summary>
    OnTrack,
    /// <summary>It may be missed: 20 to 50 %.</summary>
    AtRisk,
    /// <summary>At this pace it will be missed: 50 % or more.</summary>
    WillMiss,
    /// <summary>Missed already, whatever comes.</summary>
    Lost,
}

/// <summary>
/// What a month of a metric holds so far. <paramref name="Met"/> and <paramref name="Missed"/> are decided or overdue,
/// <paramref name="Open"/> is due later in the month and known; <paramref name="Expected"/> is still to arise by the pace of the
/// months before. <paramref name="PastMet"/> of <paramref name="PastDue"/>: the months before.
/// </summary>
public sealed record MonthPace(int Met, int Missed, int Open, int Expected, int PastMet, int PastDue);

/// <summary>
/// <paramref name="Allowed"/>: misses that may still come without missing the target; negative: too many already.
/// <paramref name="Chance"/>: the probability 0..1 that the month ends under the target. <paramref name="Value"/>: the share in
/// percent that is expected at the end, between <paramref name="Low"/> and <paramref name="High"/> with 95 % probability.
/// </summary>
public sealed record Warning(Outlook Outlook, int Allowed, double Chance, decimal Value, decimal Low, decimal High, int Total);

/// <summary>Whether a month will reach its target, from what it holds so far.</summary>
public static class EarlyWarning
{
    /// <summary>The months before weigh as much as so many obligations at most: a vendor may change.</summary>
    private const double PriorWeight = 40;

    /// <summary>Null where nothing is or will be due.</summary>
    /// <remarks>
    /// The misses among what is still to come follow a beta-binomial distribution: each is missed with a probability that is not known
    /// for sure, but learned from the months before and from this one (A. Gelman et al., "Bayesian Data Analysis", 3rd ed.,
    /// sections 2.1 to 2.4, prior Beta(1/2, 1/2)).
    /// </remarks>
    public static Warning? Of(MonthPace pace, decimal target)
    {
        var rest = pace.Open + pace.Expected;
        var total = pace.Met + pace.Missed + rest;
        if (total == 0)
        {
            return null;
        }

        // Met / total >= target, so at most so many misses in the whole month.
        var allowed = (int)Math.Floor(total * (100 - target) / 100) - pace.Missed;
        var misses = Misses(pace, rest);
        var chance = allowed < 0 ? 1 : Math.Clamp(1 - misses.Take(allowed + 1).Sum(), 0, 1);
        return new Warning(
            OutlookOf(chance, allowed < 0), allowed, chance, Share(Quantile(misses, 0.5)), Share(Quantile(misses, 0.975)), Share(Quantile(misses, 0.025)), total);

        decimal Share(int more) => 100m * (total - pace.Missed - more) / total;
    }

    /// <summary>
    /// The same for cases that each are good or bad by themselves, as evaluations: of those of the month so far, of as many as are still to come by
    /// the part of the month that is over, and of those of the months before. Value and interval are in the metric's unit. Null without any case yet.
    /// </summary>
    public static (MonthPace Pace, Warning Warning)? OfCases(MetricDay own, MetricDay? before, double elapsed, MetricDefinition metric, decimal target)
    {
        var up = metric.Direction == MetricDirection.Up;
        int Good(MetricDay? day) => (int)(up ? day?.Numerator ?? 0 : (day?.Denominator - day?.Numerator) ?? 0);
        var (all, good) = ((int)own.Denominator, Good(own));
        var expected = elapsed > 0 ? (int)Math.Round(all * (1 - elapsed) / elapsed) : 0;
        var pace = new MonthPace(good, all - good, 0, expected, Good(before), (int)(before?.Denominator ?? 0));
        var share = 100 * target / metric.Factor;
        return Of(pace, up ? share : 100 - share) is { } w
            ? (pace, up ? w with { Value = In(w.Value), Low = In(w.Low), High = In(w.High) } : w with { Value = In(100 - w.Value), Low = In(100 - w.High), High = In(100 - w.Low) })
            : null;

        decimal In(decimal percent) => percent * metric.Factor / 100;
    }

    internal static Outlook OutlookOf(double chance, bool lost) => lost ? Outlook.Lost : chance switch
    {
        >= 0.5 => Outlook.WillMiss,
        >= 0.2 => Outlook.AtRisk,
        _ => Outlook.OnTrack,
    };

    /// <summary>The probability of 0, 1, 2 ... misses among <paramref name="rest"/>, by the ratio of neighbours.</summary>
    private static double[] Misses(MonthPace pace, int rest)
    {
        var weight = pace.PastDue == 0 ? 0 : Math.Min(1, PriorWeight / pace.PastDue);
        var a = 0.5 + pace.Missed + (weight * (pace.PastDue - pace.PastMet));
        var b = 0.5 + pace.Met + (weight * pace.PastMet);
        var logs = new double[rest + 1];
        for (var k = 0; k < rest; k++)
        {
            logs[k + 1] = logs[k] + Math.Log((rest - k) / (k + 1.0)) + Math.Log((a + k) / (b + rest - k - 1));
        }

        var top = logs.Max();
        var all = logs.Sum(l => Math.Exp(l - top));
        return [.. logs.Select(l => Math.Exp(l - top) / all)];
    }

    private static int Quantile(double[] chances, double share)
    {
        var sum = 0.0;
        for (var k = 0; k < chances.Length; k++)
        {
            if ((sum += chances[k]) >= share)
            {
                return k;
            }
        }

        return chances.Length - 1;
    }
}
