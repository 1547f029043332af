using System.Globalization;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents;

/// <summary>How documents show figures: rounded half away from zero, grouped, no data as a dash.</summary>
internal static class Figures
{
    public const string None = "–";

    public static string Fixed(decimal? value, int decimals) => value is { } v
        ? Math.Round(v, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, CultureInfo.InvariantCulture)
        : None;

    /// <summary>A count without trailing zeros: 1,284 or 12.5.</summary>
    public static string Count(decimal? value) => value is { } v
        ? Math.Round(v, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture)
        : None;

    public static string Signed(decimal value, int decimals) =>
        (value < 0 ? "−" : value > 0 ? "+" : "±") + Fixed(Math.Abs(value), decimals);

    public static string Money(decimal amount, string currency) =>
        (currency == "CNY" ? "¥" : currency + " ") + Fixed(amount, 2);

    /// <summary>
    /// The value with its unit. A digit is added while rounding would show the target or the minimum as reached that was not.
    /// </summary>
    public static string Value(MetricResult metric)
    {
        if (metric.Value is not { } value)
        {
            return None;
        }

        var decimals = Math.Abs(metric.Target - metric.Minimum) < 1 && metric.Target != metric.Minimum ? 2 : 1;
        while (decimals < 4 && (Crosses(value, metric.Target, decimals) || Crosses(value, metric.Minimum, decimals)))
        {
            decimals++;
        }

        return Fixed(value, decimals) + Unit(metric);
    }

    public static string Limit(MetricResult metric, decimal limit) =>
        limit.ToString("0.##", CultureInfo.InvariantCulture) + Unit(metric);

    public static string Target(MetricResult metric) =>
        (metric.Direction == MetricDirection.Up ? "≥ " : "≤ ") + Limit(metric, metric.Target);

    public static bool IsBelowMinimum(MetricResult metric) => metric.Points >= 2;

    /// <summary>Points of the score that the metric cost, 0..100.</summary>
    public static decimal Lost(MetricResult metric) => metric.Score is { } score ? metric.WeightShare * (100 - score) : 0;

    private static bool Crosses(decimal value, decimal limit, int decimals) =>
        value != limit && Math.Round(value, decimals, MidpointRounding.AwayFromZero) == limit;

    private static string Unit(MetricResult metric) => metric.Unit == "%" ? "%" : "";
}
