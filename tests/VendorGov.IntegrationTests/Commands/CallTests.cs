using System.Text.Json;
using VendorGov.IntegrationTests.Architecture;
using Xunit;

namespace VendorGov.IntegrationTests.Commands;

public sealed class CallTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("verify", "--bogus")]
    [InlineData("sla-evaluate")]
    [InlineData("backup", "--to", "/tmp")]
    [InlineData("restore", "--from", "/no/such/folder", "--data", "/no/such/portal")]
    [InlineData("sla-evaluate", "/no/such/file.json")]
    [InlineData("verify", "--data", "/no/such/portal")]
    [InlineData("deliver", "--data", "/no/such/portal")]
    [InlineData("scorecards", "--tenant", "demo", "--month", "2026-03", "--out", "/no/such/out", "--data", "/no/such/portal")]
    [InlineData("scorecards", "--tenant", "demo", "--month", "2026-13", "--out", "/tmp/never")]
    [InlineData("import", "--tenant", "demo", "--profile", "servicenow-incident-log", "/no/such/file.csv")]
    public async Task A_call_that_cannot_be_followed_gives_one_line_and_exit_code_two(params string[] words)
    {
        var run = await CommandRun.OfAsync(words);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists("/no"), "a folder named by mistake was made");
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("migrate")]
    [InlineData("import")]
    [InlineData("scorecards")]
    [InlineData("sla-evaluate")]
    [InlineData("verify")]
    [InlineData("deliver")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Every_command_explains_itself(string command)
    {
        var run = await CommandRun.OfAsync(command, "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"VendorGov.Web {command}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worked_cases_come_out_as_they_are_expected()
    {
        var path = Path.Combine(Product.Root, "tests", "VendorGov.UnitTests", "Fixtures", "sla-cases.json");
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(path));
        var expected = cases.RootElement.GetProperty("cases").EnumerateArray()
            .Select(c => (c.GetProperty("id").GetString(), Told(c.GetProperty("expect")))).ToList();

        var run = await CommandRun.OfAsync("sla-evaluate", path);

        using var answer = JsonDocument.Parse(run.Output);
        var results = answer.RootElement.GetProperty("results").EnumerateArray().Select(r => (r.GetProperty("id").GetString(), Told(r))).ToList();
        Assert.Equal(400, expected.Count);
        Assert.Equal(expected, results);
    }

    private static (string Due, long Elapsed, string? State) Told(JsonElement reading) => (
        reading.GetProperty("dueAt").ToString(), reading.GetProperty("elapsedSeconds").GetInt64(), reading.GetProperty("state").GetString());
}
