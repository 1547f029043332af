using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VendorGov.Documents.Reading;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>
/// The files that the command <c>scorecards</c> writes for the demo: LibreOffice comes to the numbers of scorecards.json by itself, the PDFs are what
/// they claim to be, and a run that is killed goes on to the same sealed bytes. The plain run takes one month and a few kills; VENDORGOV_FULL=1 every
/// month of the demo and 60 kills.
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
    public async Task A_run_that_is_killed_again_and_again_comes_to_the_same_sealed_bytes()
    {
        var (random, kills, wanted, points) = (new Random(20261122), 0, Full ? 60 : 2, new SortedDictionary<int, int>());
        var (reference, steps) = await SealedAsync(demo.Copy(), $"{Out}-whole", null);
        Assert.Equal(4, reference.Count);
        Assert.Contains(reference.Keys, name => name.EndsWith("-sealed.json", StringComparison.Ordinal));
        while (kills < wanted)
        {
            var (data, folder) = (demo.Copy(), $"{Out}-{kills}");
            for (var left = steps; ;)
            {
                // Somewhere in what is still to be done, the first step and the last one among it.
                var at = random.Next(1, Math.Max(2, left));
                var (files, told) = await SealedAsync(data, folder, kills < wanted ? at : null);
                if (files.Count > 0)
                {
                    Assert.Equal(reference.Keys, files.Keys);
                    Assert.All(reference, file => Assert.True(file.Value.AsSpan().SequenceEqual(files[file.Key]), file.Key));
                    Assert.Empty(Directory.GetFiles(folder, "*.part"));
                    break;
                }

                kills++;
                points[at] = points.GetValueOrDefault(at) + 1;
                left = Math.Max(2, left - told);
            }

            Directory.Delete(data, recursive: true);
        }

        output.WriteLine($"{kills} kills at {points.Count} different ones of {steps} steps: {string.Join(' ', points.Select(p => $"{p.Key}x{p.Value}"))}");
    }

    /// <summary>
    /// Publishes and writes last month's cards in a process of its own; it is killed when it has told so many steps. What was sealed, by file, or
    /// nothing where it was killed; and how many steps it told.
    /// </summary>
    private static async Task<(SortedDictionary<string, byte[]> Files, int Steps)> SealedAsync(string data, string folder, int? killAt)
    {
        var start = new ProcessStartInfo(
            "dotnet", [CommandRun.Executable, "scorecards", "--tenant", "demo", "--month", Month(1), "--out", folder, "--publish", "--data", data])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var (steps, killed) = (0, false);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            steps += line.Contains("scorecards of", StringComparison.Ordinal) ? 0 : 1;
            if (steps == killAt && !killed)
            {
                process.Kill(entireProcessTree: true);
                killed = true;
            }
        }

        await process.WaitForExitAsync();
        Assert.True(killed || process.ExitCode == 0, await errors);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in killed && process.ExitCode != 0 ? [] : Directory.GetFiles(folder, "*.json"))
        {
            files[Path.GetFileName(path)] = await File.ReadAllBytesAsync(path);
        }

        return (files, steps);
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
