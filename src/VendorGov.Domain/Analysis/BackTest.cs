namespace VendorGov.Domain.Analysis;

/// <summary>
/// How a method would have done. Errors are in the unit of the series. <paramref name="Mase"/>: the mean absolute error over that of
/// the naive forecast on the same origins; under 1 the method beats it. <paramref name="Covered"/>: the share of values 0..1 that lay
/// within the 95 % interval that was known before, <paramref name="Judged"/> of them; null where there were too few errors before.
/// </summary>
public sealed record MethodError(ForecastMethod Method, int Origins, double Mae, double? Mase, double? Covered, int Judged);

/// <summary>A forecast, the method that was chosen and what every method's back-test says. No method beats the naive one: it is chosen itself.</summary>
public sealed record ForecastResult(ForecastMethod Chosen, IReadOnlyList<MethodError> Errors, IReadOnlyList<ForecastPoint> Points);

/// <summary>
/// Rolling-origin back-test: from each origin on only what was known then is used, and each step ahead is compared with what came.
/// L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000); MASE after R. J.
/// Hyndman and A. B. Koehler, ibid. 22 (2006), scaled by the naive forecast out of sample.
/// </summary>
public static class BackTest
{
    /// <summary>Errors known before an interval is drawn.</summary>
    private const int FewestErrors = 5;

    /// <summary>Origins go back this far at most, so that a long series costs no more than it tells.</summary>
    private const int MostOrigins = 60;

    /// <summary>97.5 % points of Student's t for 1 to 30 degrees of freedom; beyond, that of the normal distribution.</summary>
    private static readonly double[] Student =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>Null where the series is too short for any comparison.</summary>
    /// <param name="series">Oldest first.</param>
    /// <param name="steps">How far to look ahead.</param>
    /// <param name="season">Values in one season.</param>
    /// <param name="ceiling">What no value can exceed, such as 100 per cent; none can be negative.</param>
    public static ForecastResult? Run(IReadOnlyList<double> series, int steps, int season, double ceiling = double.MaxValue)
    {
        var first = Math.Max(FirstOrigin(series.Count, season), series.Count - MostOrigins);
        if (series.Count < 8 || series.Count - first < 3)
        {
            return null;
        }

        var usable = Enum.GetValues<ForecastMethod>().Where(m => Forecast.Least(m, season) <= first).ToList();
        var runs = usable.ToDictionary(m => m, m => Errors(series, m, first, season));
        var naive = Mean(runs[ForecastMethod.Naive]);
        var errors = usable.Select(m => Judge(m, runs[m], naive)).ToList();
        var chosen = errors.OrderBy(e => e.Mae).ThenBy(e => e.Method).First().Method;
        return new ForecastResult(chosen, errors, Points(series, chosen, runs[chosen], steps, season, ceiling));
    }

    /// <summary>The first value that is forecast: two seasons lie before it where the series allows that, else half of it.</summary>
    private static int FirstOrigin(int count, int season) => Math.Max(6, Math.Min(2 * season, count / 2));

    private static List<double> Errors(IReadOnlyList<double> series, ForecastMethod method, int first, int season) =>
        [.. Enumerable.Range(first, series.Count - first)
            .Select(t => series[t] - Forecast.Ahead([.. series.Take(t)], method, 1, season)[0])];

    private static MethodError Judge(ForecastMethod method, List<double> errors, double naive)
    {
        var (inside, judged) = (0, 0);
        for (var i = FewestErrors; i < errors.Count; i++)
        {
            judged++;
            inside += Math.Abs(errors[i]) <= Half(errors[..i]) ? 1 : 0;
        }

        return new MethodError(
            method, errors.Count, Mean(errors), naive == 0 ? null : Mean(errors) / naive, judged == 0 ? null : (double)inside / judged, judged);
    }

    /// <summary>The half width of one step grows with the root of the steps, as that of the naive forecast does: on the safe side for the others.</summary>
    private static List<ForecastPoint> Points(
        IReadOnlyList<double> series, ForecastMethod method, List<double> errors, int steps, int season, double ceiling)
    {
        var half = Half(errors);
        return [.. Forecast.Ahead(series, method, steps, season).Select((value, i) =>
        {
            var spread = half * Math.Sqrt(Widening(method, i, season));
            return new ForecastPoint(i + 1, Clip(value), Clip(value - spread), Clip(value + spread));
        })];

        double Clip(double value) => Math.Clamp(value, 0, ceiling);
    }

    private static double Widening(ForecastMethod method, int index, int season) => method switch
    {
        ForecastMethod.SeasonalNaive => 1 + (index / season),
        ForecastMethod.Mean => 1,
        _ => index + 1,
    };

    private static double Half(List<double> errors)
    {
        var freedom = Math.Max(1, errors.Count - 1);
        var t = freedom <= Student.Length ? Student[freedom - 1] : 1.96;
        return t * Math.Sqrt(errors.Sum(e => e * e) / errors.Count);
    }

    private static double Mean(List<double> errors) => errors.Average(Math.Abs);
}
