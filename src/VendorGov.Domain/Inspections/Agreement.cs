namespace VendorGov.Domain.Inspections;

/// <summary>How well reviewers agree (section 5, calibration). All coefficients are 1 for perfect agreement, 0 for agreement by chance.</summary>
public static class Agreement
{
    /// <summary>
    /// Cohen's kappa of two reviewers who put each subject into one category: (po - pe) / (1 - pe). J. Cohen, "A coefficient of agreement
    /// for nominal scales", Educational and Psychological Measurement 20 (1960). Null without subjects, or where both used one and the
    /// same category only, as chance then explains everything.
    /// </summary>
    public static double? Kappa(IReadOnlyList<(int A, int B)> subjects)
    {
        if (subjects.Count == 0)
        {
            return null;
        }

        double n = subjects.Count;
        var observed = subjects.Count(s => s.A == s.B) / n;
        var expected = subjects.Select(s => s.A).Union(subjects.Select(s => s.B))
            .Sum(c => subjects.Count(s => s.A == c) / n * (subjects.Count(s => s.B == c) / n));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }

    /// <summary>
    /// Krippendorff's alpha for ordinal data with missing values: 1 - observed / expected disagreement from the coincidence matrix. K.
    /// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Units that fewer than two reviewers scored are left out. Null
    /// where nothing can be paired or all values are the same.
    /// </summary>
    /// <param name="units">The values of one unit, one per reviewer who gave one; categories in their order, as whole numbers.</param>
    public static double? OrdinalAlpha(IEnumerable<IReadOnlyList<int>> units)
    {
        var pairable = units.Where(u => u.Count > 1).ToList();
        var categories = pairable.SelectMany(u => u).Distinct().Order().ToList();
        if (categories.Count < 2)
        {
            return null;
        }

        var coincidences = Coincidences(pairable, categories);
        double[] totals = [.. Enumerable.Range(0, categories.Count).Select(c => Enumerable.Range(0, categories.Count).Sum(k => coincidences[c, k]))];
        var n = totals.Sum();
        var (observed, expected) = (0.0, 0.0);
        for (var c = 0; c < categories.Count; c++)
        {
            for (var k = c + 1; k < categories.Count; k++)
            {
                var distance = Distance(totals, c, k);
                observed += coincidences[c, k] * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }

        return 1 - ((n - 1) * observed / expected);
    }

    /// <summary>Share of all pairs of reviewers of one contact whose scores differ by no more than ten points of 100; null without a pair.</summary>
    public static decimal? WithinTenPoints(IEnumerable<IReadOnlyList<decimal>> contacts)
    {
        var gaps = contacts.SelectMany(Pairs).ToList();
        return gaps.Count == 0 ? null : (decimal)gaps.Count(g => g <= 10m) / gaps.Count;
    }

    private static IEnumerable<decimal> Pairs(IReadOnlyList<decimal> scores) =>
        from i in Enumerable.Range(0, scores.Count)
        from j in Enumerable.Range(i + 1, scores.Count - i - 1)
        select Math.Abs(scores[i] - scores[j]);

    private static double[,] Coincidences(List<IReadOnlyList<int>> units, List<int> categories)
    {
        var matrix = new double[categories.Count, categories.Count];
        foreach (var unit in units)
        {
            for (var i = 0; i < unit.Count; i++)
            {
                for (var j = 0; j < unit.Count; j++)
                {
                    if (i != j)
                    {
                        matrix[categories.IndexOf(unit[i]), categories.IndexOf(unit[j])] += 1.0 / (unit.Count - 1);
                    }
                }
            }
        }

        return matrix;
    }

    /// <summary>The squared ordinal difference: what lies between two categories, the two themselves by half.</summary>
    private static double Distance(double[] totals, int c, int k)
    {
        var between = Enumerable.Range(c, k - c + 1).Sum(g => totals[g]) - ((totals[c] + totals[k]) / 2);
        return between * between;
    }
}
