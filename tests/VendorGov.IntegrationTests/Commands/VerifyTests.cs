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

    [Theory]
    [InlineData("UPDATE Obligations SET DueAt = '2031-01-01 00:00:00' WHERE Id = (SELECT Id FROM Obligations WHERE State = 'Met' LIMIT 1)", "due")]
    [InlineData("UPDATE Obligations SET State = 'Met' WHERE Id = (SELECT Id FROM Obligations WHERE State = 'Missed' LIMIT 1)", "verdict")]
    [InlineData("UPDATE Obligations SET State = 'Breached' WHERE Id = (SELECT Id FROM Obligations WHERE State = 'Running' ORDER BY DueAt DESC LIMIT 1)", "verdict")]
    [InlineData("UPDATE Scorecards SET Score = Score + 5 WHERE Id = (SELECT Id FROM Scorecards WHERE State = 'Published' LIMIT 1)", "listed score")]
    [InlineData("UPDATE Scorecards SET Content = json_set(Content, '$.metrics[0].numerator', 1) WHERE Id = (SELECT Id FROM Scorecards WHERE State = 'Published' LIMIT 1)", "numerator")]
    public async Task A_changed_figure_is_named_and_the_exit_code_is_one(string change, string named)
    {
        var copy = demo.Copy();
        try
        {
            await using (var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "vendorgov.db")};Pooling=false"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = change;
                Assert.Equal(1, await command.ExecuteNonQueryAsync());
            }

            var run = await CommandRun.OfAsync("verify", "--data", copy);

            Assert.DoesNotContain(" 0 differences", run.Output, StringComparison.Ordinal);
            Assert.Contains(named, run.Output, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(1, run.ExitCode);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
