using VendorGov.Domain.Calendars;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using Xunit;
using static VendorGov.UnitTests.Obligations.Times;

namespace VendorGov.UnitTests.Obligations;

/// <summary>SLA semantics 1.4 and 1.3: edited calendars move open clocks by an event; windows may be of some outlets only.</summary>
public sealed class CalendarMoveTests
{
    private static readonly OutletId Outlet = OutletId.New();
    private static readonly ObligationOwner Owner = new(TenantId.New(), VendorId.New(), ContractId.New(), Outlet);
    private static readonly BusinessCalendar Days = BusinessCalendar.Compile(DefaultCalendars.WeekdaysOnly("Asia/Shanghai", "08:00", "18:00"));
    private static readonly CalendarVersionId Second = CalendarVersionId.New();

    /// <summary>The second version closes Tuesday the 3rd of March 2026.</summary>
    private static readonly BusinessCalendar Edited = BusinessCalendar.Compile(
        Days.Definition with { Exceptions = [new CalendarException(new DateOnly(2026, 3, 3), [])] });

    private static readonly ClockFaces Before = new(Days, Days, []);
    private static readonly ClockFaces After = new(
        Days, Days, [], [new(ClockCalendar.Service, Second, Edited), new(ClockCalendar.Office, Second, Edited)]);

    private static readonly DateTimeOffset Monday = At("2026-03-02 16:00");

    [Fact]
    public void An_open_clock_runs_on_by_the_new_version_and_says_so()
    {
        var clock = Start(Target.BusinessHours(6), Before);
        Assert.Equal(At("2026-03-03 12:00"), clock.DueAt);

        Assert.True(clock.MoveCalendar(Monday.AddHours(1), After, Monday.AddHours(1)));

        Assert.Equal(At("2026-03-04 12:00"), clock.DueAt);
        Assert.Equal((ClockEventKind.MoveCalendar, Second.Value), (clock.Events[^1].Kind, clock.Events[^1].MovedTo!.Value));
        Assert.False(clock.MoveCalendar(Monday.AddHours(2), After, Monday.AddHours(2)));
        Assert.Contains(clock.Explain(After, At("2026-03-04 12:00")), s => s.Kind == SegmentKind.Closed && s.To == At("2026-03-04 08:00"));
    }

    [Fact]
    public void A_decided_clock_and_one_that_runs_around_the_clock_stay()
    {
        var decided = Start(Target.BusinessHours(6), Before);
        decided.Stop(Monday.AddHours(1), Before, Monday.AddHours(1));
        var always = Start(Target.Hours(24), Before);

        Assert.False(decided.MoveCalendar(Monday.AddHours(2), After, Monday.AddHours(2)));
        Assert.False(always.MoveCalendar(Monday.AddHours(2), After, Monday.AddHours(2)));
        decided.Refresh(After, At("2026-03-20 10:00"));
        Assert.Equal((ClockState.Met, At("2026-03-03 12:00")), (decided.State, decided.DueAt!.Value));
    }

    [Fact]
    public void What_is_reopened_after_the_edit_runs_on_by_the_new_version()
    {
        var clock = Start(Target.BusinessHours(6), Before);
        clock.Stop(Monday.AddHours(1), Before, Monday.AddHours(1));

        clock.Reopen(At("2026-03-02 17:30"), After, At("2026-03-02 17:30"));

        Assert.Equal(ClockEventKind.MoveCalendar, clock.Events[^1].Kind);
        Assert.Equal(At("2026-03-04 12:30"), clock.DueAt);
    }

    [Fact]
    public void A_clock_that_begins_after_the_edit_counts_by_the_new_version_though_its_terms_name_the_old_one()
    {
        var hours = Start(Target.BusinessHours(6), After);
        var days = Start(Target.WorkingDays(1), After);

        Assert.Equal(At("2026-03-04 12:00"), hours.DueAt);
        Assert.Equal(At("2026-03-04 18:00"), days.DueAt);
        Assert.Equal(Second.Value, hours.Events[0].MovedTo);
        hours.Refresh(After, Monday.AddHours(1));
        Assert.Equal(At("2026-03-04 12:00"), hours.DueAt);
    }

    [Fact]
    public void A_severity_that_is_lowered_after_the_edit_counts_by_the_new_version()
    {
        var clock = Start(Target.BusinessHours(1), Before);

        clock.Retarget(Target.BusinessHours(6), raised: false, Monday.AddMinutes(30), After, Monday.AddMinutes(30));

        Assert.Equal(At("2026-03-04 12:00"), clock.DueAt);
    }

    [Fact]
    public void An_exempt_window_of_one_outlet_does_not_extend_the_clocks_of_another()
    {
        var faces = Before.With(At("2026-03-03 08:00"), At("2026-03-03 10:00"), [Outlet.Value]);
        var other = Obligation.Start(Owner with { Outlet = OutletId.New() }, ObligationKind.Resolve, Target.BusinessHours(6), Monday, faces, Monday);

        Assert.Equal(At("2026-03-03 14:00"), Start(Target.BusinessHours(6), faces).DueAt);
        Assert.Equal(At("2026-03-03 12:00"), other.DueAt);
        Assert.Equal(At("2026-03-03 14:00"), Start(Target.BusinessHours(6), Before.With(At("2026-03-03 08:00"), At("2026-03-03 10:00"), null)).DueAt);
    }

    private static Obligation Start(Target target, ClockFaces faces) => Obligation.Start(Owner, ObligationKind.Resolve, target, Monday, faces, Monday);
}
