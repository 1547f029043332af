using VendorGov.Domain.Calendars;
using VendorGov.Domain.Obligations;
using Xunit;
using static VendorGov.Domain.Obligations.ClockEventKind;
using static VendorGov.UnitTests.Obligations.Times;

namespace VendorGov.UnitTests.Obligations;

public sealed class ClockTests
{
    private static readonly DateTimeOffset T0 = At("2026-07-06 00:00");

    private static readonly BusinessCalendar Always = BusinessCalendar.Always;

    [Fact]
    public void Four_working_hours_from_Friday_afternoon_end_on_Monday_morning() =>
        Assert.Equal(At("2026-07-06 10:30"), Office.Add(At("2026-07-03 16:00"), Hours(4)));

    [Theory]
    [InlineData("2026-07-03 16:00", 1, "2026-07-06 18:00")]
    [InlineData("2026-09-30 10:00", 2, "2026-10-09 18:00")]
    [InlineData("2026-09-30 10:00", 3, "2026-10-10 18:00")]
    [InlineData("2026-10-03 10:00", 1, "2026-10-08 18:00")]
    public void A_day_target_ends_at_the_close_of_the_Nth_working_day_with_holidays_and_make_up_days(string start, int days, string due)
    {
        var ticks = TargetResolution.Ticks(Target.WorkingDays(days), At(start), Office);

        Assert.Equal(At(due), Office.Add(At(start), ticks));
    }

    [Fact]
    public void Seven_calendar_days_end_at_midnight_of_the_seventh_day_holiday_or_not()
    {
        var ticks = TargetResolution.Ticks(Target.CalendarDays(7), At("2026-09-29 15:40"), Office);

        Assert.Equal(At("2026-10-07 00:00"), Always.Add(At("2026-09-29 15:40"), ticks));
    }

    [Fact]
    public void Reopening_continues_the_clock_without_the_time_spent_resolved()
    {
        ClockEvent[] reopened = [Event(Start, T0), Event(Stop, T0.AddHours(3)), Event(Reopen, T0.AddHours(10))];

        var open = Read(Always, Hours(8), T0.AddHours(11), reopened);
        var done = Read(Always, Hours(8), T0.AddDays(9), [.. reopened, Event(Stop, T0.AddHours(14))]);

        Assert.Equal((ClockState.Running, T0.AddHours(15)), (open.State, open.DueAt!.Value));
        Assert.Equal((ClockState.Met, Hours(7)), (done.State, done.ElapsedTicks));
    }

    [Fact]
    public void A_recorded_miss_is_never_erased_by_reopening()
    {
        ClockEvent[] missed = [Event(Start, T0), Event(Stop, T0.AddHours(9)), Event(Reopen, T0.AddHours(20))];

        Assert.Equal(ClockState.Breached, Read(Always, Hours(8), T0.AddHours(20), missed).State);
        Assert.Equal(ClockState.Missed, Read(Always, Hours(8), T0.AddHours(22), [.. missed, Event(Stop, T0.AddHours(21))]).State);
        Assert.Equal(
            T0.AddHours(8), Read(Always, Hours(8), T0.AddHours(22), [.. missed, Event(Relax, T0.AddHours(21), Hours(99))]).DueAt);
    }

    [Theory]
    [InlineData(4, 2, 6)]
    [InlineData(23, 2, 24)]
    public void A_raised_severity_takes_the_earlier_of_old_due_and_change_plus_new_target(int change, int target, int due)
    {
        var reading = Read(
            Always, Hours(24), T0.AddHours(change), Event(Start, T0), Event(Tighten, T0.AddHours(change), Hours(target), Always));

        Assert.Equal(T0.AddHours(due), reading.DueAt);
    }

    [Fact]
    public void A_raised_severity_may_change_the_calendar_too()
    {
        // 4 business hours from Friday 16:00 are due on Monday 10:30; at 17:00 the target becomes 2 hours around the clock.
        var start = At("2026-07-03 16:00");
        var reading = Read(Office, Hours(4), start.AddHours(1), Event(Start, start), Event(Tighten, start.AddHours(1), Hours(2), Always));

        Assert.Equal(At("2026-07-03 19:00"), reading.DueAt);
    }

    [Fact]
    public void A_lowered_severity_counts_from_the_start_and_keeps_every_pause()
    {
        var reading = Read(
            Always, Hours(4), T0.AddHours(4), Event(Start, T0), Event(Pause, T0.AddHours(1)), Event(Resume, T0.AddHours(3)),
            Event(Relax, T0.AddHours(3.5), Hours(24), Always));

        Assert.Equal((T0.AddHours(26), ClockState.Running), (reading.DueAt!.Value, reading.State));
    }

    [Fact]
    public void A_clock_that_is_missed_already_stays_missed_when_severity_is_lowered()
    {
        var reading = Read(Always, Hours(4), T0.AddHours(6), Event(Start, T0), Event(Relax, T0.AddHours(5), Hours(24), Always));

        Assert.Equal((T0.AddHours(4), ClockState.Breached), (reading.DueAt!.Value, reading.State));
    }

    [Fact]
    public void An_open_clock_moves_to_an_edited_calendar_from_the_day_of_the_edit_on()
    {
        var saturday = BusinessCalendar.Compile(DefaultCalendars.ChinaOffice with
        {
            Exceptions = [.. DefaultCalendars.ChinaOffice.Exceptions!, new CalendarException(new DateOnly(2026, 7, 4), [["09:00", "12:00"]])],
        });
        var reading = Read(
            Office, Hours(4), At("2026-07-04 08:00"), Event(Start, At("2026-07-03 16:00")),
            Event(MoveCalendar, At("2026-07-04 00:00"), calendar: saturday));

        Assert.Equal(At("2026-07-04 11:00"), reading.DueAt);
    }

    [Fact]
    public void A_confirmed_pause_counts_from_the_ask_and_withdraws_the_miss_in_between()
    {
        ClockEvent[] asked = [Event(Start, T0), Event(AskPause, T0.AddHours(6))];

        var waiting = Read(Always, Hours(8), T0.AddHours(9), asked);
        var confirmed = Read(Always, Hours(8), T0.AddHours(11), [.. asked, Event(ConfirmPause, T0.AddHours(10))]);
        var resumed = Read(
            Always, Hours(8), T0.AddHours(12), [.. asked, Event(ConfirmPause, T0.AddHours(10)), Event(Resume, T0.AddHours(12))]);

        Assert.Equal((ClockState.Breached, true), (waiting.State, waiting.Provisional));
        Assert.Equal((ClockState.Paused, Hours(6)), (confirmed.State, confirmed.ElapsedTicks));
        Assert.Null(confirmed.DueAt);
        Assert.Equal(T0.AddHours(14), resumed.DueAt);
    }

    [Fact]
    public void A_refused_ask_makes_the_miss_final_and_an_ask_after_the_miss_changes_nothing()
    {
        var refused = Read(
            Always, Hours(8), T0.AddHours(10), Event(Start, T0), Event(AskPause, T0.AddHours(6)), Event(RefusePause, T0.AddHours(9)));
        var late = Read(
            Always, Hours(8), T0.AddHours(12), Event(Start, T0), Event(AskPause, T0.AddHours(9)), Event(ConfirmPause, T0.AddHours(10)));

        Assert.Equal((ClockState.Breached, false), (refused.State, refused.Provisional));
        Assert.Equal((ClockState.Breached, T0.AddHours(8)), (late.State, late.DueAt!.Value));
    }

    [Fact]
    public void An_explanation_adds_up_to_the_target_at_the_due_instant()
    {
        var start = At("2026-07-03 16:00");
        (DateTimeOffset From, DateTimeOffset To)[] windows = [(At("2026-07-06 09:00"), At("2026-07-06 10:00"))];

        var segments = ClockExplanation.Explain([Event(Start, start)], Hours(4), Office, windows, start);

        Assert.Equal(Hours(4), segments[^1].TotalTicks);
        Assert.Equal(At("2026-07-06 11:30"), segments[^1].To);
        Assert.Contains(segments, s => s.Kind == SegmentKind.Exempt && s.CountedTicks == 0);
        Assert.Contains(segments, s => s.Kind == SegmentKind.Closed);
        Assert.All(segments.Skip(1).Zip(segments), p => Assert.Equal(p.Second.To, p.First.From));
    }
}
