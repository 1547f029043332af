using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using Xunit;
using static VendorGov.UnitTests.Staffing.Desk;

namespace VendorGov.UnitTests.Staffing;

public sealed class CoverageTests
{
    private static StaffHours HoursOf(RequirementFact[] needs, params AgentDayFact[] agents) =>
        Assert.Single(Coverage.Of(agents, needs)).Hours(DayMask.None);

    [Fact]
    public void Too_many_at_noon_do_not_make_up_for_nobody_at_night()
    {
        var hours = HoursOf([Need(1, "12:00-13:00"), Need(1, "20:00-21:00")], Day("12:00-13:00", "12:00-13:00"), Day("12:00-13:00", "12:00-13:00"));
        Assert.Equal((2m, 1m), (hours.Required, hours.Staffed));
    }

    [Fact]
    public void What_several_outlets_ask_for_is_asked_of_one_desk()
    {
        var hours = HoursOf([Need(1, "09:00-10:00"), Need(2, "09:00-10:00")], Day("09:00-10:00", "09:00-10:00"));
        Assert.Equal((3m, 1m), (hours.Required, hours.Staffed));
    }

    [Fact]
    public void Ten_minutes_late_cost_ten_minutes_and_staying_longer_adds_nothing()
    {
        var hours = HoursOf([], Day("09:00-12:00", "09:10-12:30"));
        Assert.Equal(3m, hours.Scheduled);
        Assert.Equal(170 / 60m, hours.Adherent);
    }

    [Fact]
    public void A_declared_recovery_break_takes_nothing_from_adherence_but_nobody_sits_there()
    {
        var hours = HoursOf([Need(1, "09:00-10:00")], Day("09:00-10:00", "09:00-10:00", breaks: "09:30-09:45"));
        Assert.Equal((0.75m, 0.75m), (hours.Scheduled, hours.Adherent));
        Assert.Equal(0.75m, hours.Staffed);
    }

    [Fact]
    public void Nobody_said_who_was_there_is_not_the_same_as_nobody_was_there()
    {
        Assert.False(Assert.Single(Coverage.Of([Day("09:00-10:00", null)], [])).HasPresence);
        Assert.True(Assert.Single(Coverage.Of([Day("09:00-10:00", "")], [])).HasPresence);
    }

    [Fact]
    public void An_exempt_half_hour_asks_for_nobody()
    {
        var china = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var from = new DateTimeOffset(2026, 3, 2, 9, 10, 0, TimeSpan.FromHours(8));
        var exempt = Coverage.Exempt(Monday, china, [(from, from.AddMinutes(30))]);
        Assert.Equal("09:00-10:00", exempt.ToString());
        Assert.Equal(1m, Assert.Single(Coverage.Of([], [Need(1, "08:00-10:00")])).Hours(exempt).Required);
        Assert.Equal(DayMask.All, Coverage.Exempt(Monday.AddDays(1), china, [(from, from.AddDays(5))]));
    }

    [Theory]
    [InlineData("08:00-12:00,13:00-17:00", "08:00-12:00, 13:00-17:00", "")]
    [InlineData("8:00~12:00；13:00至17:30", "08:00-12:00, 13:00-17:30", "")]
    [InlineData("22:00-06:00", "22:00-24:00", "00:00-06:00")]
    [InlineData("00:00-24:00", "00:00-24:00", "")]
    [InlineData("休", "", "")]
    public void Shifts_are_read_as_people_write_them(string text, string day, string next)
    {
        Assert.True(ShiftText.TryParse(text, out DayMask today, out DayMask tomorrow));
        Assert.Equal((day, next), (today.ToString(), tomorrow.ToString()));
    }

    [Theory]
    [InlineData("08:15-12:00")]
    [InlineData("08:00")]
    [InlineData("25:00-26:00")]
    [InlineData("08:00-12:00-13:00")]
    [InlineData("24:00-08:00")]
    public void What_is_no_shift_is_refused(string text) => Assert.False(ShiftText.TryParse(text, out DayMask _, out DayMask _));

    [Fact]
    public void Spans_that_overlap_count_once()
    {
        var spans = DaySpans.Of([(540, 600), (590, 630), (700, 700)]);
        Assert.Equal(("540-630", 90), (spans.Text, spans.TotalMinutes));
        Assert.Equal(spans, DaySpans.Kept(spans.Text));
    }

    [Fact]
    public void A_half_hour_that_has_begun_stays_as_it_was_planned()
    {
        var day = new AgentDay(Hire(), Monday, Channel.Voice, "邵宁", Now);
        day.Plan(Shift("08:00-12:00"), Channel.Voice, begun: 0);
        day.Plan(Shift("10:00-14:00"), Channel.Voice, begun: 18);
        Assert.Equal("08:00-09:00, 10:00-14:00", day.Scheduled.ToString());
    }

    [Fact]
    public void A_check_out_that_was_forgotten_counts_to_the_end_of_the_planned_day()
    {
        var day = new AgentDay(Hire(), Monday, Channel.Voice, "邵宁", Now);
        day.Plan(Shift("08:00-12:00"), Channel.Voice, begun: 0);
        day.CheckIn(485);
        Assert.Equal("08:05-09:00", day.Fact(540).Present!.ToString());
        Assert.Equal("08:05-12:00", day.Fact(HalfHours.MinutesPerDay).Present!.ToString());
        Assert.Equal("checked-in", Assert.Throws<RuleViolationException>(() => day.CheckIn(500)).Rule);
        day.BeginBreak(520);
        day.CheckOut(530);
        Assert.Equal(("08:05-08:50", "08:40-08:50"), (day.Present!.ToString(), day.Breaks!.ToString()));
    }

    [Fact]
    public void A_correction_of_the_past_stands_beside_what_it_corrects()
    {
        var day = new AgentDay(Hire(), Monday, Channel.Voice, "邵宁", Now);
        var corrected = day.Successor("陈屿", Now.AddDays(2));
        corrected.Report(There("08:00-09:00"), DaySpans.None);
        Assert.Equal((1, 2, Now.AddDays(2)), (day.Revision, corrected.Revision, day.SupersededAt));
        Assert.Null(day.Present);
    }
}
