using Microsoft.Data.Sqlite;
using Xunit;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>What <c>verify</c> says of the demo as it was made, and of copies in which somebody has changed one figure.</summary>
public sealed class VerifyTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task The_demo_as_it_was_made_holds_no_difference()
    {
        var run = await CommandRun.OfAsync("verify", "--data", demo.Path);

        Assert.Contains(" 0 differences", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Each_changed_figure_is_named_and_the_exit_code_is_one()
    {
        const string sealedCard = "(SELECT Id FROM Scorecards WHERE State = 'Published' LIMIT 1)";
        var copy = demo.Copy();
        try
        {
            await ChangeAsync(
                copy,
                "UPDATE Obligations SET DueAt = '2031-01-01 00:00:00' WHERE Id = (SELECT Id FROM Obligations WHERE State = 'Met' LIMIT 1)",
                "UPDATE Obligations SET State = 'Met' WHERE Id = (SELECT Id FROM Obligations WHERE State = 'Missed' LIMIT 1)",
                "UPDATE Obligations SET State = 'Breached' WHERE Id = (SELECT Id FROM Obligations WHERE State = 'Running' ORDER BY DueAt DESC LIMIT 1)",
                $"UPDATE Scorecards SET Score = Score + 5 WHERE Id = {sealedCard}",
                $"UPDATE Scorecards SET Content = json_set(Content, '$.metrics[0].numerator', 1) WHERE Id = {sealedCard}");

            var run = await CommandRun.OfAsync("verify", "--data", copy);

            Assert.Equal(1, run.ExitCode);
            Assert.All(["due", "Missed", "Running", "listed score", "numerator"], named => Assert.Contains(named, run.Output, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static async Task ChangeAsync(string folder, params string[] changes)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "vendorgov.db")};Pooling=false");
        await connection.OpenAsync();
        foreach (var change in changes)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }
    }
}
