using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using Xunit;

namespace VendorGov.UnitTests.Reports;

public sealed class ReportCheckTests
{
    [Fact]
    public void A_correct_report_has_no_findings_and_keeps_every_row()
    {
        var outcome = new ReportSample().Check();

        Assert.Empty(outcome.Findings);
        Assert.Equal((124, 2), (outcome.DailyRows, outcome.MonthlyRows));
        Assert.Equal(126, outcome.Rows.Count);
    }

    [Fact]
    public void Totals_add_each_figure_over_all_rows()
    {
        var totals = new ReportSample(days: 2).Check().Totals();

        Assert.Equal(2 * (502 + 500), totals["offered"]);
        Assert.Equal(2 * (201 + 202), totals["sessions"]);
        Assert.Equal(58, totals["hc_end"]);
    }

    [Theory]
    [InlineData("answered", "600", "sum-exceeds", "answered")]
    [InlineData("answered_20s", "472", "part-exceeds-whole", "answered_20s")]
    [InlineData("short_abandon", "40", "part-exceeds-whole", "short_abandon")]
    [InlineData("tickets_open_end", "115", "balance", "tickets_open_end")]
    [InlineData("closed_24h", "35", "part-exceeds-whole", "closed_24h")]
    [InlineData("closed_7d", "9", "part-exceeds-whole", "closed_7d")]
    [InlineData("reported_30m", "1", "part-exceeds-whole", "reported_30m")]
    [InlineData("satisfied", "152", "part-exceeds-whole", "satisfied")]
    [InlineData("responses", "302", "part-exceeds-whole", "responses")]
    [InlineData("csat_sent", "472", "part-exceeds-whole", "csat_sent")]
    [InlineData("qa_passed", "14", "part-exceeds-whole", "qa_passed")]
    [InlineData("qa_fatal", "14", "part-exceeds-whole", "qa_fatal")]
    [InlineData("adherent_h", "36.5", "part-exceeds-whole", "adherent_h")]
    public void A_row_whose_figures_contradict_each_other_is_refused(string field, string value, string rule, string marked)
    {
        var finding = new ReportSample().With(field, value).Refusal();

        Assert.Equal((rule, "daily", 2, marked, value), (finding.RuleKey, finding.Sheet, finding.Row, finding.Column, finding.Value));
    }

    [Fact]
    public void First_replies_within_30_seconds_cannot_exceed_the_sessions()
    {
        var sample = new ReportSample();
        sample.Second["first_reply_30s"] = "202";

        Assert.Equal(("part-exceeds-whole", 3, "first_reply_30s"), Short(sample.Refusal()));
    }

    [Fact]
    public void Rounds_within_3_minutes_cannot_exceed_the_rounds()
    {
        var sample = new ReportSample();
        sample.Second["rounds_3m"] = "902";

        Assert.Equal(("part-exceeds-whole", 3, "rounds_3m"), Short(sample.Refusal()));
    }

    [Fact]
    public void Headcount_at_the_end_must_follow_from_the_movements()
    {
        var sample = new ReportSample();
        sample.Monthly[0]["hc_end"] = "30";

        var finding = sample.Refusal();

        Assert.Equal(("balance", 2, "hc_end"), Short(finding));
        Assert.Equal("monthly", finding.Sheet);
        Assert.Equal("@hc_start 28 + @hc_join 3 − @hc_leave 2", finding.Args[0]);
        Assert.Equal("29", finding.Args[1]);
    }

    [Fact]
    public void Every_rule_that_refuses_in_the_customers_list_is_carried_out()
    {
        string[] inCode =
            ["duplicate date x outlet x channel", "date outside the period", "date in the future", "unknown outlet",
                "not an integer / not a number / negative"];
        var schema = ReportSchema.Default;
        var formulas = schema.Daily.Reject.Concat(schema.Monthly.Reject).Select(r => r.Text);

        Assert.Equal(schema.RejectSentences.Order(), formulas.Concat(inCode).Order());
    }

    [Fact]
    public void A_second_row_of_the_same_date_outlet_and_channel_is_refused_and_names_the_first()
    {
        var sample = new ReportSample();
        sample.Daily.Add(new Dictionary<string, string>(sample.First) { ["date"] = "2026/3/1" });

        var finding = sample.Refusal();

        Assert.Equal(("duplicate-day", 126, null), Short(finding));
        Assert.Equal("2", Assert.Single(finding.Args));
        Assert.Equal("2026/3/1 · W0312 · voice", finding.Value);
    }

    [Fact]
    public void A_second_monthly_row_of_an_outlet_is_refused()
    {
        var sample = new ReportSample();
        sample.Monthly.Add(new Dictionary<string, string>(sample.Monthly[0]));

        Assert.Equal(("duplicate-outlet", 4, null), Short(sample.Refusal()));
    }

    [Theory]
    [InlineData("2026-02-28")]
    [InlineData("2026-04-01")]
    public void A_date_outside_the_month_is_refused(string date)
    {
        var finding = new ReportSample().With("date", date).Refusal();

        Assert.Equal(("outside-period", 2, "date"), Short(finding));
        Assert.Equal(["#2026-03-01", "#2026-03-31"], finding.Args);
    }

    [Fact]
    public void A_date_in_the_future_is_refused_as_is_a_month_that_is_not_over()
    {
        var sample = new ReportSample();
        sample.Context = sample.Context with { Today = new DateOnly(2026, 3, 30) };

        var rules = sample.Check().Findings.Where(f => f.Level == FindingLevel.Reject).Select(f => f.RuleKey);

        Assert.Equal(["period-not-over", "future", "future", "future", "future"], rules);
    }

    [Fact]
    public void A_report_may_be_delivered_from_the_first_day_of_the_next_month()
    {
        var sample = new ReportSample();
        sample.Context = sample.Context with { Today = new DateOnly(2026, 4, 1) };

        Assert.False(sample.Check().MustBeCorrected);
    }

    [Fact]
    public void An_outlet_outside_the_contract_is_refused_with_the_likely_one()
    {
        var finding = new ReportSample().With("outlet", "W0399").Refusal();

        Assert.Equal(("unknown-outlet-near", 2, "outlet"), Short(finding));
        Assert.Equal(["HT-2025-031", "W0339", "望江网点"], finding.Args);
    }

    [Fact]
    public void An_outlet_code_that_resembles_none_is_refused_without_a_guess() =>
        Assert.Equal(("unknown-outlet", 2, "outlet"), Short(new ReportSample().With("outlet", "总部").Refusal()));

    [Fact]
    public void A_channel_that_the_contract_does_not_cover_is_refused() =>
        Assert.Equal(("channel-not-contracted", 2, "channel"), Short(new ReportSample().With("channel", "email").Refusal()));

    [Fact]
    public void A_channel_that_does_not_exist_is_refused() =>
        Assert.Equal(("unknown-channel", 2, "channel"), Short(new ReportSample().With("channel", "fax").Refusal()));

    [Theory]
    [InlineData("outlet")]
    [InlineData("date")]
    [InlineData("channel")]
    public void A_row_that_does_not_say_what_it_is_about_is_refused(string field) =>
        Assert.Equal(("key-blank", 2, field), Short(new ReportSample().With(field, " ").Refusal()));

    [Fact]
    public void Calls_in_a_chat_row_are_refused_but_zeros_there_count_as_blank()
    {
        var sample = new ReportSample();
        sample.Second["offered"] = "12";
        sample.Second["answered"] = "0";

        Assert.Equal(("other-channel", 3, "offered"), Short(sample.Refusal()));
        Assert.Null(sample.Check().Rows[1]["answered"]);
    }

    [Fact]
    public void A_blank_required_field_is_not_delivered_and_never_zero()
    {
        var sample = new ReportSample().With("wait_s", "");

        var finding = sample.TheOnly(FindingLevel.Warn);

        Assert.Equal(("not-delivered-channel", 2, "wait_s"), Short(finding));
        Assert.Equal(["1", "%Voice"], finding.Args);
        Assert.Null(sample.Check().Rows[0]["wait_s"]);
        Assert.DoesNotContain("wait_s", sample.Check().Rows[0].ByName().Keys);
    }

    [Fact]
    public void Calls_that_were_neither_answered_nor_abandoned_must_be_explained()
    {
        var sample = new ReportSample().With("answered", "457");

        var outcome = sample.Check();
        var finding = Assert.Single(outcome.Findings);

        Assert.Equal((FindingLevel.Explain, "sum-short", 2, "offered"), (finding.Level, finding.RuleKey, finding.Row, finding.Column));
        Assert.Equal("14", finding.Args[4]);
        Assert.True(outcome.ReasonsOwed);
        Assert.True(outcome.Explained(new Dictionary<string, string> { [finding.Key] = "  " }).ReasonsOwed);
        Assert.False(outcome.Explained(new Dictionary<string, string> { [finding.Key] = "IVR 自助完结" }).ReasonsOwed);
    }

    [Fact]
    public void One_reason_may_answer_every_finding_even_beyond_the_list()
    {
        var sample = new ReportSample();
        sample.Daily.Where(r => r["channel"] == "voice").ToList().ForEach(r => r["answered"] = "401");
        sample.Daily.Where(r => r["channel"] == "voice").ToList().ForEach(r => r["answered_20s"] = "400");

        var outcome = sample.Check().Explained(new Dictionary<string, string> { [ReportOutcome.ForAll] = "IVR 自助完结" });

        Assert.Equal(62, outcome.Explains);
        Assert.False(outcome.ReasonsOwed);
        Assert.All(outcome.Findings.Where(f => f.Level == FindingLevel.Explain), f => Assert.Equal("IVR 自助完结", f.Explanation));
    }

    [Fact]
    public void More_handling_time_than_staffed_hours_is_pointed_out()
    {
        var finding = new ReportSample().With("talk_s", "140000").TheOnly(FindingLevel.Warn);

        Assert.Equal(("busy-beyond-staffed", 2, "acw_s"), Short(finding));
        Assert.Equal(["41.1", "36"], finding.Args);
    }

    [Fact]
    public void The_same_value_on_five_days_in_a_row_is_pointed_out_once_with_its_range()
    {
        var sample = new ReportSample();
        sample.Daily.Where(r => r["channel"] == "chat" && r["outlet"] == "W0339").Skip(9).Take(5).ToList()
            .ForEach(r => r["first_reply_s"] = "4214");

        var finding = sample.TheOnly(FindingLevel.Warn);

        Assert.Equal(("copied", 41, "first_reply_s"), Short(finding));
        Assert.Equal(57, finding.LastRow);
        Assert.Equal(["5", "#2026-03-10", "#2026-03-14", "W0339", "%Chat"], finding.Args);
    }

    [Fact]
    public void Four_equal_days_are_no_finding()
    {
        var sample = new ReportSample();
        sample.Daily.Where(r => r["channel"] == "chat" && r["outlet"] == "W0339").Skip(9).Take(4).ToList()
            .ForEach(r => r["first_reply_s"] = "4214");

        Assert.Empty(sample.Check().Findings);
    }

    [Fact]
    public void Tickets_open_in_the_morning_are_compared_with_the_evening_before()
    {
        var sample = new ReportSample();
        var secondDay = sample.Daily[4];
        (secondDay["tickets_open_start"], secondDay["closed"]) = ("130", "43");

        var finding = sample.Check().Findings[0];

        Assert.Equal(("opening-differs", 6, "tickets_open_start"), Short(finding));
        Assert.Equal(["130", "121"], finding.Args);
    }

    [Fact]
    public void The_first_opening_is_compared_with_the_last_closing_of_the_month_before()
    {
        var sample = new ReportSample();
        var history = ReportHistory.None with
        {
            OpenTickets = new Dictionary<(string, Channel), decimal> { [("W0312", Channel.Voice)] = 118 },
            Headcount = new Dictionary<string, decimal> { ["W0339"] = 27 },
        };
        sample.Context = sample.Context with { History = history };

        var findings = sample.Check().Findings;

        Assert.Equal([("opening-differs", 2, "tickets_open_start"), ("opening-differs", 3, "hc_start")], findings.Select(Short));
    }

    [Fact]
    public void A_value_more_than_three_standard_deviations_from_the_last_90_days_is_pointed_out()
    {
        var sample = new ReportSample();
        var usual = new Dictionary<(string, Channel, string), FigureHistory> { [("W0312", Channel.Voice, "wait_s")] = new(5000m, 10m, 62) };
        sample.Context = sample.Context with { History = ReportHistory.None with { Figures = usual } };

        var finding = sample.Check().Findings[0];

        Assert.Equal(("unusual", 122, "wait_s"), Short(finding));
        Assert.Equal("5031", finding.Value);
    }

    [Fact]
    public void A_supplied_rate_that_differs_from_the_counts_is_pointed_out()
    {
        var sample = new ReportSample();
        sample.DailyHeader.Add("接通率");
        sample.First["接通率"] = "96.1%";
        sample.Daily[4]["接通率"] = "0.9457";

        var finding = sample.TheOnly(FindingLevel.Warn);

        Assert.Equal(("rate-differs", 2, "接通率"), Short(finding));
        Assert.Equal(["96.1", "94.58", "1"], finding.Args);
    }

    [Fact]
    public void Days_without_a_row_are_pointed_out_per_outlet_and_channel()
    {
        var sample = new ReportSample(days: 29);

        var findings = sample.Check().Findings;

        Assert.Equal(4, findings.Count);
        Assert.All(findings, f => Assert.Equal(("days-missing", FindingLevel.Warn, "2"), (f.RuleKey, f.Level, f.Args[2])));
    }

    [Fact]
    public void A_template_that_nobody_filled_in_is_refused()
    {
        var sample = new ReportSample();
        sample.Daily.ForEach(r => r.Keys.Except(["date", "outlet", "channel"]).ToList().ForEach(f => r[f] = ""));

        Assert.Equal(("no-figures", 0, null), Short(sample.Refusal()));
    }

    [Fact]
    public void A_missing_sheet_is_refused()
    {
        var check = new ReportCheck(new ReportSample().Context);

        var rules = check.Finish().Findings.Select(f => (f.RuleKey, f.Sheet));

        Assert.Equal([("sheet-missing", "daily"), ("sheet-missing", "monthly")], rules);
    }

    [Fact]
    public void More_than_50000_rows_are_refused_without_reading_on()
    {
        var check = new ReportCheck(new ReportSample().Context);
        check.Begin("daily");
        check.Row(1, [.. ReportSchema.Default.Daily.Fields.Select(f => f.Name)]);
        for (var row = 2; row <= 50_010; row++)
        {
            check.Row(row, ["2026-03-01", "W0312", "voice"]);
        }

        var outcome = check.Finish();

        Assert.Equal(50_000, outcome.DailyRows);
        Assert.Single(outcome.Findings, f => f.RuleKey == "too-many-rows");
        Assert.Single(outcome.Findings, f => f.RuleKey == "sheet-missing");
        Assert.Equal(ReportCheck.MaxFindings, outcome.Findings.Count(f => f.RuleKey == "duplicate-day"));
        Assert.True(outcome.Rejects > 49_000);
    }

    [Fact]
    public void Findings_survive_being_stored()
    {
        var outcome = new ReportSample().With("outlet", "W0399").Check();

        var read = ReportOutcome.ParseFindings(outcome.FindingsJson());

        Assert.Equal(outcome.Findings.Select(f => (f.Key, f.Value, string.Join('|', f.Args))), read.Select(f => (f.Key, f.Value, string.Join('|', f.Args))));
    }

    private static (string, int, string?) Short(ReportFinding finding) => (finding.RuleKey, finding.Row, finding.Column);
}
