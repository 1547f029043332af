using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Rankings;

/// <summary>What a ranking is cut down to; null leaves that side whole.</summary>
public sealed record SliceFilter(IReadOnlySet<string>? Outlets, Channel? Channel, ProblemType? Type)
{
    public bool IsWhole => Outlets is null && Channel is null && Type is null;
}

/// <summary>The score of a part of a month. <paramref name="FactCount"/> is what it rests on.</summary>
public sealed record SliceScore(decimal? Score, decimal HalfWidth, int FactCount, IReadOnlyList<MetricResult> Metrics);

/// <summary>
/// A contract's month by the facts of some outlets, of one channel or of one problem type alone: the contract's terms over the metrics that these
/// facts can tell, their weights spread. For comparison, never for grades or credits.
/// </summary>
public static class RankingSlice
{
    /// <remarks>
    /// An obligation has a problem type and an outlet but no channel, a row of a report an outlet and a channel but no problem type: a cut by
    /// both channel and type leaves nothing. What was not delivered is the whole contract's matter and left out.
    /// </remarks>
    public static SliceScore Of(ScorecardContent content, Terms terms, SliceFilter filter)
    {
        var inputs = Inputs(content, terms, filter);
        var metrics = terms.Metrics.OrderBy(m => MetricCatalogue.OrderOf(m.Code))
            .Select(m => MetricCalculator.Calculate(m, inputs)).Where(m => m.Status == MetricStatus.Scored).ToList();
        var weight = metrics.Sum(m => m.Weight);
        var n = Facts(inputs, filter, metrics);
        if (weight == 0)
        {
            return new SliceScore(null, 0, n, []);
        }

        var spread = metrics.ConvertAll(m => m with { WeightShare = m.Weight / weight });
        return new SliceScore(spread.Sum(m => m.WeightShare * m.Score!.Value), ScorecardCalculator.CompositeHalfWidth(spread), n, spread);
    }

    /// <summary>Obligations due plus random evaluations; in a channel, which has no obligations, the largest base of its metrics.</summary>
    private static int Facts(ScorecardInputs inputs, SliceFilter filter, List<MetricResult> metrics) => filter.Channel is null
        ? inputs.Obligations.Count(o => o.Counted) + (inputs.QualityRows?.Count(r => r.Figures.ContainsKey(QualityMetrics.Sampled)) ?? 0)
        : (int)Math.Min(int.MaxValue, metrics.Count == 0 ? 0 : metrics.Max(m => m.Denominator ?? 0));

    private static ScorecardInputs Inputs(ScorecardContent content, Terms terms, SliceFilter filter) => ContentCut.Inputs(
        content, terms, Channels(terms, filter), o => filter.Channel is null && Holds(o, filter), r => filter.Type is null && Holds(r, filter));

    private static HashSet<Channel> Channels(Terms terms, SliceFilter filter) =>
        filter.Channel is { } one ? [one] : [.. terms.Channels ?? Enum.GetValues<Channel>()];

    private static bool Holds(ObligationFact fact, SliceFilter filter) =>
        (filter.Outlets is null || (fact.OutletCode is { } code && filter.Outlets.Contains(code)))
        && (filter.Type is null || fact.ProblemType == filter.Type);

    private static bool Holds(ReportFact row, SliceFilter filter) =>
        (filter.Outlets is null || filter.Outlets.Contains(row.OutletCode))
        && (filter.Channel is null || string.Equals(row.Channel, filter.Channel.ToString(), StringComparison.OrdinalIgnoreCase));
}
