using System.Text.Json;
using VendorGov.Domain.Obligations;
using Xunit;

namespace VendorGov.UnitTests.Obligations;

public sealed class WorkedCasesTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Fixtures", "sla-cases.json");

    [Fact]
    public void All_400_worked_cases_come_out_as_agreed()
    {
        using var stream = System.IO.File.OpenRead(File);
        using var expected = JsonDocument.Parse(System.IO.File.ReadAllBytes(File));
        var cases = expected.RootElement.GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!);

        var (results, problems) = SlaCaseFile.Evaluate(stream);

        Assert.Empty(problems);
        Assert.Equal(400, results.Count);
        Assert.Empty(results.Where(r => !Agrees(r, cases[r.Id].GetProperty("expect"))).Select(r => $"{r} expected {cases[r.Id].GetProperty("expect")}"));
    }

    [Theory]
    [InlineData("null", "empty")]
    [InlineData("7", "not written as expected")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": 1e18, "events": [{ "kind": "start", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-06T00:00:00Z" }""", "longer than any")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": -1, "events": [{ "kind": "start", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-06T00:00:00Z" }""", "0 or more")]
    [InlineData("""{ "id": "x", "calendar": "night", "targetMinutes": 1, "events": [{ "kind": "start", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-06T00:00:00Z" }""", "no usable calendar night")]
    [InlineData("""{ "id": "x", "calendar": "broken", "targetMinutes": 1, "events": [{ "kind": "start", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-06T00:00:00Z" }""", "no usable calendar broken")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": 1, "events": [null], "now": "2026-01-06T00:00:00Z" }""", "kinds start")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": 1, "events": [{ "kind": "1", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-06T00:00:00Z" }""", "not 1")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": 1, "events": [{ "kind": "start", "at": "soon" }], "now": "2026-01-06T00:00:00Z" }""", "$.events[0].at")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": 1, "events": [{ "kind": "start", "at": "0001-01-01T00:00:00Z" }], "now": "2026-01-06T00:00:00Z" }""", "date-out-of-range")]
    [InlineData("""{ "id": "x", "calendar": "day", "targetMinutes": 1, "events": [{ "kind": "start", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-06T00:00:00Z", "exempt": [{ "from": "2026-01-05T02:00:00Z", "to": "2026-01-05T01:00:00Z" }] }""", "end after")]
    public void A_case_that_cannot_be_evaluated_is_named_and_hinders_no_other(string bad, string told)
    {
        var (results, problems) = Evaluated("null", bad);

        Assert.Equal(new SlaCaseFile.Result("good", "2026-01-05T00:05:00Z", 60, "running"), Assert.Single(results));
        Assert.Equal("calendar broken", problems[0].Where);
        Assert.Contains(told, problems[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "timeZone": null }""")]
    [InlineData("""{ "timeZone": "Asia/Nowhere" }""")]
    [InlineData("""{ "timeZone": "UTC", "week": { "moon": [] } }""")]
    [InlineData("""{ "timeZone": "UTC", "week": { "mon": null } }""")]
    [InlineData("""{ "timeZone": "UTC", "week": { "mon": [null] } }""")]
    [InlineData("""{ "timeZone": "UTC", "week": { "mon": [["08:00"]] } }""")]
    [InlineData("""{ "timeZone": "UTC", "week": { "mon": [["8", "25:00"]] } }""")]
    [InlineData("""{ "timeZone": "UTC", "week": { "mon": [[null, "10:00"]] } }""")]
    [InlineData("""{ "timeZone": "UTC", "exceptions": [{ "date": "2026-13-01", "open": [] }] }""")]
    [InlineData("""{ "timeZone": "UTC", "exceptions": [{ "date": "2026-01-01", "open": null }] }""")]
    public void A_calendar_that_cannot_be_understood_is_named_and_hinders_no_other(string broken)
    {
        var (results, problems) = Evaluated(broken, """{ "id": "x", "calendar": "broken", "targetMinutes": 1, "events": [], "now": "2026-01-06T00:00:00Z" }""");

        Assert.Equal("good", Assert.Single(results).Id);
        Assert.Equal(["calendar broken", "case x"], problems.Select(p => p.Where));
    }

    private static SlaCaseFile.Answer Evaluated(string broken, string bad)
    {
        var file = $$"""
            {
              "calendars": { "day": { "timeZone": "UTC", "alwaysOpen": true }, "broken": {{broken}} },
              "cases": [{{bad}}, { "id": "good", "calendar": "day", "targetMinutes": 5, "events": [{ "kind": "start", "at": "2026-01-05T00:00:00Z" }], "now": "2026-01-05T00:01:00Z" }]
            }
            """;
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
        return SlaCaseFile.Evaluate(stream);
    }

    private static bool Agrees(SlaCaseFile.Result result, JsonElement expect) =>
        result.DueAt == expect.GetProperty("dueAt").GetString()
        && result.ElapsedSeconds == expect.GetProperty("elapsedSeconds").GetInt64()
        && result.State == expect.GetProperty("state").GetString();
}
