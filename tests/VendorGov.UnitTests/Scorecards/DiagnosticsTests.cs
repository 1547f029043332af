using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.UnitTests.Documents;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class DiagnosticsTests
{
    private static readonly DateTimeOffset Done = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
    private static readonly ScorecardContent Empty = SampleScorecard.Create() with { Obligations = [], ReportRows = [], FeedRows = null };

    /// <summary>15, 20, 35, 40, 50: the nearest-rank example of the 30th, 40th, 50th and 100th percentile (20, 20, 35, 50).</summary>
    [Fact]
    public void Median_and_90th_percentile_are_values_that_occurred()
    {
        var content = Empty with { Obligations = [.. new long[] { 35, 20, 50, 15, 40 }.Select(s => Took(s, 40))] };

        var times = Assert.Single(Diagnostics.OfObligations(content));

        Assert.Equal((5, 35L, 50L), (times.Count, times.Median, times.P90));
        Assert.Equal([0, 2, 0, 2, 1], times.Parts);
    }

    [Fact]
    public void What_is_still_open_or_left_out_is_not_counted()
    {
        var content = Empty with
        {
            Obligations = [Took(60, 60), Took(60, 60) with { StoppedAt = null }, Took(60, 60) with { Counted = false, Excluded = ExclusionReason.Waived }],
        };

        Assert.Equal([0, 0, 0, 1, 0], Assert.Single(Diagnostics.OfObligations(content)).Parts);
    }

    [Fact]
    public void Averages_are_sums_over_sums_and_the_feed_comes_before_the_report()
    {
        var content = Empty with
        {
            ReportRows =
            [
                Given.Day(2, "Voice", "D-01", ("wait_s", 900), ("answered", 100), ("offered", 120), ("abandoned", 20), ("short_abandon", 8)),
                Given.Day(3, "Voice", "D-01", ("wait_s", 300), ("answered", 300)),
            ],
            FeedRows = [Given.Day(2, "Voice", "D-01", ("talk_s", 1000), ("hold_s", 100), ("acw_s", 400), ("answered", 10), ("wait_s", 55))],
        };

        var found = Diagnostics.OfContacts(content).ToDictionary(d => d.Code);

        Assert.Equal((Provenance.Feed, 5.5m), (found["ASA"].Source, found["ASA"].Value));
        Assert.Equal((Provenance.Feed, 150m), (found["AHT"].Source, found["AHT"].Value));
        Assert.Equal((Provenance.Report, 12m / 112m * 100), (found["ABN"].Source, found["ABN"].Value));
        Assert.DoesNotContain("AFR", found.Keys);
    }

    private static ObligationFact Took(long seconds, long target) =>
        Given.Fact(ObligationKind.FirstResponse, seconds > target ? ClockState.Missed : ClockState.Met, Done) with
        {
            ElapsedSeconds = seconds, TargetSeconds = target, StoppedAt = Done,
        };
}
