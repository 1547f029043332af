using VendorGov.Domain.Inspections;
using Xunit;

namespace VendorGov.UnitTests.Inspections;

/// <summary>Coefficients and limits against examples that others published.</summary>
public sealed class AgreementTests
{
    /// <summary>J. Sim, C. C. Wright, "The Kappa Statistic in Reliability Studies", Physical Therapy 85 (2005): 22, 2, 4 and 11 patients, kappa .67.</summary>
    [Fact]
    public void Kappa_is_that_of_Sim_and_Wright() => Assert.Equal(0.667, Kappa(22, 2, 4, 11), 3);

    /// <summary>The worked examples of "Cohen's kappa", Wikipedia: 0.4, and equal agreement with other margins, 0.1304 and 0.2593.</summary>
    [Theory]
    [InlineData(20, 5, 10, 15, 0.400)]
    [InlineData(45, 15, 25, 15, 0.130)]
    [InlineData(25, 35, 5, 35, 0.259)]
    public void Kappa_takes_the_margins_into_account(int a, int b, int c, int d, double kappa) => Assert.Equal(kappa, Kappa(a, b, c, d), 3);

    [Fact]
    public void Kappa_of_nothing_or_of_one_category_says_nothing()
    {
        Assert.Null(Agreement.Kappa([]));
        Assert.Null(Agreement.Kappa([(1, 1), (1, 1)]));
    }

    /// <summary>
    /// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C: four observers, twelve units, missing data; ordinal
    /// alpha = 0.815.
    /// </summary>
    [Fact]
    public void Ordinal_alpha_is_that_of_Krippendorff()
    {
        int?[][] observers =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
            [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
        ];
        var units = Enumerable.Range(0, 12).Select(u => (IReadOnlyList<int>)[.. observers.Select(o => o[u]).OfType<int>()]);
        Assert.Equal(0.815, Agreement.OrdinalAlpha(units)!.Value, 3);
    }

    [Fact]
    public void Alpha_is_1_for_perfect_agreement_and_says_nothing_without_variation()
    {
        Assert.Equal(1, Agreement.OrdinalAlpha([[0, 0], [3, 3], [1, 1]])!.Value, 9);
        Assert.Null(Agreement.OrdinalAlpha([[0, 0], [0, 0]]));
        Assert.Null(Agreement.OrdinalAlpha([[0], [3]]));
    }

    [Fact]
    public void Pairs_within_ten_points_are_counted()
    {
        Assert.Equal(3m / 4, Agreement.WithinTenPoints([[90, 80, 79.9m], [70, 60.0m]]));
        Assert.Null(Agreement.WithinTenPoints([[90]]));
    }

    /// <summary>Montgomery, "Introduction to Statistical Quality Control", example 7.1 (orange juice cans): centre 0.2313, limits 0.0524 and 0.4102.</summary>
    [Fact]
    public void Limits_of_the_p_chart_are_those_of_Montgomery()
    {
        int[] cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
        var chart = ControlChart.Of([.. cans.Select((failed, i) => ($"{i + 1}", failed, 50))]);
        Assert.Equal((0.0524m, 0.4102m), (Math.Round(chart[0].Low, 4), Math.Round(chart[0].High, 4)));
        Assert.Equal(["15", "23"], chart.Where(p => p.IsOut).Select(p => p.Label));
        Assert.Equal(0.2313m, Math.Round(ControlChart.Centre(cans.Select(c => ("", c, 50))), 4));
    }

    [Fact]
    public void A_pareto_begins_with_the_most_frequent()
    {
        Assert.Equal([new ParetoBar("D2", 6, 0.6m), new ParetoBar("A1", 3, 0.9m), new ParetoBar("C1", 1, 1m)],
            ControlChart.Pareto([("A1", 3), ("C1", 1), ("D2", 6), ("G1", 0)]));
    }

    private static double Kappa(int bothYes, int onlyA, int onlyB, int bothNo) => Agreement.Kappa(
    [
        .. Enumerable.Repeat((1, 1), bothYes), .. Enumerable.Repeat((1, 0), onlyA), .. Enumerable.Repeat((0, 1), onlyB), .. Enumerable.Repeat((0, 0), bothNo),
    ])!.Value;
}
