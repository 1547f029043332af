using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class IntervalsTests
{
    /// <summary>Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_bounds_are_those_that_Newcombe_printed(int numerator, int denominator, double low, double high)
    {
        var interval = Intervals.Wilson(numerator, denominator);

        Assert.Equal((decimal)low, Math.Round(interval.Low, 4));
        Assert.Equal((decimal)high, Math.Round(interval.High, 4));
    }

    /// <summary>Garwood's exact limits, as in the tables of Ulm, American Journal of Epidemiology 131 (1990) 373-375.</summary>
    [Theory]
    [InlineData(0, 0.000, 3.689)]
    [InlineData(1, 0.025, 5.572)]
    [InlineData(5, 1.623, 11.668)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(50, 37.111, 65.919)]
    [InlineData(100, 81.364, 121.627)]
    public void Poisson_bounds_are_those_of_the_exact_tables(int count, double low, double high)
    {
        var interval = Intervals.Poisson(count);

        Assert.Equal((decimal)low, Math.Round(interval.Low, 3));
        Assert.Equal((decimal)high, Math.Round(interval.High, 3));
    }

    [Fact]
    public void A_large_count_has_an_interval_near_the_normal_one()
    {
        var (low, high) = Intervals.Poisson(10_000);

        Assert.InRange(low, 9_800m, 9_810m);
        Assert.InRange(high, 10_190m, 10_205m);
    }

    [Fact]
    public void Counts_of_any_size_have_an_interval_that_goes_on_where_the_exact_one_ends()
    {
        var (exact, cube) = (Intervals.Poisson(99_999), Intervals.Poisson(100_000));
        Assert.Equal(exact.Low + 1, cube.Low, 1);
        Assert.Equal(exact.High + 1, cube.High, 1);

        var (low, high) = Intervals.Poisson(3_000_000_000);
        Assert.InRange(low, 3_000_000_000m - 107_400, 3_000_000_000m - 107_300);
        Assert.InRange(high, 3_000_000_000m + 107_300, 3_000_000_000m + 107_400);
        Assert.True(Intervals.Poisson(999_999_999_999m) is { Low: > 0, High: > 999_999_999_999m });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0.0004)]
    [InlineData(1234567)]
    public void The_root_squared_is_the_number(double number)
    {
        var value = (decimal)number;

        var root = Intervals.Sqrt(value);

        Assert.Equal(value, Math.Round(root * root, 18));
    }
}
