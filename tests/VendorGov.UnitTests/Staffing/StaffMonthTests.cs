using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using Xunit;
using static VendorGov.UnitTests.Staffing.Desk;

namespace VendorGov.UnitTests.Staffing;

public sealed class StaffMonthTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly Agent Agent = Hire();

    private static StaffMonthInputs Inputs(AgentDay[] days, PresenceSpan[]? fed = null, (string, DateOnly)[]? contacts = null, params Certificate[] certificates) => new(
        Desk.Contract.Id, new YearMonth(2026, 3), China, Channel.Voice, "W0101", Now.AddDays(40), days, [NeedRow()], fed ?? [], contacts ?? [], [Agent], certificates, []);

    private static RequirementDay NeedRow()
    {
        var mask = Shift("09:00-11:00");
        return RequirementDay.Entered(
            new RequirementPlace(Desk.Contract, Outlet, Channel.Voice, Monday), null, [.. Enumerable.Range(0, HalfHours.PerDay).Select(i => mask[i] ? 1 : 0)], "周敏", Now);
    }

    private static AgentDay Worked(string shift, string? present)
    {
        var day = new AgentDay(Agent, Monday, Channel.Voice, "邵宁", Now);
        day.Plan(Shift(shift), Channel.Voice, 0);
        if (present is not null)
        {
            day.Report(There(present), DaySpans.None);
        }

        return day;
    }

    private static DateTimeOffset Wall(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(8));

    private static ReportFact Row(StaffMonthInputs inputs, string sheet) => Assert.Single(StaffMonth.Rows(inputs), r => r.Sheet == sheet);

    [Fact]
    public void The_portals_own_hours_stand_under_the_names_of_the_report()
    {
        var row = Row(Inputs([Worked("09:00-11:00", "09:30-11:30")]), "daily");
        Assert.Equal((2m, 1.5m, 2m, 1.5m), (row.Figures["required_h"], row.Figures["staffed_h"], row.Figures["scheduled_h"], row.Figures["adherent_h"]));
        Assert.Equal(("W0101", "voice"), (row.OutletCode, row.Channel));
    }

    [Fact]
    public void A_source_that_nobody_told_of_presence_says_nothing_about_it()
    {
        Assert.DoesNotContain(StaffMonth.Rows(Inputs([Worked("09:00-11:00", null)])), r => r.Sheet is "daily" or "feed");
    }

    [Fact]
    public void Presence_of_the_feed_is_held_against_the_portals_roster()
    {
        var row = Row(Inputs([Worked("09:00-11:00", null)], [new("1001", PresenceState.Present, null, Wall(2, 9), Wall(2, 10))]), "feed");
        Assert.Equal((1m, 2m, 1m), (row.Figures["staffed_h"], row.Figures["scheduled_h"], row.Figures["adherent_h"]));
    }

    [Fact]
    public void A_night_shift_of_the_feed_is_cut_at_local_midnight()
    {
        var days = FedPresence.Days(
            [new("1001", PresenceState.Scheduled, null, Wall(2, 22), Wall(3, 6)), new("1001", PresenceState.Present, null, Wall(2, 22, 10), Wall(3, 6))],
            China, Monday, Monday.AddDays(1), _ => Channel.Voice, _ => Agent.Id);
        Assert.Equal(["22:00-24:00", "00:00-06:00"], days.OrderBy(d => d.Date).Select(d => d.Scheduled.ToString()));
        Assert.Equal([110, 360], days.OrderBy(d => d.Date).Select(d => d.Present!.TotalMinutes));
    }

    [Fact]
    public void Contacts_of_the_feed_say_who_needed_a_certificate_and_presence_only_where_there_are_none()
    {
        var certificate = new Certificate(Agent, CertificateKind.Contacts, "上岗证", Monday, Monday.AddYears(1), "陈屿", Now);
        var there = Row(Inputs([Worked("09:00-11:00", "09:00-11:00")], certificates: certificate), "monthly");
        Assert.Equal((1m, 1m), (there.Figures["certified"], there.Figures["on_contacts"]));
        var named = Row(Inputs([Worked("09:00-11:00", "09:00-11:00")], contacts: [("1001", Monday), ("7777", Monday)], certificates: certificate), "monthly");
        Assert.Equal((1m, 2m), (named.Figures["certified"], named.Figures["on_contacts"]));
    }

    [Fact]
    public void Headcount_of_the_register_stands_beside_it()
    {
        var row = Row(Inputs([]), "monthly");
        Assert.Equal((1m, 0m, 1m), (row.Figures["hc_start"], row.Figures["hc_leave"], row.Figures["hc_end"]));
    }
}
