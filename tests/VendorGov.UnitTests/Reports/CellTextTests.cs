using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using Xunit;

namespace VendorGov.UnitTests.Reports;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("2026-03-07")]
    [InlineData("2026/3/7")]
    [InlineData("2026年3月7日")]
    [InlineData("２０２６年３月７日")]
    [InlineData("2026.3.7")]
    [InlineData("20260307")]
    [InlineData("2026-03-07 00:00:00")]
    [InlineData("46088")]
    public void A_date_is_read_in_every_usual_form(string text) =>
        Assert.Equal(new DateOnly(2026, 3, 7), CellText.Date(text));

    [Theory]
    [InlineData("03/07/2026")]
    [InlineData("2026-02-30")]
    [InlineData("3月7日")]
    [InlineData("512")]
    public void A_date_that_could_mean_something_else_is_not_read(string text) => Assert.Null(CellText.Date(text));

    [Theory]
    [InlineData("1204", 1204)]
    [InlineData("１２０４", 1204)]
    [InlineData("1,204", 1204)]
    [InlineData("1，204", 1204)]
    [InlineData("12 345 678", 12345678)]
    [InlineData(" 7 ", 7)]
    [InlineData("512.0", 512)]
    [InlineData("5E2", 500)]
    public void A_whole_number_is_read_with_full_width_digits_and_well_placed_separators(string text, int value) =>
        Assert.Equal((value, null), CellText.Figure(text, ReportFieldType.Integer));

    [Fact]
    public void Rounding_noise_of_a_spreadsheet_is_taken_off() =>
        Assert.Equal((0.3m, null), CellText.Figure("0.30000000000000004", ReportFieldType.Decimal));

    [Theory]
    [InlineData("486.5", "not-integer")]
    [InlineData("-3", "negative")]
    [InlineData("－３", "negative")]
    [InlineData("512通", "not-integer")]
    [InlineData("12,34", "bad-separator")]
    [InlineData("—", "placeholder")]
    [InlineData("无", "placeholder")]
    [InlineData("#DIV/0!", "formula-error")]
    [InlineData("9999999999999", "too-large")]
    public void A_cell_that_is_no_whole_number_is_refused_with_its_cause(string text, string rule) =>
        Assert.Equal(rule, CellText.Figure(text, ReportFieldType.Integer).Problem!.RuleKey);

    [Theory]
    [InlineData("12O4", "3", "O", "0")]
    [InlineData("l20", "1", "l", "1")]
    [InlineData("1o", "2", "o", "0")]
    public void A_letter_that_looks_like_a_digit_is_named_with_its_place(string text, string place, string letter, string digit)
    {
        var problem = CellText.Figure(text, ReportFieldType.Integer).Problem!;

        Assert.Equal("letter-in-number", problem.RuleKey);
        Assert.Equal([place, letter, digit], problem.Args);
    }

    [Theory]
    [InlineData("voice", Channel.Voice)]
    [InlineData("Chat", Channel.Chat)]
    [InlineData("ｅｍａｉｌ", Channel.Email)]
    [InlineData("电话", Channel.Voice)]
    public void A_channel_is_read_without_regard_to_case_and_width(string text, Channel channel) =>
        Assert.Equal(channel, CellText.ParseChannel(text));
}
