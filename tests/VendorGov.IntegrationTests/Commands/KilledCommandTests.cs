using System.Diagnostics;
using Microsoft.Data.Sqlite;
using VendorGov.IntegrationTests.Imports;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>
/// An import that is killed at drawn moments and called again: nothing lost, nothing doubled, the same as without the kill. VENDORGOV_FULL=1 kills
/// 120 times, the plain run takes a sample. Scorecards have a drill of their own, <see cref="ScorecardFilesTests"/>.
/// </summary>
public sealed class KilledCommandTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1" ? 120 : 2;

    private readonly string _scratch = Directory.CreateTempSubdirectory("vendorgov-kill-").FullName;

    [Fact]
    public async Task An_import_that_is_killed_and_called_again_ends_as_one_that_was_not()
    {
        string[] words = ["import", "--tenant", "log", "--profile", "servicenow-incident-log", "--create", ImportPortal.Fixture("incidents-sample.csv")];
        const string found = """
            SELECT i."ExternalKey", i."State", o."Kind", o."State", o."DueAt", o."ElapsedSeconds", (SELECT COUNT(*) FROM "IssueEvents" e WHERE e."IssueId" = i."Id")
            FROM "Issues" i JOIN "Obligations" o ON o."IssueId" = i."Id"
            """;
        await DrillAsync(await MigratedAsync(), words, found);
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private async Task DrillAsync(string seed, string[] words, string found)
    {
        var whole = Copy(seed, "whole");
        var watch = Stopwatch.StartNew();
        var run = await CommandRun.OfAsync([.. words, "--data", whole]);
        Assert.True(run.ExitCode == 0, run.Error);
        var (length, expected) = (watch.Elapsed, Rows(whole, found));
        Assert.NotEmpty(expected);
        var (random, cut) = (new Random(20260303), 0);
        for (var i = 0; i < Kills; i++)
        {
            var folder = Copy(seed, $"kill-{i}");
            cut += await KillAsync([.. words, "--data", folder], length * Share(random)) ? 1 : 0;
            Assert.Equal(["ok"], Rows(folder, "PRAGMA integrity_check"));
            watch.Restart();
            var again = await CommandRun.OfAsync([.. words, "--data", folder]);
            Assert.True(again.ExitCode == 0, again.Error);
            Assert.Equal(expected, Rows(folder, found));
            Directory.Delete(folder, recursive: true);
        }

        output.WriteLine($"{cut} of {Kills} kills hit the command at work ({length.TotalSeconds:0.0} s whole).");
        Assert.True(cut > 0, "No kill hit the command at work.");
    }

    /// <summary>The full drill kills anywhere in the run; a sample of two stays clear of both ends, so that it does hit.</summary>
    private static double Share(Random random) => Kills == 120 ? random.NextDouble() : 0.2 + (0.6 * random.NextDouble());

    /// <summary>False where the command was faster.</summary>
    private static async Task<bool> KillAsync(string[] words, TimeSpan after)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [CommandRun.Executable, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(Task.Delay(after), process.WaitForExitAsync());
        var early = !process.HasExited;
        if (early)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        return early;
    }

    private async Task<string> MigratedAsync()
    {
        var folder = Path.Combine(_scratch, "seed");
        var run = await CommandRun.OfAsync("migrate", "--data", folder);
        Assert.True(run.ExitCode == 0, run.Error);
        return folder;
    }

    private string Copy(string seed, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_scratch, name)).FullName;
        foreach (var file in Directory.GetFiles(seed, "vendorgov.db*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private static List<string> Rows(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "vendorgov.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
