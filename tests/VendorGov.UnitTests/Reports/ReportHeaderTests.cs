using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using Xunit;

namespace VendorGov.UnitTests.Reports;

public sealed class ReportHeaderTests
{
    [Theory]
    [InlineData("offered")]
    [InlineData("呼入量")]
    [InlineData("来电量")]
    [InlineData("CALLS  Offered")]
    [InlineData("Ｃａｌｌｓ ｏｆｆｅｒｅｄ")]
    [InlineData("呼入量\nCalls offered")]
    [InlineData(" 呼 入 量 ")]
    public void A_header_matches_by_name_chinese_name_or_alias(string header) =>
        Assert.Equal("offered", ReportSchema.Default.Daily.Match(header)?.Name);

    [Fact]
    public void Full_width_brackets_in_a_header_are_the_same_as_plain_ones() =>
        Assert.Equal("wait_s", ReportSchema.Default.Daily.Match("等待时长（秒）")?.Name);

    [Fact]
    public void A_header_that_names_two_fields_means_none() =>
        Assert.Null(ReportSchema.Default.Daily.Match("呼入量 / 接通量"));

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        var sample = new ReportSample();
        sample.DailyHeader.Reverse();

        Assert.Empty(sample.Check().Findings);
    }

    [Fact]
    public void A_missing_column_is_refused_by_name()
    {
        var sample = new ReportSample();
        sample.DailyHeader.Remove("满意量");

        Assert.Contains(sample.Check().Findings, f => f is { Level: FindingLevel.Reject, RuleKey: "missing-column", Column: "satisfied", Row: 1 });
    }

    [Fact]
    public void A_column_that_only_other_channels_need_may_be_missing()
    {
        var sample = new ReportSample();
        sample.Context = sample.Context with { Channels = [Channel.Voice] };
        sample.Daily.RemoveAll(r => r["channel"] == "chat");
        sample.DailyHeader.RemoveAll(h => h is "会话量" or "30秒内首响" or "首响时长合计(秒)" or "对话轮次" or "3分钟内回复");

        Assert.Empty(sample.Check().Findings);
    }

    [Fact]
    public void Two_columns_of_the_same_field_are_refused()
    {
        var sample = new ReportSample();
        sample.DailyHeader.Add("来电量");

        Assert.Equal(("duplicate-column", "offered"), (sample.Refusal().RuleKey, sample.Refusal().Column));
    }

    [Fact]
    public void A_column_that_no_field_knows_is_named_as_not_read()
    {
        var sample = new ReportSample();
        sample.DailyHeader.Add("备注");

        Assert.Equal(("column-not-read", "备注"), (sample.TheOnly(FindingLevel.Warn).RuleKey, sample.TheOnly(FindingLevel.Warn).Column));
    }

    [Fact]
    public void A_title_above_the_header_is_passed_over()
    {
        var check = new ReportCheck(new ReportSample().Context);
        check.Begin("monthly");
        check.Row(1, ["安语客服 2026年3月月报"]);
        check.Row(3, ["网点编码", "期初人数", "入职人数", "离职人数", "期末人数", "持证人数"]);
        check.Row(4, ["W0312", "28", "3", "2", "29", "29"]);

        var outcome = check.Finish();

        Assert.Equal(1, outcome.MonthlyRows);
        Assert.Equal(4, Assert.Single(outcome.Rows).Row);
    }

    [Fact]
    public void A_sheet_without_a_header_is_refused()
    {
        var check = new ReportCheck(new ReportSample().Context);
        check.Begin("daily");
        check.Row(1, ["1", "2", "3"]);

        Assert.Contains(check.Finish().Findings, f => f is { RuleKey: "no-header", Sheet: "daily" });
    }

    [Fact]
    public void A_csv_file_says_by_its_header_which_sheet_it_is()
    {
        var check = new ReportCheck(new ReportSample().Context);
        check.Begin(null);
        check.Row(1, ["网点编码", "期初人数", "入职人数", "离职人数", "期末人数", "持证人数"]);
        check.Row(2, ["W0312", "28", "3", "2", "29", "29"]);
        check.Begin(null);
        check.Row(1, [.. ReportSchema.Default.Daily.Fields.Select(f => f.NameEn)]);
        check.Row(2, ["2026-03-01", "W0312", "voice"]);

        Assert.Equal((1, 1), (check.Finish().DailyRows, check.Finish().MonthlyRows));
    }

    [Fact]
    public void Two_files_of_the_same_sheet_are_refused()
    {
        var check = new ReportCheck(new ReportSample().Context);
        check.Begin("monthly");
        check.Row(1, ["网点编码", "期初人数", "入职人数", "离职人数", "期末人数", "持证人数"]);
        check.Begin("monthly");

        Assert.Contains(check.Finish().Findings, f => f.RuleKey == "sheet-twice");
    }

    [Fact]
    public void What_each_channel_owes_is_read_from_the_schema()
    {
        var daily = ReportSchema.Default.Daily;

        Assert.Equal([Channel.Voice], daily["wait_s"].RequiredIn);
        Assert.Equal([Channel.Voice], daily["abandoned"].RequiredIn);
        Assert.Equal([Channel.Chat, Channel.Social], daily["rounds_3m"].RequiredIn.Order());
        Assert.Equal(4, daily["handled"].RequiredIn.Count);
        Assert.Equal(47, daily.Fields.Count + ReportSchema.Default.Monthly.Fields.Count - 1);
    }
}
