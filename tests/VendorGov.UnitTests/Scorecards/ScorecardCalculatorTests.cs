using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class ScorecardCalculatorTests
{
    private static readonly Terms TwoMetrics = Given.Terms(new MetricTerms("IAK", 95, 90, 40), new MetricTerms("IRS", 90, 80, 60));

    private static IReadOnlyList<ObligationFact> Month(int acknowledged, int late, int resolved, int overdue) =>
    [
        .. Given.Facts(ObligationKind.Acknowledge, acknowledged, late),
        .. Given.Facts(ObligationKind.Resolve, resolved, overdue),
    ];

    [Fact]
    public void Two_metrics_worked_by_hand()
    {
        // IAK 92 %: 60 + 40 x 2 / 5 = 76. IRS 87.5 %: 60 + 40 x 7.5 / 10 = 90. Score 0.4 x 76 + 0.6 x 90 = 84.4.
        var card = ScorecardCalculator.Calculate(Given.Inputs(TwoMetrics, Month(46, 4, 42, 6)));

        Assert.Equal(76m, card.Metric("IAK").Score);
        Assert.Equal(90m, card.Metric("IRS").Score);
        Assert.Equal((84.4m, Grade.B), (card.Score, card.Grade));
        Assert.Equal(98, card.FactCount);
        Assert.Equal((0.4m, 0.6m), (card.Metric("IAK").WeightShare, card.Metric("IRS").WeightShare));
    }

    [Fact]
    public void The_weight_of_what_has_no_data_is_spread_over_the_rest()
    {
        var card = ScorecardCalculator.Calculate(Given.Inputs(TwoMetrics, Month(0, 0, 42, 6)));

        Assert.Equal(MetricStatus.NoData, card.Metric("IAK").Status);
        Assert.Equal(1m, card.Metric("IRS").WeightShare);
        Assert.Equal(90m, card.Score);
    }

    [Fact]
    public void Under_half_of_the_weight_scored_is_not_graded()
    {
        var card = ScorecardCalculator.Calculate(Given.Inputs(TwoMetrics, Month(46, 4, 0, 0)));

        Assert.Null(card.Score);
        Assert.Null(card.Grade);
        Assert.Null(card.Interval);
    }

    [Fact]
    public void A_report_that_is_not_delivered_scores_zero_with_four_points()
    {
        var terms = Given.Terms(new MetricTerms("IRS", 90, 80, 50), new MetricTerms("SL20", 80, 75, 50));

        var card = ScorecardCalculator.Calculate(Given.Inputs(terms, Month(0, 0, 42, 6)));

        Assert.Equal((MetricStatus.NotDelivered, 0m, 4), (card.Metric("SL20").Status, card.Metric("SL20").Score, card.Metric("SL20").Points));
        Assert.Equal((45m, Grade.E), (card.Score, card.Grade));
    }

    [Fact]
    public void A_report_that_the_contract_does_not_demand_is_left_out()
    {
        var terms = Given.Terms(new MetricTerms("IRS", 90, 80, 50), new MetricTerms("SL20", 80, 75, 50));

        var card = ScorecardCalculator.Calculate(Given.Inputs(terms, Month(0, 0, 42, 6)) with { ReportDemanded = false });

        Assert.Equal(MetricStatus.NotContracted, card.Metric("SL20").Status);
        Assert.Equal(90m, card.Score);
    }

    [Fact]
    public void Points_count_twice_in_a_run_and_never_four_times()
    {
        var january = Card(null, new(2026, 1));
        var february = Card(january, new(2026, 2));
        var march = Card(february, Given.March);

        Assert.Equal([1, 2, 2], new[] { january, february, march }.Select(c => c.Metric("IAK").ChargedPoints));
        Assert.All([january, february, march], c => Assert.Equal(1, c.Metric("IAK").Points));
    }

    [Fact]
    public void A_run_ends_with_a_month_between_an_amended_target_or_no_data()
    {
        var january = Card(null, new(2026, 1));
        var amended = Card(null, new(2026, 2));
        amended = amended with { Metrics = [.. amended.Metrics.Select(m => m with { Target = 94 })] };
        var empty = ScorecardCalculator.Calculate(Given.Inputs(TwoMetrics) with { Previous = january, Month = new(2026, 2) });

        Assert.All([january, amended, empty], before => Assert.Equal(1, Card(before, Given.March).Metric("IAK").ChargedPoints));
    }

    [Fact]
    public void A_fatal_breach_caps_the_grade_but_not_the_score()
    {
        var inputs = Given.Inputs(TwoMetrics, Month(50, 0, 50, 0));

        var card = ScorecardCalculator.Calculate(inputs with { FatalBreach = true });

        Assert.Equal((100m, Grade.D, true), (card.Score, card.Grade, card.GradeCapped));
        Assert.False(ScorecardCalculator.Calculate(inputs).GradeCapped);
        FatalIssue[] marked = [new(Guid.NewGuid(), "WT-1", default, default)];
        var issue = ScorecardCalculator.Calculate(inputs with { FatalIssues = marked });
        Assert.Equal((Grade.D, true), (issue.Grade, issue.GradeCapped));
        Assert.Equal(marked, issue.FatalIssues);
    }

    [Fact]
    public void The_interval_of_the_composite_is_the_root_of_the_weighted_squares()
    {
        // Wilson 46/50: 0.8116..0.9684, scored 0 and 100: h = 50. Wilson 42/48: 0.7530..0.9414, scored 0 and 100: h = 50.
        var card = ScorecardCalculator.Calculate(Given.Inputs(TwoMetrics, Month(46, 4, 42, 6)));

        Assert.Equal(50m, card.Metric("IAK").HalfWidth);
        Assert.Equal(50m, card.Metric("IRS").HalfWidth);
        // sqrt((0.4 x 50)^2 + (0.6 x 50)^2) = sqrt(1300) = 36.0555
        Assert.Equal(48.3445m, Math.Round(card.Interval!.Low, 4));
        Assert.Equal(100m, card.Interval.High);
    }

    [Fact]
    public void The_trend_ends_with_this_month()
    {
        var card = ScorecardCalculator.Calculate(
            Given.Inputs(TwoMetrics, Month(46, 4, 42, 6)) with { Trend = [new TrendPoint("2026-02", 81, Grade.B)] });

        Assert.Equal(["2026-02", "2026-03"], card.Trend.Select(t => t.Month));
        Assert.Equal(84.4m, card.Trend[^1].Score);
    }

    [Fact]
    public void An_outlet_is_scored_by_its_own_facts()
    {
        var inputs = Given.Inputs(TwoMetrics, [
            .. Month(46, 4, 42, 6).Select(f => f with { OutletCode = "N1" }),
            .. Month(10, 0, 10, 0).Select(f => f with { OutletCode = "N2" })]);

        var card = ScorecardCalculator.Calculate(inputs with
        {
            Contract = Given.Contract with { Outlets = [new("N1", "东湖", null), new("N2", "北站", null), new("N3", "柳林", null)] },
        });

        Assert.Equal([new("N1", "东湖", 84.4m, 98), new("N2", "北站", 100m, 20)], card.OutletScores);
    }

    [Fact]
    public void The_same_inputs_give_the_same_card()
    {
        var inputs = Given.Inputs(TwoMetrics, Month(46, 4, 42, 6));

        var (first, second) = (ScorecardCalculator.Calculate(inputs), ScorecardCalculator.Calculate(inputs));

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(first), System.Text.Json.JsonSerializer.Serialize(second));
    }

    [Fact]
    public void The_default_terms_hold_the_whole_catalogue()
    {
        var terms = DefaultTerms.Create();

        Assert.Equal(26, terms.Metrics.Count);
        Assert.Equal(100m, terms.Metrics.Sum(m => m.Weight));
        Assert.Equal(Target.BusinessHours(4), terms.Severities[Domain.Issues.Severity.S3].Acknowledge);
        Assert.Null(terms.Severities[Domain.Issues.Severity.S4].Contain);
    }

    private static ScorecardContent Card(ScorecardContent? before, Domain.YearMonth month) => ScorecardCalculator.Calculate(
        Given.Inputs(TwoMetrics, Month(46, 4, 42, 6)) with { Previous = before, Month = month });
}
