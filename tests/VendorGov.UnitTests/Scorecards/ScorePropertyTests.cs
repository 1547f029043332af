using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class ScorePropertyTests
{
    private static readonly Random Seeded = new(7);

    [Fact]
    public void Every_score_and_interval_lies_between_0_and_100()
    {
        for (var i = 0; i < 200; i++)
        {
            var card = ScorecardCalculator.Calculate(Inputs());

            Assert.All(card.Metrics.Where(m => m.Score is not null), m => Assert.InRange(m.Score!.Value, 0, 100));
            Assert.All(card.Metrics.Where(m => m.HalfWidth is not null), m => Assert.InRange(m.HalfWidth!.Value, 0, 50));
            if (card.Score is { } score)
            {
                Assert.InRange(score, 0, 100);
                Assert.InRange(score, card.Interval!.Low, card.Interval.High);
                Assert.Equal(1m, Math.Round(card.Metrics.Sum(m => m.WeightShare), 20));
            }
        }
    }

    [Fact]
    public void A_better_value_never_scores_less_nor_takes_more_points()
    {
        foreach (var metric in MetricCatalogue.All)
        {
            var terms = new MetricTerms(metric.Code, metric.Target, metric.Minimum, metric.Weight);
            var better = Enumerable.Range(0, 1001).Select(i => i / 10m).ToList();
            if (metric.Direction == MetricDirection.Down)
            {
                better.Reverse();
            }

            var scores = better.Select(v => MetricScore.Score(v, terms, metric.Direction, ScoringMethod.Linear)).ToList();
            var points = better.Select(v => MetricScore.Points(v, terms, metric.Direction)).ToList();
            Assert.Equal(scores.Order(), scores);
            Assert.Equal(points.OrderDescending(), points);
        }
    }

    private static ScorecardInputs Inputs()
    {
        var facts = Enum.GetValues<ObligationKind>().SelectMany(k => Given.Facts(k, Seeded.Next(0, 60), Seeded.Next(0, 10))).ToList();
        var rows = Enumerable.Range(1, 5).Select(Row).Append(Given.Monthly(
            "N1", ("hc_start", Seeded.Next(0, 40)), ("hc_end", Seeded.Next(0, 40)), ("hc_leave", Seeded.Next(0, 9)), ("certified", 1)));
        return Given.Inputs(DefaultTerms.Create(), facts, Seeded.Next(4) == 0 ? null : [.. rows]);
    }

    private static ReportFact Row(int day)
    {
        var fields = MetricCatalogue.All.SelectMany(m => ReportMetrics.FieldsOf(m.Code)).Distinct();
        var row = fields.Where(_ => Seeded.Next(50) > 0).Select(f => (f, (decimal)Seeded.Next(0, 500))).ToArray();
        return Given.Day(day, Seeded.Next(2) == 0 ? "voice" : "chat", "N1", row);
    }
}
