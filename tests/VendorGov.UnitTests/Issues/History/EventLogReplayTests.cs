using VendorGov.Domain.Issues;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Obligations;
using Xunit;
using static VendorGov.UnitTests.Issues.History.Log;

namespace VendorGov.UnitTests.Issues.History;

public sealed class EventLogReplayTests
{
    [Fact]
    public void The_first_row_in_another_state_than_new_acknowledges_at_its_event_time()
    {
        var history = Replay(Row("New", "1/3/2016 09:05"), Row("New", "1/3/2016 09:20"), Row("Active", "1/3/2016 10:00"));

        Assert.Equal(
            [new(ClockCue.Start, Utc("2016-03-01 09:00")), new(ClockCue.Stop, Utc("2016-03-01 10:00"))],
            history.Clock(ObligationKind.Acknowledge));
        Assert.Equal(IssueState.InProgress, history.State);
    }

    [Fact]
    public void A_first_row_that_is_resolved_acknowledges_and_resolves_at_once()
    {
        var history = Replay(Row("Resolved", "1/3/2016 09:30"));

        Assert.Equal(Utc("2016-03-01 09:30"), history.Steps.First(s => s.Kind == HistoryStepKind.Acknowledged).At);
        Assert.Equal(Utc("2016-03-01 09:30"), history.Steps.First(s => s.Kind == HistoryStepKind.Resolved).At);
        Assert.Equal(IssueState.Resolved, history.State);
    }

    [Fact]
    public void Waiting_for_the_user_pauses_until_the_next_row_in_another_state()
    {
        var history = Replay(
            Row("Awaiting User Info", "1/3/2016 10:00"), Row("Awaiting User Info", "1/3/2016 11:00"),
            Row("Awaiting Vendor", "1/3/2016 12:00"), Row("Resolved", "1/3/2016 13:00"));

        Assert.Equal(
            [
                new(ClockCue.Start, Utc("2016-03-01 09:00")), new(ClockCue.Pause, Utc("2016-03-01 10:00")),
                new(ClockCue.Resume, Utc("2016-03-01 12:00")), new(ClockCue.Stop, Utc("2016-03-01 13:00")),
            ],
            history.Clock(ObligationKind.Resolve));
    }

    [Theory]
    [InlineData("Awaiting Problem")]
    [InlineData("Awaiting Vendor")]
    [InlineData("Awaiting Evidence")]
    public void The_other_awaiting_states_run(string state)
    {
        var history = Replay(Row(state, "1/3/2016 10:00"));

        Assert.DoesNotContain(history.Clock(ObligationKind.Resolve), moment => moment.Cue == ClockCue.Pause);
        Assert.Equal(IssueState.InProgress, history.State);
    }

    [Fact]
    public void Closing_a_resolved_incident_does_not_resolve_it_again()
    {
        var history = Replay(
            Row("Active", "1/3/2016 10:00"), Row("Resolved", "2/3/2016 10:00"), Row("Closed", "9/3/2016 10:00"));

        var stop = Assert.Single(history.Clock(ObligationKind.Resolve), moment => moment.Cue == ClockCue.Stop);
        Assert.Equal(Utc("2016-03-02 10:00"), stop.At);
        Assert.Equal(Utc("2016-03-09 10:00"), history.Steps.First(s => s.Kind == HistoryStepKind.Closed).At);
        Assert.Equal(IssueState.Closed, history.State);
    }

    [Fact]
    public void A_later_row_in_another_state_reopens_and_the_acknowledgement_stands()
    {
        var history = Replay(
            Row("Resolved", "1/3/2016 10:00"), Row("Awaiting User Info", "2/3/2016 10:00"), Row("Resolved", "3/3/2016 10:00"));

        Assert.Equal(
            [ClockCue.Start, ClockCue.Stop, ClockCue.Reopen, ClockCue.Pause, ClockCue.Resume, ClockCue.Stop],
            history.Clock(ObligationKind.Resolve).Select(moment => moment.Cue));
        Assert.Equal(2, history.Clock(ObligationKind.Acknowledge).Count);
    }

    [Fact]
    public void Rows_run_by_event_time_and_within_a_minute_in_file_order()
    {
        var history = Replay(
            Row("Resolved", "1/3/2016 12:00"), Row("Active", "1/3/2016 10:00"),
            Row("Awaiting User Info", "1/3/2016 10:00"), Row("Active", "1/3/2016 11:00"));

        Assert.Equal(
            [
                HistoryStepKind.Opened, HistoryStepKind.Acknowledged, HistoryStepKind.WaitingStarted,
                HistoryStepKind.WaitingEnded, HistoryStepKind.Resolved,
            ],
            history.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void Identical_rows_count_once()
    {
        var row = Row("Active", "1/3/2016 10:00");

        Assert.Single(EventLogReplay.InOrder(Read(row, row, row).Rows));
    }

    [Fact]
    public void Vendor_and_outlet_are_those_of_the_last_row_that_names_one_and_severity_is_the_last()
    {
        var history = Replay(
            Row("Active", "1/3/2016 10:00", vendor: "70", outlet: "1", priority: "3"),
            Row("Active", "1/3/2016 11:00", vendor: "24", outlet: "?", priority: "2"),
            Row("Closed", "1/3/2016 12:00", vendor: "?", outlet: "?", priority: "1"));

        Assert.Equal(("24", "1", Severity.S1), (history.Vendor, history.Outlet, history.Severity));
    }

    [Fact]
    public void An_incident_whose_rows_name_no_vendor_has_none()
    {
        Assert.Null(Replay(Row("Closed", "1/3/2016 12:00", vendor: "?")).Vendor);
    }

    [Fact]
    public void A_file_with_only_later_rows_continues_the_incident()
    {
        var known = Read(Row("New", "1/3/2016 09:05"), Row("Active", "1/3/2016 10:00")).Rows;
        var later = Read(Row("Resolved", "1/3/2016 14:00")).Rows;

        var history = EventLogReplay.Replay(EventLogReplay.Join(known, later));

        Assert.Equal(IssueState.Resolved, history.State);
        Assert.Equal(Utc("2016-03-01 10:00"), history.Steps.First(s => s.Kind == HistoryStepKind.Acknowledged).At);
    }

    [Fact]
    public void A_file_that_repeats_the_known_rows_decides_their_order_within_a_minute()
    {
        var known = Read(Row("Active", "1/3/2016 10:00"), Row("Closed", "1/3/2016 12:00")).Rows;
        var repeated = Read(
            Row("Active", "1/3/2016 10:00"), Row("Awaiting User Info", "1/3/2016 12:00"), Row("Closed", "1/3/2016 12:00")).Rows;

        Assert.Equal(
            [LogState.InProgress, LogState.WaitingOnBuyer, LogState.Closed],
            EventLogReplay.Join(known, repeated).Select(row => row.State));
    }
}
