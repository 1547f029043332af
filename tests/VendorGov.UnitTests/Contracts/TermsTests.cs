using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using Xunit;
using static VendorGov.UnitTests.Contracts.Agreements;

namespace VendorGov.UnitTests.Contracts;

public sealed class TermsTests
{
    private static readonly MetricTerms Whole = new("SL20", 80, 70, 100);

    [Fact]
    public void Weights_sum_to_100() => Refused("weights-not-100", [Whole with { Weight = 60 }, Whole with { Code = "ANS", Weight = 39.9m }]);

    [Fact]
    public void A_metric_stands_once_with_a_weight_and_its_minimum_is_not_better_than_its_target()
    {
        Refused("metric-twice", [Whole with { Weight = 50 }, Whole with { Weight = 50 }]);
        Refused("metric-without-weight", [Whole, Whole with { Code = "ANS", Weight = 0 }]);
        Refused("minimum-beyond-target", [Whole with { Minimum = 81 }]);
        // Escalations: less is better, so the minimum lies above the target.
        Refused("minimum-beyond-target", [new MetricTerms("UPG", 5, 4, 100)]);
        TermsRules.Demand(With([new MetricTerms("UPG", 5, 8, 100)]));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    public void Own_edges_come_in_order(int severe, int below) => Refused("edges-out-of-order", [Whole with { Edges = new PointEdges(severe, below) }]);

    [Fact]
    public void Stepped_scoring_follows_the_points_and_their_own_edges()
    {
        var usual = Enumerable.Range(0, 5).Select(i => MetricScore.Score(new[] { 80m, 70m, 65m, 55m, 39m }[i], Whole, MetricDirection.Up, ScoringMethod.Stepped));
        Assert.Equal([100, 80, 50, 20, 0], usual);

        var own = Whole with { Edges = new PointEdges(2, 4) };
        Assert.Equal(20, MetricScore.Score(67, own, MetricDirection.Up, ScoringMethod.Stepped));
        Assert.Equal(0, MetricScore.Score(65, own, MetricDirection.Up, ScoringMethod.Stepped));
    }

    [Fact]
    public void The_difference_names_every_field_that_changed_and_no_other()
    {
        var first = First(Contract());
        var before = first.Agreed with { Terms = first.Terms with { Metrics = [Whole] } };
        var terms = before.Terms;
        var s1 = terms.Severities[Severity.S1];
        var after = before with
        {
            EffectiveFrom = April,
            Terms = terms with
            {
                Metrics = [Whole with { Weight = 70, Edges = new PointEdges(2, 4) }, new MetricTerms("ANS", 95, 90, 30)],
                Severities = new Dictionary<Severity, SeverityTargets>(terms.Severities) { [Severity.S1] = s1 with { Resolve = Target.Hours(3) } },
                Credits = terms.Credits with { MonthlyCapPercent = 12 },
                Channels = [Channel.Voice, Channel.Chat],
                Clauses = new ContractClauses(Brand: "统一话术"),
            },
        };

        var changes = TermsDiff.Of(before, after);

        Assert.Equal(
            [
                TermsField.EffectiveFrom, TermsField.Channels, TermsField.Weight, TermsField.Edges, TermsField.Metric, TermsField.Clock,
                TermsField.MonthlyCap, TermsField.BrandClause,
            ],
            changes.Select(c => c.Field));
        Assert.Equal((100m, 70m, "SL20"), ((decimal)changes[2].Before!, (decimal)changes[2].After!, changes[2].Metric));
        Assert.Equal((Severity.S1, ObligationKind.Resolve), (changes[5].Severity!.Value, changes[5].Kind!.Value));
        Assert.Null(changes[4].Before);
    }

    [Fact]
    public void The_same_terms_written_in_another_scale_do_not_differ()
    {
        var first = First(Contract()).Agreed;
        var scaled = first with { Terms = first.Terms with { MonthlyCharge = 92_000.0000m, Channels = [Channel.Voice] } };

        Assert.Empty(TermsDiff.Of(first, scaled));
    }

    [Fact]
    public void Each_side_names_its_own_contacts()
    {
        var contract = Contract();
        contract.Name(Side.Vendor, [new(2, Side.Vendor, "陈屿", "项目经理", null, null)]);
        contract.Name(Side.Buyer, [new(1, Side.Buyer, "周敏", null, "13800000000", null)]);
        contract.Name(Side.Vendor, [new(1, Side.Vendor, "林一", null, null, null)]);

        Assert.Equal(["周敏", "林一"], contract.Contacts.Select(c => c.Name));
        Assert.Throws<RuleViolationException>(() => contract.Name(Side.Vendor, [new(5, Side.Vendor, "某", null, null, null)]));
        Assert.Throws<RuleViolationException>(() => contract.Name(Side.Vendor, [new(1, Side.Buyer, "某", null, null, null)]));
    }

    private static Terms With(IReadOnlyList<MetricTerms> metrics) => DefaultTerms.Create() with { Metrics = metrics };

    private static void Refused(string rule, IReadOnlyList<MetricTerms> metrics) =>
        Assert.Equal(rule, Assert.Throws<RuleViolationException>(() => TermsRules.Demand(With(metrics))).Rule);
}
