namespace VendorGov.Domain.Scorecards;

/// <summary>95 % intervals of rates (SLA semantics 3.8).</summary>
public static class Intervals
{
    /// <summary>The 97.5 % point of the normal distribution.</summary>
    private const decimal Z = 1.959963984540054m;

    private const double Tail = 0.025;

    private const decimal LargeCount = 100_000;

    /// <summary>Wilson's score interval of a share; bounds in 0..1. The share is clipped to 0..1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public static (decimal Low, decimal High) Wilson(decimal numerator, decimal denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var p = Math.Clamp(numerator / denominator, 0, 1);
        var zz = Z * Z / denominator;
        var centre = p + zz / 2;
        var spread = Z * Sqrt((p * (1 - p) + zz / 4) / denominator);
        return (Math.Clamp((centre - spread) / (1 + zz), 0, 1), Math.Clamp((centre + spread) / (1 + zz), 0, 1));
    }

    /// <summary>
    /// The exact (Garwood) interval of a Poisson mean from one count; over <see cref="LargeCount"/> by Wilson and Hilferty's cube, which
    /// by then agrees with it to better than a millionth. Rounded to 6 decimals, so that it is the same on every machine. A count that is not whole is
    /// rounded down.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static (decimal Low, decimal High) Poisson(decimal count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count >= LargeCount)
        {
            var whole = Math.Floor(count);
            return (Math.Round(whole * (decimal)Cube((double)whole, -1), 6), Math.Round((whole + 1) * (decimal)Cube((double)whole + 1, 1), 6));
        }

        var k = (int)count;
        var low = k == 0 ? 0 : Bisect(k - 1, 1 - Tail);
        return (Math.Round((decimal)low, 6), Math.Round((decimal)Bisect(k, Tail), 6));
    }

    /// <summary>Square root by Newton's method, exact to the last digits of a decimal; 0 of 0.</summary>
    public static decimal Sqrt(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0)
        {
            return 0;
        }

        var root = (decimal)Math.Sqrt((double)value);
        for (var i = 0; i < 4 && root > 0; i++)
        {
            root = (root + value / root) / 2;
        }

        return root;
    }

    // E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931): a half of the chi-square with 2k degrees, as a multiple of k.
    private static double Cube(double k, int side) => Math.Pow(1 - (1 / (9 * k)) + (side * (double)Z / (3 * Math.Sqrt(k))), 3);

    // The mean at which P(X <= k) falls to the given probability; the probability falls as the mean grows.
    private static double Bisect(int k, double probability)
    {
        var logFactorial = 0.0;
        for (var i = 2; i <= k; i++)
        {
            logFactorial += Math.Log(i);
        }

        var (low, high) = (0.0, k + 10 + 6 * Math.Sqrt(k + 1));
        for (var i = 0; i < 100; i++)
        {
            var mean = (low + high) / 2;
            (low, high) = Cumulative(k, mean, logFactorial) > probability ? (mean, high) : (low, mean);
        }

        return (low + high) / 2;
    }

    private static double Cumulative(int k, double mean, double logFactorial)
    {
        var term = Math.Exp(k * Math.Log(mean) - mean - logFactorial);
        if (term < 1e-290)
        {
            return mean < k ? 1 : 0; // out in the tail, where the terms underflow
        }

        var sum = 0.0;
        for (var i = k; i >= 0 && term > 0; i--)
        {
            sum += term;
            term *= i / mean;
        }

        return sum;
    }
}
