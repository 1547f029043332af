using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Rankings;

/// <summary>Vendors in the order of their score (SLA semantics 3.8).</summary>
public static class RankingCalculator
{
    /// <summary>The ranked by rank, then the not ranked by name. The month before only gives the changes.</summary>
    public static IReadOnlyList<RankedVendor> Rank(
        IEnumerable<RankedContract> contracts, IEnumerable<RankedContract>? monthBefore = null)
    {
        var before = monthBefore is null ? [] : Order(monthBefore).ToDictionary(v => v.VendorCode);
        return [.. Order(contracts).Select(v => WithChange(v, before.GetValueOrDefault(v.VendorCode)))];
    }

    private static List<RankedVendor> Order(IEnumerable<RankedContract> contracts)
    {
        var vendors = contracts.GroupBy(c => c.VendorCode).Select(g => Vendor([.. g])).ToList();
        var ranked = vendors
            .Where(v => v.NotRanked is null)
            .OrderByDescending(v => v.Score)
            .ThenBy(v => v.VendorCode, StringComparer.Ordinal)
            .ToList();
        var rest = vendors.Where(v => v.NotRanked is not null).OrderBy(v => v.VendorCode, StringComparer.Ordinal);
        return [.. ranked.Select((v, i) => Place(v, ranked, i)), .. rest];
    }

    private static RankedVendor Vendor(IReadOnlyList<RankedContract> contracts)
    {
        var graded = contracts.Where(c => c.Score is not null).ToList();
        var n = contracts.Sum(c => c.FactCount);
        var minimum = contracts.Max(c => c.MinimumFacts);
        var (score, halfWidth) = Mean(graded);
        return new RankedVendor(
            contracts[0].VendorCode, contracts[0].VendorName, null, Reason(contracts, score, n, minimum),
            score,
            score is { } s ? GradeOf(s, graded.Any(c => c.GradeCapped)) : null,
            score is { } centre ? ScorecardCalculator.Interval(centre, halfWidth) : null,
            score is null ? null : halfWidth,
            n, minimum, contracts.Sum(c => c.Credit), null, null, false, contracts);
    }

    /// <summary>
    /// Weighted by the month's charge, evenly where no charge is known. The contracts' errors are independent, so that their
    /// half widths add in squares.
    /// </summary>
    private static (decimal? Score, decimal HalfWidth) Mean(List<RankedContract> graded)
    {
        if (graded.Count == 0)
        {
            return (null, 0);
        }

        var total = graded.Sum(c => c.Charge);
        var weighted = graded.Select(c => (Contract: c, Weight: total == 0 ? 1 : c.Charge)).ToList();
        var sum = weighted.Sum(w => w.Weight);
        var score = weighted.Sum(w => w.Weight * w.Contract.Score!.Value) / sum;
        var squares = weighted.Sum(w => w.Weight / sum * w.Contract.HalfWidth * (w.Weight / sum * w.Contract.HalfWidth));
        return (score, Intervals.Sqrt(squares));
    }

    private static NotRankedReason? Reason(IReadOnlyList<RankedContract> contracts, decimal? score, int n, int minimum)
    {
        if (contracts.Any(c => c.NeverRanked))
        {
            return NotRankedReason.Unassigned;
        }

        return score is null ? NotRankedReason.NotGraded : n < minimum ? NotRankedReason.TooFewFacts : null;
    }

    private static Grade GradeOf(decimal score, bool capped)
    {
        var grade = MetricScore.GradeOf(score);
        return capped ? MetricScore.Cap(grade) : grade;
    }

    // Equal scores share the rank, and the next one is counted on from all before it: 1, 2, 2, 4.
    private static RankedVendor Place(RankedVendor vendor, List<RankedVendor> ranked, int index)
    {
        var above = index == 0 ? null : ranked[index - 1];
        return vendor with
        {
            Rank = 1 + ranked.FindIndex(v => v.Score == vendor.Score),
            NoClearDifferenceAbove = above is not null && above.Interval!.Low <= vendor.Interval!.High,
        };
    }

    private static RankedVendor WithChange(RankedVendor now, RankedVendor? before) => before is null ? now : now with
    {
        RankChange = before.Rank - now.Rank,
        ScoreChange = now.Score - before.Score,
    };
}
