using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>The service credit of a month (SLA semantics 3.5).</summary>
public static class ServiceCredit
{
    /// <summary>
    /// Points x percentage x charge, at most the monthly cap, and at most what is left of the rolling cap; never below 0.
    /// All amounts are in the contract's currency, rounded half-up to cents.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Points or charge are negative.</exception>
    public static CreditStatement Of(int points, decimal charge, CreditTerms terms, RollingYear rolling)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfNegative(charge);
        var uncapped = Cents(points * terms.PercentPerPoint / 100 * charge);
        var monthlyCap = Cents(terms.MonthlyCapPercent / 100 * charge);
        var room = Cents(Math.Max(0, terms.RollingCapPercent / 100 * (rolling.Charges + charge) - rolling.Credits));
        var amount = Math.Max(0, Math.Min(uncapped, Math.Min(monthlyCap, room)));
        return new CreditStatement(points, terms.PercentPerPoint, charge, uncapped, monthlyCap, room, amount);
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
