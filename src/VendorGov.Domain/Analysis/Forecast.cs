namespace VendorGov.Domain.Analysis;

/// <summary>How a series is continued.</summary>
public enum ForecastMethod
{
    /// <summary>The last value again.</summary>
    Naive,
    /// <summary>The value of one season before.</summary>
    SeasonalNaive,
    /// <summary>The mean of all values.</summary>
    Mean,
    /// <summary>Level and a trend that fades, exponentially smoothed.</summary>
    DampedHolt,
}

/// <summary>One step ahead: what is expected, and the interval in which it lies with 95 % probability.</summary>
public sealed record ForecastPoint(int Step, double Value, double Low, double High);

/// <summary>
/// Point forecasts of evenly spaced series. The methods and their notation are those of R. J. Hyndman and G. Athanasopoulos,
/// "Forecasting: Principles and Practice", 3rd ed., sections 5.2 (mean, naive, seasonal naive) and 8.2 (damped trend).
/// </summary>
public static class Forecast
{
    private static readonly double[] Levels = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    private static readonly double[] Trends = [0.01, 0.05, 0.1, 0.2, 0.3];
    private static readonly double[] Damping = [0.8, 0.85, 0.9, 0.95, 0.98];

    /// <summary>The fewest values from which a method says anything.</summary>
    public static int Least(ForecastMethod method, int season) => method switch
    {
        ForecastMethod.SeasonalNaive => season,
        ForecastMethod.DampedHolt => 6,
        _ => 1,
    };

    /// <summary>The values 1 to <paramref name="steps"/> ahead.</summary>
    /// <param name="series">Oldest first.</param>
    /// <param name="method">How to go on.</param>
    /// <param name="steps">How far; at least 1.</param>
    /// <param name="season">Values in one season: 7 for days, 12 for months.</param>
    /// <exception cref="ArgumentException">Fewer values than <see cref="Least"/>.</exception>
    public static IReadOnlyList<double> Ahead(IReadOnlyList<double> series, ForecastMethod method, int steps, int season)
    {
        if (series.Count < Least(method, season))
        {
            throw new ArgumentException("Too few values.", nameof(series));
        }

        return method switch
        {
            ForecastMethod.Naive => [.. Enumerable.Repeat(series[^1], steps)],
            ForecastMethod.SeasonalNaive => [.. Enumerable.Range(0, steps).Select(h => series[series.Count - season + (h % season)])],
            ForecastMethod.Mean => [.. Enumerable.Repeat(series.Average(), steps)],
            _ => Holt(series, steps),
        };
    }

    /// <summary>The three parameters with the least squared one-step error over a fixed grid: the same on every machine.</summary>
    private static List<double> Holt(IReadOnlyList<double> series, int steps)
    {
        var best = (Error: double.MaxValue, Level: 0.0, Trend: 0.0, Phi: 1.0);
        foreach (var alpha in Levels)
        {
            foreach (var beta in Trends)
            {
                foreach (var phi in Damping)
                {
                    var run = Smooth(series, alpha, beta, phi);
                    best = run.Error < best.Error ? (run.Error, run.Level, run.Trend, phi) : best;
                }
            }
        }

        var (ahead, sum, power) = (new List<double>(), 0.0, 1.0);
        for (var h = 0; h < steps; h++)
        {
            power *= best.Phi;
            sum += power;
            ahead.Add(best.Level + (sum * best.Trend));
        }

        return ahead;
    }

    private static (double Error, double Level, double Trend) Smooth(IReadOnlyList<double> series, double alpha, double beta, double phi)
    {
        var (level, trend, error) = (series[0], series[1] - series[0], 0.0);
        for (var i = 1; i < series.Count; i++)
        {
            var expected = level + (phi * trend);
            error += (series[i] - expected) * (series[i] - expected);
            var next = (alpha * series[i]) + ((1 - alpha) * expected);
            trend = (beta * (next - level)) + ((1 - beta) * phi * trend);
            level = next;
        }

        return (error, level, trend);
    }
}
