namespace VendorGov.Domain.Scorecards;

/// <summary>
/// What lists and rankings read of a scorecard without its facts. <paramref name="Score"/> is exact; <paramref name="HalfWidth"/>
/// is that of its interval before clipping.
/// </summary>
public sealed record ScorecardSummary(
    decimal? Score, bool GradeCapped, decimal HalfWidth, int MinimumFacts, IReadOnlyList<MetricResult> Metrics,
    IReadOnlyList<OutletScore> OutletScores)
{
    public static ScorecardSummary Of(ScorecardContent content) => new(
        content.Score,
        content.GradeCapped,
        ScorecardCalculator.CompositeHalfWidth(content.Metrics),
        content.MinimumFacts,
        content.Metrics,
        content.OutletScores ?? []);
}
