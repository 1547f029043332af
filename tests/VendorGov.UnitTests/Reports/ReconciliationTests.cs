using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.UnitTests.Reports;

public sealed class ReconciliationTests
{
    private static readonly OutletId East = OutletId.New();
    private static readonly OutletId West = OutletId.New();

    [Theory]
    [InlineData("offered", ToleranceKind.Percent, 2)]
    [InlineData("talk_s", ToleranceKind.Percent, 3)]
    [InlineData("new", ToleranceKind.Percent, 1)]
    [InlineData("complaints", ToleranceKind.Exact, 0)]
    [InlineData("csat", ToleranceKind.Points, 1)]
    [InlineData("headcount", ToleranceKind.Exact, 0)]
    [InlineData("qa", ToleranceKind.Points, 5)]
    public void Tolerances_are_those_of_the_customers_file(string field, ToleranceKind kind, int value) =>
        Assert.Equal(new Tolerance(kind, value), Tolerances.Of(field));

    [Theory]
    [InlineData(98, 100, true)]
    [InlineData(102, 100, true)]
    [InlineData(97.99, 100, false)]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    public void Two_percent_of_what_was_observed_is_within_and_nothing_observed_is_exact(double reported, double observed, bool within) =>
        Assert.Equal(within, new Tolerance(ToleranceKind.Percent, 2).Allows((decimal)reported, (decimal)observed));

    [Fact]
    public void A_field_is_compared_over_the_days_that_both_sides_know()
    {
        var line = Compare([Day(1, 100), Day(2, 90), Day(3, 500)], [Seen(1, 100), Seen(2, 95)]).Single();

        Assert.Equal((190m, 195m, 2, false), (line.Reported, line.Observed, line.Days, line.Within));
        Assert.Equal(new ReconciliationFact("2026-02-02", 90, 95), Assert.Single(line.Facts));
        Assert.Equal(-2.56m, Math.Round(line.Percent!.Value, 2));
    }

    [Fact]
    public void A_day_that_the_report_leaves_out_counts_against_it()
    {
        var line = Compare([Day(1, 100)], [Seen(1, 100), Seen(2, 40)]).Single();
        Assert.Equal((100m, 140m, false), (line.Reported, line.Observed, line.Within));
    }

    [Fact]
    public void What_nobody_observed_is_not_compared() => Assert.Empty(Compare([Day(1, 100)], []));

    [Fact]
    public void Satisfaction_is_compared_in_points_of_the_rate()
    {
        var said = new Dictionary<string, decimal> { ["satisfied"] = 89, ["responses"] = 100 };
        var seen = new Dictionary<string, decimal> { ["satisfied"] = 44, ["responses"] = 50 };
        var lines = ReconciliationCalculator.Compare(
            [new(East, Channel.Chat, new(2026, 2, 1), said)], [], new([new(Provenance.Feed, East, Channel.Chat, new(2026, 2, 1), seen)], []));
        var line = Assert.Single(lines);
        Assert.Equal((Tolerances.Csat, 89m, 88m, true), (line.Field, line.Reported, line.Observed, line.Within));
    }

    [Fact]
    public void Everyone_whom_presence_names_was_there_at_the_start_or_joined()
    {
        var lines = ReconciliationCalculator.Compare(
            [], [], new([], [], [new(Provenance.Feed, East, 31), new(Provenance.Feed, West, 12)]), [new(East, 31), new(West, 13)]);

        Assert.Equal([((OutletId?)East, true), (West, false)], lines.Select(l => (l.Outlet, l.Within)));
        Assert.Equal((Tolerances.Headcount, 13m, 12m), (lines[1].Field, lines[1].Reported, lines[1].Observed));
    }

    [Fact]
    public void Where_the_register_counts_heads_they_are_compared_over_the_whole_contract()
    {
        var lines = ReconciliationCalculator.Compare([], [], new([], [], [new(Provenance.Portal, null, 44)]), [new(East, 31), new(West, 12)]);

        Assert.Equal((null, 43m, 44m, false), (lines[0].Outlet, lines[0].Reported, lines[0].Observed, lines.Single().Within));
    }

    [Theory]
    [InlineData(93, 100, true)]
    [InlineData(92, 100, false)]
    [InlineData(28, 30, true)]
    public void The_vendors_pass_rate_lies_within_five_points_of_the_random_evaluations_of_the_whole_period(int passed, int scored, bool within)
    {
        ReportedDay Said(OutletId outlet, int day, decimal good) =>
            new(outlet, Channel.Voice, new(2026, 2, day), new Dictionary<string, decimal> { ["qa_passed"] = good, ["qa_reviewed"] = 50 });
        var line = ReconciliationCalculator.Compare(
            [Said(East, 1, 50), Said(West, 20, 48)], [], new([], [], Quality: new ObservedQuality(passed, scored))).Single();

        Assert.Equal((Tolerances.Quality, null, 98m, 100m * passed / scored, within), (line.Field, line.Outlet, line.Reported, line.Observed, line.Within));
        Assert.Equal([100m, 98m], line.Facts.Select(f => f.Reported));
        Assert.Equal(0, RuleVerdict.Of([line]).Single(r => r.Compared).Outlets);
    }

    [Fact]
    public void Fewer_than_thirty_evaluations_cannot_tell_five_points() =>
        Assert.Empty(ReconciliationCalculator.Compare([Day(1, 100)], [], new([], [], Quality: new ObservedQuality(20, 29))));

    [Fact]
    public void A_rule_for_which_nothing_was_observed_says_that_it_was_not_compared()
    {
        var verdicts = RuleVerdict.Of(Compare([Day(1, 100)], [Seen(1, 100)]));

        Assert.Equal(Enum.GetValues<ReconcileRule>(), verdicts.Select(v => v.Rule));
        Assert.Equal(new RuleVerdict(ReconcileRule.Calls, new(ToleranceKind.Percent, 2), 1, 1, 1), Assert.Single(verdicts, v => v.Compared));
    }

    [Fact]
    public void A_complaint_that_the_portal_saw_must_stand_in_the_report_under_one_of_its_waybills()
    {
        ObservedCase[] seen =
        [
            new(CaseKind.Complaint, East, IssueId.New(), "WT-1", ["yt 001", "YT009"]),
            new(CaseKind.Complaint, East, IssueId.New(), "WT-2", ["YT002"]),
            new(CaseKind.Emergency, West, IssueId.New(), "WT-3", ["YT003"]),
        ];
        ReportedReference[] reported =
            [new(CaseKind.Complaint, East, "YT001"), new(CaseKind.Complaint, East, "YT777"), new(CaseKind.Emergency, West, "YT003")];

        var lines = ReconciliationCalculator.Compare([], reported, new([], seen));

        Assert.Equal(("complaints", 2m, 2m, false), (lines[0].Field, lines[0].Reported, lines[0].Observed, lines[0].Within));
        Assert.Equal(("YT002", "WT-2"), (lines[0].Facts.Single().Key, lines[0].Facts.Single().Reference));
        Assert.True(lines[1].Within);
    }

    [Fact]
    public void Without_a_list_of_cases_no_fewer_may_be_counted_than_the_portal_saw()
    {
        ObservedCase[] seen = [new(CaseKind.Complaint, East, IssueId.New(), "WT-1", ["YT1"]), new(CaseKind.Complaint, West, IssueId.New(), "WT-2", ["YT2"])];
        ReportedDay[] days = [new(East, Channel.Voice, new(2026, 2, 1), new Dictionary<string, decimal> { ["complaints"] = 3 })];

        var lines = ReconciliationCalculator.Compare(days, null, new([], seen));

        Assert.Equal([(3m, true), (0m, false)], lines.Select(l => (l.Reported!.Value, l.Within)));
    }

    [Fact]
    public void The_draw_takes_thirty_tickets_and_repeats_itself()
    {
        var numbers = Enumerable.Range(1, 500).ToList();
        var first = TicketTrace.Draw(numbers, "seed");
        Assert.Equal(30, first.Distinct().Count());
        Assert.Equal(first, TicketTrace.Draw(numbers, "seed"));
        Assert.NotEqual(first, TicketTrace.Draw(numbers, "other"));
        Assert.Equal(7, TicketTrace.Draw([.. numbers.Take(7)], "seed").Count);
    }

    [Fact]
    public void Two_versions_differ_in_rows_figures_and_findings()
    {
        ReportRowKey first = new("daily", "W1", new(2026, 2, 1), Channel.Voice), second = first with { Date = new(2026, 2, 2) };
        var mended = new ReportFinding(FindingLevel.Reject, "daily", 2, "offered", "x", "not-integer", []);
        var stays = mended with { Row = 3 };

        var difference = VersionDifference.Between(
            Rows((first, new() { ["offered"] = 5, ["answered"] = 4 })),
            Rows((first, new() { ["offered"] = 7, ["answered"] = 4 }), (second, new())), [mended, stays], [stays]);

        Assert.Equal(new ChangedFigure(first, "offered", 5, 7), Assert.Single(difference.Changed));
        Assert.Equal((second, 0), (difference.Added.Single(), difference.Removed.Count));
        Assert.Equal((1, 1, 0), (difference.Mended, difference.Unmended, difference.NewFindings));
    }

    private static Dictionary<ReportRowKey, IReadOnlyDictionary<string, decimal>> Rows(
        params (ReportRowKey Key, Dictionary<string, decimal> Figures)[] rows) =>
        rows.ToDictionary(r => r.Key, r => (IReadOnlyDictionary<string, decimal>)r.Figures);

    private static IReadOnlyList<ReconciliationLine> Compare(ReportedDay[] days, ObservedDay[] seen) =>
        ReconciliationCalculator.Compare(days, [], new(seen, []));

    private static ReportedDay Day(int day, decimal offered) =>
        new(East, Channel.Voice, new(2026, 2, day), new Dictionary<string, decimal> { ["offered"] = offered });

    private static ObservedDay Seen(int day, decimal offered) =>
        new(Provenance.Feed, East, Channel.Voice, new(2026, 2, day), new Dictionary<string, decimal> { ["offered"] = offered });
}
