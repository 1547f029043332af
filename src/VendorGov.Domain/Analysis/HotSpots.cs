namespace VendorGov.Domain.Analysis;

/// <summary>How many issues of one kind a place had. <paramref name="Share"/> is the place's share of the network, 0..1.</summary>
public sealed record PlaceCount(string Place, string Kind, int Count, decimal Share);

/// <summary>
/// A place and a kind against the network's mean. <paramref name="Expected"/>: what the place would have by its share.
/// <paramref name="Chance"/>: the probability of so many or more by chance alone, 0..1.
/// <paramref name="IsHot"/>: more than chance explains, with at most one false alarm in twenty among all that are called hot.
/// </summary>
public sealed record HotSpot(string Place, string Kind, int Count, double Expected, double Chance, bool IsHot)
{
    public double Ratio => Expected > 0 ? Count / Expected : 0;
}

/// <summary>Where a problem is more frequent than the network's mean lets expect.</summary>
public static class HotSpots
{
    private const double FalseAlarms = 0.05;

    /// <summary>
    /// The one-sided exact Poisson probability of each cell, judged together by Y. Benjamini and Y. Hochberg, "Controlling the false
    /// discovery rate", Journal of the Royal Statistical Society B 57 (1995): with many cells some are far out by chance. Most striking first.
    /// </summary>
    public static IReadOnlyList<HotSpot> Of(IEnumerable<PlaceCount> counts)
    {
        var cells = counts.ToList();
        var totals = cells.GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var judged = cells.Select(c =>
        {
            var expected = totals[c.Kind] * (double)c.Share;
            return new HotSpot(c.Place, c.Kind, c.Count, expected, AtLeast(c.Count, expected), false);
        }).OrderBy(h => h.Chance).ThenByDescending(h => h.Count).ThenBy(h => h.Place, StringComparer.Ordinal).ThenBy(h => h.Kind, StringComparer.Ordinal).ToList();
        var last = Enumerable.Range(0, judged.Count).LastOrDefault(i => judged[i].Chance <= FalseAlarms * (i + 1) / judged.Count, -1);
        return [.. judged.Select((h, i) => h with { IsHot = i <= last })];
    }

    /// <summary>P(X >= count) of a Poisson variable.</summary>
    public static double AtLeast(int count, double mean)
    {
        if (count <= 0)
        {
            return 1;
        }

        if (mean <= 0)
        {
            return 0;
        }

        // In logarithms, as e to the minus of a large mean is nothing; the sum runs over whichever side is the smaller one.
        var (logTerm, sum) = (-mean, 0.0);
        for (var k = 1; k <= count; k++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log(mean / k);
        }

        if (count <= mean)
        {
            return Math.Clamp(1 - sum, 0, 1);
        }

        sum = 0;
        for (var k = count; k - count < 10_000 && logTerm > -745; k++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log(mean / (k + 1));
        }

        return Math.Clamp(sum, 0, 1);
    }
}
