using VendorGov.Domain.Analysis;
using Xunit;

namespace VendorGov.UnitTests.Analysis;

public sealed class AnalysisTests
{
    [Fact]
    public void A_p_chart_has_the_limits_of_Montgomery_for_samples_of_fifty()
    {
        // Section 7.2.1: 347 of 1,500 cans, samples of 50: 0.2313, limits 0.0524 and 0.4102.
        var chart = AttributeChart.OfShares([new("1", 12, 50), new("2", 21, 50), new("3", 2, 50), new("rest", 312, 1350)])!;

        Assert.Equal(0.2313m, chart.Centre, 4);
        Assert.Equal((0.0524m, 0.4102m), (Math.Round(chart.Points[0].Low, 4), Math.Round(chart.Points[0].High, 4)));
        Assert.Equal([false, true, true, false], chart.Points.Select(p => p.IsOut));
    }

    [Fact]
    public void A_u_chart_has_the_limits_of_Montgomery_for_shipments()
    {
        // Section 7.3.2: 74 errors in 20 weeks of 50 shipments: 0.0740, upper limit 0.1894, lower 0.
        var chart = AttributeChart.OfCounts([new("1", 2, 50), new("2", 10, 50), new("rest", 62, 900)])!;

        Assert.Equal(0.074m, chart.Centre);
        Assert.Equal((0m, 0.1894m), (chart.Points[0].Low, Math.Round(chart.Points[0].High, 4)));
        Assert.Equal([false, true, false], chart.Points.Select(p => p.IsOut));
    }

    [Fact]
    public void Limits_widen_where_the_process_varies_more_than_the_number_of_cases_explains()
    {
        decimal[] calm = [500, 501, 499, 500, 502], wild = [500, 560, 450, 540, 460];
        AttributeChartResult Of(decimal[] events) => AttributeChart.OfShares([.. events.Select((e, i) => new ChartSample($"{i}", e, 1000))])!;

        Assert.Equal(1, Of(calm).SigmaZ);
        Assert.True(Of(wild).SigmaZ > 3);
        Assert.DoesNotContain(Of(wild).Points, p => p.IsOut);
        Assert.Null(AttributeChart.OfShares([new("1", 0, 0)]));
    }

    [Fact]
    public void Three_or_more_where_one_is_expected_happen_by_chance_in_eight_of_a_hundred()
    {
        Assert.Equal(0.0803, HotSpots.AtLeast(3, 1), 4);
        Assert.Equal((1, 0), (HotSpots.AtLeast(0, 5), HotSpots.AtLeast(2, 0)));
        // Means beyond the smallest power of e, against the normal approximation with the correction for continuity.
        Assert.Equal(0.5, HotSpots.AtLeast(1000, 1000), 2);
        Assert.Equal(0.0228, HotSpots.AtLeast(1064, 1000), 3);
        Assert.InRange(HotSpots.AtLeast(2000, 800), 0, 1e-200);
        Assert.InRange(HotSpots.AtLeast(800, 2000), 0.999999, 1);
    }

    [Fact]
    public void One_place_stands_out_and_what_chance_explains_does_not()
    {
        var counts = Enumerable.Range(1, 9).Select(i => new PlaceCount($"W{i}", "slow", 10, 0.1m)).Append(new("W0", "slow", 34, 0.1m));

        var spots = HotSpots.Of(counts);

        Assert.Equal(("W0", true), (spots[0].Place, spots[0].IsHot));
        Assert.Equal(12.4, spots[0].Expected, 9);
        Assert.DoesNotContain(spots.Skip(1), s => s.IsHot);
    }

    [Fact]
    public void A_month_with_too_many_misses_is_lost_whatever_comes()
    {
        var warning = EarlyWarning.Of(new MonthPace(80, 10, 5, 5, 0, 0), 95)!;

        Assert.Equal((Outlook.Lost, -5, 1d), (warning.Outlook, warning.Allowed, warning.Chance));
    }

    [Fact]
    public void With_one_obligation_left_the_chance_is_that_of_this_one()
    {
        // 9 of 10 must be met and one is missed: the last one decides. Beta(1.5, 8.5) expects 1.5 misses in 10.
        var warning = EarlyWarning.Of(new MonthPace(8, 1, 1, 0, 0, 0), 90)!;

        Assert.Equal((0, Outlook.OnTrack), (warning.Allowed, warning.Outlook));
        Assert.Equal(0.15, warning.Chance, 9);
    }

    [Theory]
    [InlineData(20, 0, 99, 100, Outlook.OnTrack)]
    [InlineData(14, 1, 93, 100, Outlook.WillMiss)]
    public void The_pace_of_the_months_before_decides_what_a_tenth_of_a_month_cannot(int met, int missed, int pastMet, int pastDue, Outlook expected)
    {
        var warning = EarlyWarning.Of(new MonthPace(met, missed, 10, 30, pastMet, pastDue), 95)!;

        Assert.Equal(expected, warning.Outlook);
        Assert.InRange(warning.Value, warning.Low, warning.High);
        Assert.Null(EarlyWarning.Of(new MonthPace(0, 0, 0, 0, 5, 5), 95));
    }

    [Theory]
    [InlineData("2026-03-09", null)]
    [InlineData("2026-04-09", TenureBand.UnderOneMonth)]
    [InlineData("2026-04-10", TenureBand.OneToThree)]
    [InlineData("2026-09-10", TenureBand.SixToTwelve)]
    [InlineData("2027-03-10", TenureBand.OverOneYear)]
    public void Tenure_is_counted_in_whole_months(string day, TenureBand? expected) =>
        Assert.Equal(expected, TenureBands.Of(new DateOnly(2026, 3, 10), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
