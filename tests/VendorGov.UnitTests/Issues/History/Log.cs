using System.Globalization;
using VendorGov.Domain.Issues.History;
using Xunit;

namespace VendorGov.UnitTests.Issues.History;

/// <summary>Writes little logs in the columns of the shipped profile.</summary>
internal static class Log
{
    public static readonly string[] Head =
        ["number", "incident_state", "opened_at", "sys_updated_at", "location", "assignment_group", "priority", "category"];

    public static ImportProfile Profile()
    {
        var problems = new List<ProfileProblem>();
        var profile = ImportProfileReader.Read(ImportProfileReader.ShippedJson(), problems);
        Assert.Empty(problems);
        return profile!;
    }

    public static string[] Row(
        string state, string at, string vendor = "70", string outlet = "143", string priority = "3", string key = "0001",
        string opened = "1/3/2016 09:00") => [key, state, opened, at, outlet, vendor, priority, "12"];

    public static (List<LogRow> Rows, List<ImportRefusal> Refusals) Read(params string[][] rows)
    {
        var refusals = new List<ImportRefusal>();
        var reader = LogRowReader.ForHead(Profile(), Head, refusals)!;
        var read = rows.Select((cells, i) => reader.Read(i + 2, cells, refusals)).OfType<LogRow>().ToList();
        return (read, refusals);
    }

    public static IncidentHistory Replay(params string[][] rows) => EventLogReplay.Replay(Read(rows).Rows);

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
