using VendorGov.Domain.Analysis;
using Xunit;

namespace VendorGov.UnitTests.Analysis;

public sealed class ForecastTests
{
    private static readonly double[] Weeks = [.. Enumerable.Range(0, 28).Select(i => (double)((i % 7) + 1))];

    [Fact]
    public void The_naive_forecast_repeats_the_last_value_and_the_seasonal_one_the_last_season()
    {
        Assert.Equal([7, 7, 7], Forecast.Ahead(Weeks, ForecastMethod.Naive, 3, 7));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 1], Forecast.Ahead(Weeks, ForecastMethod.SeasonalNaive, 8, 7));
        Assert.All(Forecast.Ahead(Weeks, ForecastMethod.Mean, 2, 7), v => Assert.Equal(4, v, 9));
    }

    [Fact]
    public void A_damped_trend_stays_level_on_a_level_series_and_fades_on_a_rising_one()
    {
        var level = Forecast.Ahead([5, 5, 5, 5, 5, 5, 5], ForecastMethod.DampedHolt, 4, 7);
        var rising = Forecast.Ahead([1, 2, 3, 4, 5, 6, 7, 8], ForecastMethod.DampedHolt, 3, 7);

        Assert.All(level, v => Assert.Equal(5, v, 9));
        Assert.True(rising[0] > 8 && rising[1] - rising[0] < rising[0] - 8 + 1e-9 && rising[2] > rising[1]);
        Assert.True(rising[2] - rising[1] < rising[1] - rising[0]);
    }

    [Fact]
    public void A_weekly_pattern_is_told_without_error_and_the_naive_forecast_errs_by_twelve_sevenths()
    {
        var result = BackTest.Run(Weeks, 7, 7)!;
        var naive = result.Errors.Single(e => e.Method == ForecastMethod.Naive);

        Assert.Equal(ForecastMethod.SeasonalNaive, result.Chosen);
        Assert.Equal(12d / 7, naive.Mae, 9);
        Assert.Equal(1, naive.Mase);
        Assert.Equal(0, result.Errors.Single(e => e.Method == ForecastMethod.SeasonalNaive).Mae);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], result.Points.Select(p => p.Value));
    }

    [Fact]
    public void Where_nothing_beats_the_naive_forecast_it_is_chosen_and_says_so()
    {
        double[] walk = [10, 11, 12, 13, 14, 13, 12, 11, 10, 9, 8, 9, 10, 11, 12, 13, 14, 15, 14, 13];

        var result = BackTest.Run(walk, 2, 12)!;

        Assert.Equal(result.Errors.Min(e => e.Mae), result.Errors.Single(e => e.Method == result.Chosen).Mae);
        Assert.All(result.Errors, e => Assert.Equal(e.Mae / result.Errors.Single(x => x.Method == ForecastMethod.Naive).Mae, e.Mase!.Value, 9));
    }

    [Fact]
    public void Intervals_widen_with_the_distance_and_stay_within_what_is_possible()
    {
        double[] shares = [99, 98, 99.5, 97, 99, 98.5, 99.2, 97.5, 98.8, 99.4];

        var points = BackTest.Run(shares, 3, 12, 100)!.Points;

        Assert.All(points, p => Assert.InRange(p.High, p.Value, 100));
        Assert.True(points[2].High - points[2].Low >= points[0].High - points[0].Low || points[2].High == 100);
        Assert.Null(BackTest.Run([1, 2, 3], 1, 7));
    }

    [Fact]
    public void No_forecast_looks_ahead()
    {
        var shortened = Weeks[..21];
        Assert.Equal(Forecast.Ahead(shortened, ForecastMethod.DampedHolt, 1, 7), Forecast.Ahead([.. Weeks.Take(21)], ForecastMethod.DampedHolt, 1, 7));
        Assert.Throws<ArgumentException>(() => Forecast.Ahead([1, 2], ForecastMethod.SeasonalNaive, 1, 7));
    }
}
