using VendorGov.Domain.Issues.History;
using Xunit;
using static VendorGov.UnitTests.Issues.History.Log;

namespace VendorGov.UnitTests.Issues.History;

public sealed class LogRowTextTests
{
    [Fact]
    public void Rows_come_back_from_their_text_as_they_were()
    {
        var rows = Read(Row("New", "1/3/2016 09:05"), Row("Closed", "1/3/2016 10:00", vendor: "?", outlet: "杭州|\"西\"")).Rows;

        Assert.Equal(rows.Select(row => row with { Number = 0 }), LogRowText.Read("0001", LogRowText.Write(rows)));
    }

    [Fact]
    public void A_row_has_the_same_text_wherever_it_stands_in_a_file()
    {
        var row = Read(Row("New", "1/3/2016 09:05")).Rows[0];

        Assert.Equal(LogRowText.Write([row]), LogRowText.Write([row with { Number = 900 }]));
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    public void Text_of_another_form_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => LogRowText.Read("0001", text));
    }
}
