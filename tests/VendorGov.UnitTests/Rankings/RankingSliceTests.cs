using VendorGov.Domain.Analysis;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.UnitTests.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Rankings;

public sealed class RankingSliceTests
{
    private static readonly Terms Terms = Given.Terms(new("IRS", 95, 90, 40), new("ANS", 90, 80, 30), new("FR30", 90, 80, 30));

    private static readonly ScorecardContent Content = ScorecardCalculator.Calculate(Given.Inputs(
        Terms,
        [.. Facts("W1", ProblemType.SlowOrPoorService, 19, 1), .. Facts("W2", ProblemType.TechnicalFault, 10, 10)],
        [Voice(2, "W1", 90, 100), Voice(2, "W2", 50, 100), Chat(3, "W1", 85, 100)]));

    [Fact]
    public void A_whole_cut_scores_as_the_scorecard_itself()
    {
        var slice = RankingSlice.Of(Content, Terms, new SliceFilter(null, null, null));

        Assert.Equal(Content.Score, slice.Score);
        Assert.Equal(40, slice.FactCount);
        Assert.True(new SliceFilter(null, null, null).IsWhole);
    }

    [Fact]
    public void An_outlet_is_scored_by_its_own_facts()
    {
        // IRS 19/20 = 95: 100; ANS 90/100: 100; FR30 85/100: 80. 40, 30 and 30 of 100.
        var slice = RankingSlice.Of(Content, Terms, new SliceFilter(new HashSet<string> { "W1" }, null, null));

        Assert.Equal((94m, 20), (slice.Score, slice.FactCount));
    }

    [Fact]
    public void A_channel_has_the_metrics_of_its_rows_alone_and_their_weights_spread()
    {
        var slice = RankingSlice.Of(Content, Terms, new SliceFilter(null, Channel.Voice, null));

        // 140 of 200 answered is 70 %, under the minimum of 80.
        Assert.Equal(["ANS"], slice.Metrics.Select(m => m.Code));
        Assert.Equal((0m, 200, 1m), (slice.Score, slice.FactCount, slice.Metrics[0].WeightShare));
    }

    [Fact]
    public void A_problem_type_has_obligations_and_no_rows_and_a_channel_besides_leaves_nothing()
    {
        var slow = RankingSlice.Of(Content, Terms, new SliceFilter(null, null, ProblemType.SlowOrPoorService));
        var both = RankingSlice.Of(Content, Terms, new SliceFilter(null, Channel.Voice, ProblemType.SlowOrPoorService));

        Assert.Equal((100m, 20), (slow.Score, slow.FactCount));
        Assert.Equal((null, 0), (both.Score, both.Metrics.Count));
    }

    [Fact]
    public void Weeks_add_up_to_what_the_scorecard_counts()
    {
        var weeks = MetricWeeks.Of([new ScoredMonth(Content, Terms)], "ANS");
        var resolved = MetricWeeks.Of([new ScoredMonth(Content, Terms)], "IRS");

        Assert.Equal([new MetricWeek(new DateOnly(2026, 3, 2), 140, 200)], weeks);
        Assert.Equal((29m, 40m), (resolved.Sum(w => w.Numerator), resolved.Sum(w => w.Denominator)));
        Assert.Empty(MetricWeeks.Of([new ScoredMonth(Content, Terms)], "CSAT"));
    }

    private static IEnumerable<ObligationFact> Facts(string outlet, ProblemType type, int met, int missed) =>
        Given.Facts(ObligationKind.Resolve, met, missed)
            .Select((f, i) => f with { OutletCode = outlet, ProblemType = type, DueAt = new DateTimeOffset(2026, 3, 3 + i, 4, 0, 0, TimeSpan.Zero) });

    private static ReportFact Voice(int day, string outlet, decimal answered, decimal offered) =>
        Given.Day(day, "voice", outlet, ("answered", answered), ("offered", offered), ("short_abandon", 0));

    private static ReportFact Chat(int day, string outlet, decimal replied, decimal sessions) =>
        Given.Day(day, "chat", outlet, ("first_reply_30s", replied), ("sessions", sessions));
}
