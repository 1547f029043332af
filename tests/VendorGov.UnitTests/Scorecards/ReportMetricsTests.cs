using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class ReportMetricsTests
{
    private static MetricResult Measure(string code, params ReportFact[] rows) => Measure(code, Given.Contract, rows);

    private static MetricResult Measure(string code, ContractFacts contract, params ReportFact[] rows)
    {
        var m = MetricCatalogue.Find(code);
        var terms = Given.Terms(new MetricTerms(code, m.Target, m.Minimum, 100));
        return ScorecardCalculator.Calculate(Given.Inputs(terms, report: rows) with { Contract = contract }).Metric(code);
    }

    [Fact]
    public void Short_abandons_are_not_offered_calls()
    {
        var sl20 = Measure(
            "SL20",
            Given.Day(1, "voice", "N1", ("offered", 600), ("short_abandon", 20), ("answered_20s", 470)),
            Given.Day(2, "voice", "N1", ("offered", 440), ("short_abandon", 20), ("answered_20s", 322)));

        Assert.Equal((792m, 1000m, 79.2m), (sl20.Numerator, sl20.Denominator, sl20.Value));
        Assert.Equal(93.6m, sl20.Score);
        Assert.Equal(1, sl20.Points);
        Assert.Equal(Provenance.Report, sl20.Source);
    }

    [Fact]
    public void The_direct_feed_scores_before_the_report_which_stands_beside_it()
    {
        var terms = Given.Terms(new MetricTerms("SL20", 80, 75, 100));
        var inputs = Given.Inputs(terms, report: [Given.Day(1, "voice", "N1", ("offered", 100), ("short_abandon", 0), ("answered_20s", 90))]) with
        {
            FeedRows = [Given.Day(1, "voice", "N1", ("offered", 110), ("short_abandon", 10), ("answered_20s", 80))],
        };
        var sl20 = ScorecardCalculator.Calculate(inputs).Metric("SL20");
        Assert.Equal((Provenance.Feed, 80m), (sl20.Source, sl20.Value));
        Assert.Equal((Provenance.Report, 90m), (sl20.Others.Single().Source, sl20.Others.Single().Value));
    }

    [Fact]
    public void What_the_feed_cannot_tell_is_left_to_the_report()
    {
        var terms = Given.Terms(new MetricTerms("FCR", 75, 70, 100));
        var inputs = Given.Inputs(terms, report: [Given.Day(1, "voice", "N1", ("handled", 100), ("repeat_72h", 20))]) with
        {
            FeedRows = [Given.Day(1, "voice", "N1", ("handled", 100))],
        };
        var fcr = ScorecardCalculator.Calculate(inputs).Metric("FCR");
        Assert.Equal((Provenance.Report, 80m, 0), (fcr.Source, fcr.Value, fcr.Others.Count));
    }

    [Fact]
    public void Escalations_are_set_against_what_the_feed_says_was_handled()
    {
        var inputs = Given.Inputs(Given.Terms(new MetricTerms("UPG", 5, 10, 100)), report: []) with
        {
            Escalations = Climbs(3), FeedRows = [Given.Day(1, "voice", "N1", ("handled", 4000)), Given.Day(1, "chat", "N1", ("handled", 2000))],
        };
        Assert.Equal((3m, 6000m, 5m), ScorecardCalculator.Calculate(inputs).Metric("UPG") is var u ? (u.Numerator, u.Denominator, u.Value) : default);
    }

    [Fact]
    public void A_blank_required_field_is_not_delivered_never_zero()
    {
        var sl20 = Measure(
            "SL20",
            Given.Day(1, "voice", "N1", ("offered", 600), ("short_abandon", 20), ("answered_20s", 470)),
            Given.Day(2, "voice", "N1", ("offered", 440), ("short_abandon", 20)));

        Assert.Equal(MetricStatus.NotDelivered, sl20.Status);
        Assert.Equal((0m, 4, 0m), (sl20.Score, sl20.Points, sl20.HalfWidth));
        Assert.Null(sl20.Value);
    }

    [Fact]
    public void A_field_that_belongs_to_another_channel_may_stay_blank()
    {
        var sl20 = Measure(
            "SL20",
            Given.Day(1, "voice", "N1", ("offered", 100), ("short_abandon", 0), ("answered_20s", 80)),
            Given.Day(1, "chat", "N1", ("sessions", 40), ("first_reply_30s", 38)));

        Assert.Equal(80m, sl20.Value);
    }

    [Fact]
    public void A_delivered_zero_is_no_data()
    {
        var csat = Measure("CSAT", Given.Day(1, "voice", "N1", ("responses", 0), ("satisfied", 0)));

        Assert.Equal(MetricStatus.NoData, csat.Status);
        Assert.Null(csat.Score);
        Assert.Null(csat.Points);
    }

    [Fact]
    public void A_voice_metric_is_not_contracted_where_only_chats_are()
    {
        var chats = Given.Contract with { Channels = new HashSet<Channel> { Channel.Chat } };

        var sl20 = Measure("SL20", chats, Given.Day(1, "chat", "N1", ("sessions", 40), ("first_reply_30s", 38)));

        Assert.Equal(MetricStatus.NotContracted, sl20.Status);
    }

    [Theory]
    [InlineData(99, MetricStatus.NoData)]
    [InlineData(100, MetricStatus.Scored)]
    public void Fewer_than_a_hundred_rounds_are_no_data(int rounds, MetricStatus status) =>
        Assert.Equal(status, Measure("RR3", Given.Day(1, "chat", "N1", ("rounds", rounds), ("rounds_3m", 90))).Status);

    [Fact]
    public void More_staff_on_one_day_does_not_make_good_for_fewer_on_another()
    {
        var staff = Measure(
            "STAFF",
            Given.Day(1, "voice", "N1", ("staffed_h", 90), ("required_h", 80)),
            Given.Day(2, "voice", "N1", ("staffed_h", 70), ("required_h", 80)));

        Assert.Equal((150m, 160m), (staff.Numerator, staff.Denominator));
    }

    [Fact]
    public void An_outage_repeated_over_outlets_counts_once()
    {
        var oneChannel = Given.Contract with { Channels = new HashSet<Channel> { Channel.Voice, Channel.Chat } };

        var avl = Measure(
            "AVL",
            oneChannel,
            Given.Day(1, "voice", "N1", ("outage_min", 30)),
            Given.Day(1, "voice", "N2", ("outage_min", 30)),
            Given.Day(1, "chat", "N1", ("outage_min", 10)),
            Given.Day(2, "voice", "N1", ("outage_min", 5)));

        Assert.Equal((52_035m, 52_080m), (avl.Numerator, avl.Denominator));
    }

    [Fact]
    public void Attrition_is_leavers_over_the_mean_headcount()
    {
        var atr = Measure(
            "ATR",
            Given.Monthly("N1", ("hc_start", 40), ("hc_end", 44), ("hc_leave", 3)),
            Given.Monthly("N2", ("hc_start", 20), ("hc_end", 16), ("hc_leave", 1)));

        Assert.Equal((4m, 60m), (atr.Numerator, atr.Denominator));
        Assert.Equal(6.6667m, Math.Round(atr.Value!.Value, 4));
    }

    [Fact]
    public void Escalations_are_counted_per_ten_thousand_handled()
    {
        var upg = Measure("UPG", Given.Day(1, "voice", "N1", ("escalated", 15), ("handled", 24_000)));

        Assert.Equal(6.25m, upg.Value);
        Assert.Equal(90m, upg.Score);
    }

    [Fact]
    public void The_first_source_with_data_scores_and_the_other_stands_beside_it()
    {
        var terms = Given.Terms(new MetricTerms("UPG", 5, 10, 100));
        var rows = new[] { Given.Day(1, "voice", "N1", ("escalated", 15), ("handled", 24_000)) };

        var upg = ScorecardCalculator.Calculate(Given.Inputs(terms, report: rows) with { Escalations = Climbs(24) }).Metric("UPG");

        Assert.Equal((Provenance.Portal, 10m), (upg.Source, upg.Value));
        var other = Assert.Single(upg.Others);
        Assert.Equal((Provenance.Report, 6.25m), (other.Source, other.Value));
    }

    private static List<EscalationFact> Climbs(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new EscalationFact(Guid.NewGuid(), $"WT-{i}", "N1", new DateTimeOffset(2026, 3, 1 + (i % 27), 4, 0, 0, TimeSpan.Zero)))];
}
