using System.Globalization;
using System.IO.Compression;
using VendorGov.Domain.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Analysis;

/// <summary>The forecast over what a real help desk received in March 2016, day by day (see Fixtures/README.md).</summary>
public sealed class RealLogForecastTests(ITestOutputHelper output)
{
    [Fact]
    public void On_a_real_log_the_chosen_method_beats_the_naive_forecast_and_its_errors_are_told()
    {
        var days = Days();

        var result = BackTest.Run(days, 14, 7)!;

        foreach (var e in result.Errors)
        {
            output.WriteLine($"{e.Method}: {e.Origins} origins, MAE {e.Mae:0.0}, MASE {e.Mase:0.00}, within the interval {e.Covered:0.00} of {e.Judged}");
        }

        Assert.Equal((31, 8995), (days.Count, (int)days.Sum()));
        Assert.Equal(ForecastMethod.SeasonalNaive, result.Chosen);
        Assert.All(result.Errors, e => Assert.True(e is { Origins: 17, Mae: > 0, Mase: not null }));
        Assert.InRange(result.Errors.Single(e => e.Method == result.Chosen).Mase!.Value, 0.01, 0.99);
        Assert.Equal(14, result.Points.Count);
    }

    private static List<double> Days()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "incidents-2016-03.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var column = Array.IndexOf(reader.ReadLine()!.Split(','), "opened_at");
        var opened = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            opened.TryAdd(cells[0], DateOnly.ParseExact(cells[column].Split(' ')[0], "d/M/yyyy", CultureInfo.InvariantCulture));
        }

        return [.. Enumerable.Range(1, 31).Select(d => (double)opened.Values.Count(o => o == new DateOnly(2016, 3, d)))];
    }
}
