using System.Globalization;
using System.Text.Json;
using VendorGov.Documents.Reading;
using Xunit;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>
/// The files that the command <c>scorecards</c> writes for a month of the demo: LibreOffice comes to the numbers of
/// scorecards.json by itself.
/// </summary>
public sealed class ScorecardFilesTests(DemoFolder demo) : IClassFixture<DemoFolder>, IDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("vendorgov-files-").FullName;

    private string Out => Path.Combine(_scratch, "out");

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Fact]
    public async Task LibreOffice_recalculates_every_workbook_to_the_numbers_of_the_json_file()
    {
        var run = await CommandRun.OfAsync("scorecards", "--tenant", "demo", "--month", PublishedMonth(), "--out", Out, "--data", demo.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Out, "scorecards.json")));
        var cards = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(3, cards.Count);
        var workbooks = Directory.GetFiles(Out, "*.xlsx");
        Assert.Equal(cards.Count * 2, workbooks.Length);

        var results = await Recalculation.OfAsync(workbooks, _scratch);

        foreach (var card in cards)
        {
            var own = workbooks.Where(w => Path.GetFileName(w).Contains(card.GetProperty("contract").GetString()!, StringComparison.Ordinal)).ToList();
            Assert.Equal(2, own.Count);
            own.ForEach(w => AssertAgrees(Path.Combine(results, Path.GetFileName(w)), card));
        }
    }

    private static void AssertAgrees(string workbook, JsonElement card)
    {
        using var file = TabularFile.Open(File.OpenRead(workbook), Path.GetFileName(workbook));
        var summary = file.Sheets[0].Rows().ToDictionary(r => r.Number);
        Same(card.GetProperty("score"), summary[9][1], "score");
        Assert.Equal(card.GetProperty("grade").GetString(), summary[10][1].Text);
        var rows = file.Sheets[1].Rows().Skip(1).ToDictionary(r => r[1].Text);
        foreach (var metric in card.GetProperty("metrics").EnumerateArray())
        {
            var code = metric.GetProperty("code").GetString()!;
            Same(metric.GetProperty("numerator"), rows[code][6], code);
            Same(metric.GetProperty("denominator"), rows[code][7], code);
            Same(metric.GetProperty("value"), rows[code][8], code);
            Same(metric.GetProperty("score"), rows[code][10], code);
        }
    }

    private static void Same(JsonElement expected, TabularCell cell, string what)
    {
        decimal? wanted = expected.ValueKind == JsonValueKind.Null ? null : expected.GetDecimal();
        var actual = cell.Kind == CellKind.Number ? cell.Number : null;
        Assert.True(
            wanted is null == (actual is null) && Math.Abs((wanted ?? 0) - (actual ?? 0)) < 0.000_000_01m,
            $"{what}: {expected} is {cell.Text} in the workbook");
    }

    /// <summary>A month of which the demo has published scorecards: last month's may still be drafts.</summary>
    private static string PublishedMonth() =>
        TimeProvider.System.GetUtcNow().AddMonths(-2).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
