using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>Scores, points and grades of exact values (SLA semantics 3.3, 3.4). All values are in the metric's unit.</summary>
public static class MetricScore
{
    /// <summary>Points from which a metric demands a corrective action plan.</summary>
    public const int CorrectivePlanPoints = 2;

    private static readonly decimal[] Steps = [100, 80, 50, 20, 0];

    /// <summary>0..100 by the contract's method.</summary>
    public static decimal Score(decimal value, MetricTerms terms, MetricDirection direction, ScoringMethod method) =>
        method == ScoringMethod.Stepped ? Steps[Points(value, terms, direction)] : Linear(value, terms, direction);

    /// <summary>100 at target or better, 0 beyond the minimum, 60 to 100 between.</summary>
    public static decimal Linear(decimal value, MetricTerms terms, MetricDirection direction)
    {
        var (v, target, minimum) = Upward(value, terms, direction);
        if (v >= target)
        {
            return 100;
        }

        return v < minimum ? 0 : 60 + 40 * (v - minimum) / (target - minimum);
    }

    /// <summary>
    /// 0 at target or better, 1 down to and including the minimum, 2 beyond it, 3 by more than d, 4 by more than 3d, where
    /// d = |target - minimum|, or 1 % of the target where both are equal; a contract's own edges replace d and 3d.
    /// </summary>
    public static int Points(decimal value, MetricTerms terms, MetricDirection direction)
    {
        var (v, target, minimum) = Upward(value, terms, direction);
        if (v >= minimum)
        {
            return v >= target ? 0 : 1;
        }

        var d = target == minimum ? Math.Abs(target) / 100 : Math.Abs(target - minimum);
        var (severe, belowThreshold) = terms.Edges is { } edges ? (edges.Severe, edges.BelowThreshold) : (d, 3 * d);
        var gap = minimum - v;
        return gap > belowThreshold ? 4 : gap > severe ? 3 : 2;
    }

    /// <summary>The grade of an exact score.</summary>
    public static Grade GradeOf(decimal score) => score switch
    {
        >= 90 => Grade.A,
        >= 80 => Grade.B,
        >= 70 => Grade.C,
        >= 60 => Grade.D,
        _ => Grade.E,
    };

    /// <summary>A fatal breach caps the grade at D; a worse grade stays.</summary>
    public static Grade Cap(Grade grade) => grade < Grade.D ? Grade.D : grade;

    // A metric of which less is better is the mirror image of one of which more is better.
    private static (decimal Value, decimal Target, decimal Minimum) Upward(decimal value, MetricTerms terms, MetricDirection direction) =>
        direction == MetricDirection.Up ? (value, terms.Target, terms.Minimum) : (-value, -terms.Target, -terms.Minimum);
}
