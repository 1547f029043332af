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
    public void A_credit_is_never_negative_and_never_above_a_cap()
    {
        var random = new Random(20260331);
        for (var i = 0; i < 5_000; i++)
        {
            var charge = random.Next(0, 10_000_000) / 100m;
            var rolling = new RollingYear(random.Next(0, 100_000_000) / 100m, random.Next(0, 10_000_000) / 100m);
            var credit = ServiceCredit.Of(random.Next(0, 209), charge, Default, rolling);

            Assert.InRange(credit.Amount, 0, Math.Min(credit.MonthlyCap, credit.RollingRoom));
            Assert.True(credit.Amount <= credit.Uncapped);
            Assert.Equal(credit.Amount, Math.Round(credit.Amount, 2));
        }
    }
}
