using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Analysis;

/// <summary>A month before its end, by days and by cases. June 2026 begins on a Monday and has 30 days.</summary>
public sealed class DayProjectionTests
{
    private static readonly YearMonth June = new(2026, 6);
    private static readonly MetricDefinition Level = MetricCatalogue.Find("SL20"), Escalated = MetricCatalogue.Find("UPG"), Fatal = MetricCatalogue.Find("FATAL");

    [Theory]
    [InlineData(80, Outlook.OnTrack, 80)]
    [InlineData(85, Outlook.WillMiss, 87.5)]
    [InlineData(95, Outlook.Lost, 102.5)]
    public void What_the_days_left_must_come_to_is_what_the_days_before_left_over(int target, Outlook outlook, double needed)
    {
        var (pace, warning) = DayProjection.Of(Days(10, _ => 80, 100), June, Level, target)!.Value;

        Assert.Equal((10, 800m, 1000m, 2000m), (pace.Days, pace.Numerator, pace.Denominator, pace.ToCome));
        Assert.Equal((outlook, 80m, (decimal?)needed), (warning.Outlook, warning.Value, pace.Needed));
    }

    [Fact]
    public void Weekends_without_a_call_bring_none()
    {
        var weekdays = Days(12, _ => 90, 100).Where(d => d.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();

        // The 15th to the 19th, the 22nd to the 26th, the 29th and the 30th.
        Assert.Equal(1200m, DayProjection.Of(weekdays, June, Level, 80)!.Value.Pace.ToCome);
    }

    [Fact]
    public void Days_that_differ_make_the_month_uncertain_and_a_few_days_say_nothing()
    {
        var noisy = Days(14, d => d % 2 == 0 ? 90 : 70, 100);

        var even = DayProjection.Of(noisy, June, Level, 80)!.Value.Warning;
        Assert.InRange(even.Chance, 0.49, 0.51);
        Assert.True(even.Low < 80 && even.High > 80 && even.High - even.Low > 4, $"{even.Low} to {even.High}");
        Assert.InRange(DayProjection.Of(noisy, June, Level, 70)!.Value.Warning.Chance, 0, 0.001);
        Assert.Null(DayProjection.Of(noisy.Take(DayProjection.FewestDays - 1).ToList(), June, Level, 80));
    }

    [Fact]
    public void A_metric_that_should_be_low_is_lost_once_the_month_can_hold_no_more()
    {
        var (pace, warning) = DayProjection.Of(Days(10, _ => 6, 10_000), June, Escalated, 5)!.Value;
        Assert.Equal((Outlook.WillMiss, 6m, (decimal?)4.5m), (warning.Outlook, warning.Value, pace.Needed));
        Assert.Equal(Outlook.Lost, DayProjection.Of(Days(10, _ => 16, 10_000), June, Escalated, 5)!.Value.Warning.Outlook);
    }

    [Fact]
    public void A_month_that_is_over_is_met_or_missed()
    {
        Assert.Equal((Outlook.OnTrack, 0d), Of(80));
        Assert.Equal((Outlook.Lost, 1d), Of(81));

        static (Outlook, double) Of(decimal target) =>
            DayProjection.Of(Days(30, _ => 80, 100), June, Level, target)!.Value.Warning is var w ? (w.Outlook, w.Chance) : default;
    }

    [Fact]
    public void Evaluations_are_counted_one_by_one_also_where_few_is_good()
    {
        var (pace, warning) = EarlyWarning.OfCases(new MetricDay(June.FirstDay, 0, 40), null, 0.5, Fatal, 0.5m)!.Value;
        Assert.Equal(new MonthPace(40, 0, 0, 40, 0, 0), pace);
        Assert.Equal((0, 0m, 0m), (warning.Allowed, warning.Value, warning.Low));
        Assert.InRange(warning.Chance, 0.1, 0.5);
        Assert.True(warning.High > 0, "none so far is no promise");
        Assert.Equal(Outlook.Lost, EarlyWarning.OfCases(new MetricDay(June.FirstDay, 2, 40), null, 0.5, Fatal, 0.5m)!.Value.Warning.Outlook);
    }

    private static List<MetricDay> Days(int count, Func<int, decimal> numerator, decimal denominator) =>
        [.. Enumerable.Range(0, count).Select(d => new MetricDay(June.FirstDay.AddDays(d), numerator(d), denominator))];
}
