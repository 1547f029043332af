using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class ServiceCreditTests
{
    private static readonly CreditTerms Default = new();
    private static readonly RollingYear FullYear = new(11 * 92_000m, 0);

    [Fact]
    public void Eight_points_of_half_a_percent_are_four_percent_of_the_charge()
    {
        var credit = ServiceCredit.Of(8, 92_000m, Default, FullYear);

        Assert.Equal((3_680.00m, 9_200.00m, 66_240.00m), (credit.Amount, credit.MonthlyCap, credit.RollingRoom));
    }

    [Fact]
    public void The_monthly_cap_is_ten_percent_of_the_charge() =>
        Assert.Equal(9_200.00m, ServiceCredit.Of(40, 92_000m, Default, FullYear).Amount);

    [Fact]
    public void What_is_left_of_the_rolling_cap_is_the_most()
    {
        // 6 % of 12 x 92,000 = 66,240; 65,000 are credited already.
        var credit = ServiceCredit.Of(8, 92_000m, Default, FullYear with { Credits = 65_000m });

        Assert.Equal((1_240.00m, 1_240.00m), (credit.RollingRoom, credit.Amount));
        Assert.Equal(0m, ServiceCredit.Of(8, 92_000m, Default, FullYear with { Credits = 70_000m }).Amount);
    }

    [Fact]
    public void Half_a_cent_is_rounded_up() =>
        Assert.Equal(0.03m, ServiceCredit.Of(1, 5m, Default, new RollingYear(10_000m, 0)).Amount);

    [Fact]
    public void Whatever_the_terms_a_credit_is_never_negative_never_above_a_cap_and_exact_to_the_cent()
    {
        var random = new Random(20260331);
        decimal Cents(int most) => random.Next(0, most) / 100m;
        for (var i = 0; i < 20_000; i++)
        {
            var terms = new CreditTerms(Cents(500), Cents(3_000), Cents(2_000));
            var (points, charge) = (random.Next(0, 209), Cents(10_000_000));
            var rolling = new RollingYear(Cents(100_000_000), Cents(10_000_000));
            var credit = ServiceCredit.Of(points, charge, terms, rolling);

            Assert.InRange(credit.Amount, 0, Math.Min(credit.Uncapped, Math.Min(credit.MonthlyCap, credit.RollingRoom)));
            // Nothing is given away either: the amount is one of the three bounds.
            Assert.Contains(credit.Amount, new[] { credit.Uncapped, credit.MonthlyCap, credit.RollingRoom });
            Assert.Equal(Exact(points, terms.PercentPerPoint, charge), credit.Uncapped);
            Assert.Equal(credit.Amount, decimal.Round(credit.Amount, 2));
            Assert.True(credit.LeftOfRolling >= 0);
        }
    }

    [Fact]
    public void Twelve_months_together_never_take_more_than_the_rolling_cap()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            var months = new List<(decimal Charge, decimal Credit)>();
            for (var month = 0; month < 36; month++)
            {
                var charge = random.Next(5_000_000, 15_000_000) / 100m;
                var before = months.TakeLast(11).ToList();
                var credit = ServiceCredit.Of(random.Next(0, 60), charge, Default, new RollingYear(before.Sum(m => m.Charge), before.Sum(m => m.Credit)));
                months.Add((charge, credit.Amount));
                var year = months.TakeLast(12).ToList();
                Assert.True(credit.Amount == 0 || year.Sum(m => m.Credit) <= decimal.Round(Default.RollingCapPercent / 100 * year.Sum(m => m.Charge), 2, MidpointRounding.AwayFromZero));
            }
        }
    }

    /// <summary>The product in whole ten-thousandths of a cent, rounded half up: no fraction is lost on the way.</summary>
    private static decimal Exact(int points, decimal percent, decimal charge)
    {
        var product = new System.Numerics.BigInteger(points) * (int)(percent * 100) * new System.Numerics.BigInteger(charge * 100);
        return (decimal)((product + 5_000) / 10_000) / 100;
    }
}
