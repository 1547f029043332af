using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Rankings;

public sealed class RankingCalculatorTests
{
    private static RankedContract Contract(
        string vendor, decimal? score, decimal charge = 100, int facts = 50, decimal halfWidth = 1, string number = "1") =>
        new(vendor, vendor, number, charge, score, false, halfWidth, facts, 30);

    [Fact]
    public void A_vendors_score_is_the_mean_of_its_graded_contracts_weighted_by_charge()
    {
        var vendor = Assert.Single(RankingCalculator.Rank(
            [Contract("AY", 90, 300), Contract("AY", 70, 100, number: "2"), Contract("AY", null, 999, number: "3")]));

        // (300 x 90 + 100 x 70) / 400 = 85; sqrt((0.75 x 1)^2 + (0.25 x 1)^2) = 0.7906
        Assert.Equal((85m, Grade.B, 1), (vendor.Score, vendor.Grade, vendor.Rank));
        Assert.Equal(0.7906m, Math.Round(vendor.HalfWidth!.Value, 4));
        Assert.Equal(150, vendor.FactCount);
    }

    [Fact]
    public void Without_any_charge_the_contracts_weigh_the_same() =>
        Assert.Equal(80m, Assert.Single(RankingCalculator.Rank([Contract("AY", 90, 0), Contract("AY", 70, 0)])).Score);

    [Fact]
    public void Ties_share_the_rank_and_the_next_is_counted_on()
    {
        var ranking = RankingCalculator.Rank([Contract("D", 70), Contract("B", 80), Contract("A", 90), Contract("C", 80)]);

        Assert.Equal(["A", "B", "C", "D"], ranking.Select(v => v.VendorCode));
        Assert.Equal([1, 2, 2, 4], ranking.Select(v => v.Rank));
    }

    [Fact]
    public void Under_thirty_facts_without_a_grade_or_unassigned_is_listed_after_the_ranked()
    {
        var ranking = RankingCalculator.Rank(
        [
            Contract("A", 99, facts: 29), Contract("B", null), Contract("C", 60, facts: 30), Contract("U", 95) with { NeverRanked = true },
        ]);

        Assert.Equal(["C", "A", "B", "U"], ranking.Select(v => v.VendorCode));
        Assert.Equal([null, NotRankedReason.TooFewFacts, NotRankedReason.NotGraded, NotRankedReason.Unassigned], ranking.Select(v => v.NotRanked));
        Assert.All(ranking.Skip(1), v => Assert.Null(v.Rank));
    }

    [Fact]
    public void Neighbours_whose_intervals_overlap_show_no_clear_difference()
    {
        var ranking = RankingCalculator.Rank([Contract("A", 90), Contract("B", 88.5m), Contract("C", 86)]);

        Assert.Equal([false, true, false], ranking.Select(v => v.NoClearDifferenceAbove));
    }

    [Fact]
    public void The_change_is_against_the_month_before()
    {
        var ranking = RankingCalculator.Rank(
            [Contract("A", 90), Contract("B", 85), Contract("C", 80)],
            [Contract("A", 82), Contract("B", 87), Contract("C", 99, facts: 5)]);

        Assert.Equal([1, -1, null], ranking.Select(v => v.RankChange));
        Assert.Equal([8m, -2m, -19m], ranking.Select(v => v.ScoreChange));
    }

    [Fact]
    public void A_capped_contract_caps_its_vendor()
    {
        var vendor = Assert.Single(RankingCalculator.Rank([Contract("A", 95) with { GradeCapped = true }]));

        Assert.Equal((95m, Grade.D), (vendor.Score, vendor.Grade));
    }
}
