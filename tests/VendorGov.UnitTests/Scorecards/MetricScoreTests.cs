using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class MetricScoreTests
{
    private static readonly MetricTerms Sl20 = new("SL20", 80, 75, 8);
    private static readonly MetricTerms Cmp7 = new("CMP7", 100, 100, 8);
    private static readonly MetricTerms Atr = new("ATR", 5, 8, 3);

    [Theory]
    [InlineData(80, 100, 0)]
    [InlineData(79.2, 93.6, 1)]
    [InlineData(75, 60, 1)]
    [InlineData(74.99, 0, 2)]
    [InlineData(70, 0, 2)]
    [InlineData(69.99, 0, 3)]
    [InlineData(60, 0, 3)]
    [InlineData(59.99, 0, 4)]
    public void More_is_better_from_target_80_down_past_minimum_75(double value, double score, int points)
    {
        Assert.Equal((decimal)score, MetricScore.Linear((decimal)value, Sl20, MetricDirection.Up));
        Assert.Equal(points, MetricScore.Points((decimal)value, Sl20, MetricDirection.Up));
    }

    [Theory]
    [InlineData(5, 100, 0)]
    [InlineData(6.5, 80, 1)]
    [InlineData(8, 60, 1)]
    [InlineData(8.1, 0, 2)]
    [InlineData(11, 0, 2)]
    [InlineData(11.1, 0, 3)]
    [InlineData(17, 0, 3)]
    [InlineData(17.1, 0, 4)]
    public void Less_is_better_is_the_mirror_image(double value, double score, int points)
    {
        Assert.Equal((decimal)score, MetricScore.Linear((decimal)value, Atr, MetricDirection.Down));
        Assert.Equal(points, MetricScore.Points((decimal)value, Atr, MetricDirection.Down));
    }

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(99, 0, 2)]
    [InlineData(98.7, 0, 3)]
    [InlineData(97, 0, 3)]
    [InlineData(96.9, 0, 4)]
    public void Where_target_is_the_minimum_one_percent_of_it_is_the_step(double value, double score, int points)
    {
        Assert.Equal((decimal)score, MetricScore.Linear((decimal)value, Cmp7, MetricDirection.Up));
        Assert.Equal(points, MetricScore.Points((decimal)value, Cmp7, MetricDirection.Up));
    }

    [Fact]
    public void A_contracts_own_edges_replace_the_default_ones()
    {
        var terms = Sl20 with { Edges = new PointEdges(1, 2) };

        Assert.Equal(2, MetricScore.Points(74m, terms, MetricDirection.Up));
        Assert.Equal(3, MetricScore.Points(73.5m, terms, MetricDirection.Up));
        Assert.Equal(4, MetricScore.Points(72.9m, terms, MetricDirection.Up));
    }

    [Theory]
    [InlineData(80, 100)]
    [InlineData(79, 80)]
    [InlineData(74, 50)]
    [InlineData(69, 20)]
    [InlineData(10, 0)]
    public void A_stepped_contract_maps_points_to_scores(double value, double score) =>
        Assert.Equal((decimal)score, MetricScore.Score((decimal)value, Sl20, MetricDirection.Up, ScoringMethod.Stepped));

    [Theory]
    [InlineData("90", Grade.A)]
    [InlineData("89.9999999", Grade.B)]
    [InlineData("80", Grade.B)]
    [InlineData("79.96", Grade.C)]
    [InlineData("69.99", Grade.D)]
    [InlineData("59.999", Grade.E)]
    public void A_grade_follows_the_exact_score_not_the_rounded_one(string score, Grade grade) =>
        Assert.Equal(grade, MetricScore.GradeOf(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));
}
