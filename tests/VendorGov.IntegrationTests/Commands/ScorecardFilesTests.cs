using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using VendorGov.Documents.Reading;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>
/// The files that the command <c>scorecards</c> writes for the demo: LibreOffice comes to the numbers of scorecards.json by itself, the PDFs are what
/// they claim to be, and a run that is killed goes on to the same sealed bytes. The plain run takes one month and a few kills; VENDORGOV_FULL=1 every
/// month of the demo and 60 kills, spread over the run.
/// </summary>
public sealed class ScorecardFilesTests(DemoFolder demo, ITestOutputHelper output) : IClassFixture<DemoFolder>, IDisposable
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private readonly string _scratch = Directory.CreateTempSubdirectory("vendorgov-files-").FullName;

    private string Out => Path.Combine(_scratch, "out");

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Fact]
    public async Task LibreOffice_recalculates_every_workbook_to_the_numbers_of_the_json_file_and_every_PDF_is_whole()
    {
        // Month before last: it is published. All months: from the last one on backwards.
        foreach (var back in Full ? Enumerable.Range(1, 6) : [2])
        {
            var folder = $"{Out}-{back}";
            var run = await CommandRun.OfAsync("scorecards", "--tenant", "demo", "--month", Month(back), "--out", folder, "--data", demo.Path);
            Assert.True(run.ExitCode == 0, run.Error);
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "scorecards.json")));
            var cards = json.RootElement.EnumerateArray().ToList();
            Assert.Equal(3, cards.Count);
            var workbooks = Directory.GetFiles(folder, "*.xlsx");
            Assert.Equal(cards.Count * 2, workbooks.Length);
            var results = await Recalculation.OfAsync(workbooks, Directory.CreateDirectory(Path.Combine(_scratch, $"calc-{back}")).FullName);
            foreach (var card in cards)
            {
                var own = workbooks.Where(w => Path.GetFileName(w).Contains(card.GetProperty("contract").GetString()!, StringComparison.Ordinal)).ToList();
                Assert.Equal(2, own.Count);
                own.ForEach(w => AssertAgrees(Path.Combine(results, Path.GetFileName(w)), card));
            }

            foreach (var pdf in Directory.GetFiles(folder, "*.pdf"))
            {
                await AssertWholeAsync(pdf, cards);
            }
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_at_any_step_goes_on_to_the_same_sealed_bytes()
    {
        var whole = await ToldRun.OfAsync(Unscored(), $"{Out}-whole", Month(1), null);
        Assert.Equal(4, whole.Files.Count);
        Assert.Equal(3, whole.Files.Keys.Count(name => name.EndsWith("-sealed.json", StringComparison.Ordinal)));
        var (wanted, kills, tries, chains) = (Full ? 60 : 2, new List<RunKill>(), 0, 0);
        for (; kills.Count < wanted; chains++)
        {
            var (data, folder) = (Unscored(), $"{Out}-{tries}");
            for (var last = false; !last;)
            {
                // Three kills one after another in the same folder, then the run that comes to its end.
                last = kills.Count == wanted || kills.Count(k => k.Folder == folder) == 3;
                var run = await ToldRun.OfAsync(data, folder, Month(1), last ? null : whole.PointOf(Spread(tries++) * Part(), folder));
                if (run.WasKilled)
                {
                    kills.Add(run.Kill(folder));
                    continue;
                }

                Assert.Equal(whole.Files.Keys, run.Files.Keys);
                Assert.All(whole.Files, file => Assert.True(file.Value.AsSpan().SequenceEqual(run.Files[file.Key]), file.Key));
                Assert.Empty(Directory.GetFiles(folder, "*.part"));
                last = true;
            }

            Directory.Delete(data, recursive: true);

            // A card is published once, so every other folder is killed before that first.
            double Part() => chains % 2 == 1 && !kills.Exists(k => k.Folder == folder) ? whole.HeadShare : 1;
        }

        AssertSpread(kills, whole);
    }

    /// <summary>The demo before last month's cards were drafted: two of them are under review, which no run publishes.</summary>
    private string Unscored()
    {
        var copy = demo.Copy();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "vendorgov.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA foreign_keys = OFF;
            DELETE FROM "ScorecardEvents" WHERE "ScorecardId" IN (SELECT "Id" FROM "Scorecards" WHERE "Month" = '{Month(1)}');
            DELETE FROM "ScorecardAppeals" WHERE "Month" = '{Month(1)}';
            DELETE FROM "Scorecards" WHERE "Month" = '{Month(1)}';
            """;
        command.ExecuteNonQuery();
        return copy;
    }

    /// <summary>The k-th of points that fill 0 .. 1 evenly, wherever one stops: multiples of the golden section.</summary>
    private static double Spread(int k) => (0.25 + (k * 0.6180339887498949)) % 1;

    private void AssertSpread(List<RunKill> kills, ToldRun whole)
    {
        var steps = kills.CountBy(k => k.After).ToDictionary();
        var phases = kills.SelectMany(k => k.During.Distinct()).CountBy(d => d).ToDictionary();
        output.WriteLine($"{kills.Count} kills at {kills.Select(k => (k.After, k.Told, (int)k.At.TotalMilliseconds)).Distinct().Count()} points, after {steps.Count} different ones of {whole.Lines.Count} steps.");
        output.WriteLine("During " + string.Join(", ", phases.OrderBy(p => p.Key).Select(p => $"{p.Key}: {p.Value}")));
        output.WriteLine("After " + string.Join(", ", steps.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {p.Value}")));
        if (Full)
        {
            Assert.True(kills.Select(k => (k.After, k.Told, (int)k.At.TotalMilliseconds)).Distinct().Count() >= 50);
            Assert.True(steps.Count >= 12, "too few different steps");
            RunPhase[] demanded = [RunPhase.Drafting, RunPhase.Sealing, RunPhase.WritingPdf, RunPhase.WritingWorkbook];
            Assert.All(demanded, phase => Assert.True(phases.GetValueOrDefault(phase) >= 2, $"killed during {phase} {phases.GetValueOrDefault(phase)} times"));
        }
    }

    /// <summary>Four to six pages, under 400 KB, an outline, searchable words of the card.</summary>
    private static async Task AssertWholeAsync(string pdf, List<JsonElement> cards)
    {
        var raw = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf));
        Assert.InRange(raw.Length, 50_000, 400_000);
        var (text, info) = (await ToolAsync("pdftotext", "-layout", pdf, "-"), await ToolAsync("pdfinfo", pdf));
        var pages = int.Parse(info.Split('\n').Single(l => l.StartsWith("Pages:", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture);
        Assert.InRange(pages, 4, 6);
        Assert.Contains("Tagged:          yes", info, StringComparison.Ordinal);
        Assert.Contains("/Outlines", raw, StringComparison.Ordinal);
        var card = cards.Single(c => Path.GetFileName(pdf).Contains(c.GetProperty("contract").GetString()!, StringComparison.Ordinal));
        Assert.Contains(card.GetProperty("vendor").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains(pdf.Contains("zh-CN", StringComparison.Ordinal) ? "排班覆盖" : "Staffing coverage", text, StringComparison.Ordinal);
        var score = Math.Round(card.GetProperty("score").GetDecimal(), 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
        Assert.Contains(score, text, StringComparison.Ordinal);
    }

    private static async Task<string> ToolAsync(string tool, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, words) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
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

    private static string Month(int back) => TimeProvider.System.GetUtcNow().AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
