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

        var results = SlaCaseFile.Evaluate(stream);

        Assert.Equal(400, results.Count);
        Assert.Empty(results.Where(r => !Agrees(r, cases[r.Id].GetProperty("expect"))).Select(r => $"{r} expected {cases[r.Id].GetProperty("expect")}"));
    }

    private static bool Agrees(SlaCaseFile.Result result, JsonElement expect) =>
        result.DueAt == expect.GetProperty("dueAt").GetString()
        && result.ElapsedSeconds == expect.GetProperty("elapsedSeconds").GetInt64()
        && result.State == expect.GetProperty("state").GetString();
}
