using VendorGov.Domain.Issues.History;
using Xunit;
using static VendorGov.UnitTests.Issues.History.Log;

namespace VendorGov.UnitTests.Issues.History;

public sealed class LogRowReaderTests
{
    [Theory]
    [InlineData("-100", "1/3/2016 10:00", "3", "unknown-state", "incident_state", "-100")]
    [InlineData("?", "1/3/2016 10:00", "3", "unknown-state", "incident_state", "?")]
    [InlineData("Active", "2016-03-01", "3", "unreadable-time", "sys_updated_at", "2016-03-01")]
    [InlineData("Active", "?", "3", "unreadable-time", "sys_updated_at", "")]
    [InlineData("Active", "1/3/2016 08:59", "3", "before-opened", "sys_updated_at", "1/3/2016 08:59")]
    [InlineData("Active", "1/3/2016 10:00", "9", "unknown-severity", "priority", "9")]
    public void A_row_that_cannot_be_read_is_refused_with_row_column_value_and_reason(
        string state, string at, string priority, string reason, string column, string value)
    {
        var (rows, refusals) = Read(Row("New", "1/3/2016 09:01"), Row(state, at, priority: priority));

        Assert.Single(rows);
        Assert.Equal([new ImportRefusal(3, column, value, reason)], refusals);
    }

    [Fact]
    public void A_row_without_a_key_is_refused()
    {
        Assert.Equal([new ImportRefusal(2, "number", "", "missing-key")], Read(Row("New", "1/3/2016 09:01", key: " ")).Refusals);
    }

    [Fact]
    public void A_missing_column_refuses_the_file_by_name()
    {
        var refusals = new List<ImportRefusal>();

        Assert.Null(LogRowReader.ForHead(Profile(), Head.Where(name => name != "priority").ToList(), refusals));
        Assert.Equal([new ImportRefusal(1, "priority", "", "missing-column")], refusals);
    }

    [Fact]
    public void A_column_that_stands_twice_refuses_the_file()
    {
        var refusals = new List<ImportRefusal>();

        Assert.Null(LogRowReader.ForHead(Profile(), [.. Head, "Priority"], refusals));
        Assert.Equal("duplicate-column", Assert.Single(refusals).Reason);
    }

    [Theory]
    [InlineData("27/3/2016 01:30", "2016-03-27 00:30")]
    [InlineData("27/3/2016 02:30", "2016-03-27 01:00")]
    [InlineData("30/10/2016 02:30", "2016-10-30 00:30")]
    public void Local_times_follow_the_zone_also_where_summer_time_begins_and_ends(string local, string utc)
    {
        var refusals = new List<ImportRefusal>();
        var reader = LogRowReader.ForHead(Profile() with { TimeZone = "Europe/Berlin" }, Head, refusals)!;

        Assert.Equal(Utc(utc), reader.Read(2, Row("New", local), refusals)!.At);
    }
}
