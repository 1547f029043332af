using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using Xunit;
using static VendorGov.UnitTests.Staffing.Desk;

namespace VendorGov.UnitTests.Staffing;

public sealed class StaffTests
{
    private static readonly YearMonth March = new(2026, 3);

    private static Headcount Count(params Agent[] agents) => Attrition.Of(March, Contract.Id, agents.Select(a => a.Tenure));

    [Fact]
    public void A_leaver_belongs_to_the_month_of_the_last_working_day()
    {
        Agent[] team = [Hire("1"), Hire("2"), Hire("3"), Hire("4", new DateOnly(2026, 3, 1))];
        team[0].Leave(new DateOnly(2026, 3, 31), LeaveReason.Resigned, Now);
        team[1].Leave(new DateOnly(2026, 2, 28), LeaveReason.Resigned, Now);
        var heads = Count(team);
        Assert.Equal(new Headcount(March, 2, 1, 1, 2), heads);
        Assert.Equal(50m, heads.Rate);
        Assert.Equal(heads.Start + heads.Joined - heads.Left, heads.End);
    }

    [Fact]
    public void Moving_to_another_contract_is_no_leaving()
    {
        var (agent, other) = (Hire(), Sign(Contract.VendorId));
        agent.Move(other, new DateOnly(2026, 3, 16), Now);
        Assert.Equal(new Headcount(March, 1, 0, 0, 0), Count(agent));
        Assert.Equal(new Headcount(March, 0, 0, 0, 1), Attrition.Of(March, other.Id, [agent.Tenure]));
        Assert.Equal([1, 1, 0], new[] { (Contract, March), (other, March), (other, March.AddMonths(-1)) }.Select(x => Attrition.People(x.Item2, x.Item1.Id, [agent.Tenure])));
        Assert.Equal("agent-other-vendor", Assert.Throws<RuleViolationException>(
            () => agent.Move(Sign(Domain.Tenancy.VendorId.New()), March.LastDay, Now)).Rule);
    }

    [Fact]
    public void What_was_known_at_an_earlier_time_can_be_counted_again()
    {
        var agent = Hire();
        agent.Leave(new DateOnly(2026, 3, 10), LeaveReason.Dismissed, Now.AddDays(30));
        Assert.Null(agent.TenureAt(Now.AddDays(29))!.LeftOn);
        Assert.Equal(new DateOnly(2026, 3, 10), agent.TenureAt(Now.AddDays(30))!.LeftOn);
        Assert.Null(agent.TenureAt(Now.AddSeconds(-1)));
    }

    [Fact]
    public void A_team_that_loses_more_each_month_or_is_mostly_new_is_unstable()
    {
        Headcount[] months = [.. new[] { 1, 2, 3, 4 }.Select((left, i) => new Headcount(new YearMonth(2026, 1 + i), 50, left, left, 50))];
        Assert.Equal([StabilityWarning.Rising, StabilityWarning.ManyNewcomers], Attrition.Warnings(months, 8, 20));
        Assert.Equal([StabilityWarning.AboveMinimum], Attrition.Warnings(months[3..], 7.9m, 19));
        Assert.Empty(Attrition.Warnings(months[..2], 8, 0));
    }

    [Theory]
    [InlineData(2026, 3, 31, TenureBand.UnderAMonth)]
    [InlineData(2026, 4, 1, TenureBand.UnderThreeMonths)]
    [InlineData(2026, 6, 1, TenureBand.UnderHalfAYear)]
    [InlineData(2027, 2, 28, TenureBand.UnderAYear)]
    [InlineData(2027, 3, 1, TenureBand.Longer)]
    public void Tenure_is_counted_in_calendar_months(int year, int month, int day, TenureBand band) =>
        Assert.Equal(band, Attrition.BandOf(new DateOnly(2026, 3, 1), new DateOnly(year, month, day)));

    [Fact]
    public void One_day_of_contacts_without_a_certificate_costs_the_agent_the_month()
    {
        var (certified, lapsed) = (Hire("1"), Hire("2"));
        var certificate = new Certificate(lapsed, CertificateKind.Contacts, "上岗证", new(2026, 1, 1), new(2026, 3, 9), "陈屿", Now);
        var month = Certification.Of(
            [
                new ContactDays("1", certified.Id, new HashSet<DateOnly> { new(2026, 3, 9), new(2026, 3, 10) }),
                new ContactDays("2", lapsed.Id, new HashSet<DateOnly> { new(2026, 3, 9), new(2026, 3, 10) }),
                new ContactDays("9999", null, new HashSet<DateOnly> { new(2026, 3, 9) }),
            ],
            (id, day) => id == certified.Id || certificate.IsValidOn(day));
        Assert.Equal((3, 1), (month.OnContacts, month.Certified));
        Assert.Equal(["2", "9999"], month.Violations.Select(v => v.Number));
        Assert.Equal([new DateOnly(2026, 3, 10)], month.Violations[0].Days);
    }

    [Fact]
    public void A_withdrawn_certificate_held_until_it_was_withdrawn()
    {
        var certificate = new Certificate(Hire(), CertificateKind.Contacts, "上岗证", new(2026, 1, 1), new(2026, 12, 31), "陈屿", Now);
        certificate.Withdraw(new DateOnly(2026, 3, 5), "复检不合格", "周敏", Now.AddDays(3));
        Assert.True(certificate.IsValidOn(new DateOnly(2026, 3, 4)));
        Assert.False(certificate.IsValidOn(new DateOnly(2026, 3, 5)));
        Assert.True(certificate.WasValidOn(new DateOnly(2026, 3, 5), Now.AddDays(2)));
        Assert.False(certificate.WasValidOn(new DateOnly(2026, 3, 4), Now.AddDays(-1)));
    }

    [Fact]
    public void A_vacancy_is_filled_in_ten_working_days_by_a_certified_agent_and_by_nobody_else()
    {
        var (leaver, successor) = (Hire("1"), Hire("2"));
        var (request, owed) = ReplacementRequest.Ask(
            Contract, new ReplacementWish(leaver.Id, Outlet, ReplacementReason.Left, null, "熟悉冷链件理赔"), Faces, "周敏", Now);
        Assert.Equal(new DateOnly(2026, 3, 16), BusinessCalendar.Compile(DefaultCalendars.ChinaOffice).LocalDate(owed.DueAt!.Value));
        var later = Now.AddDays(10);
        Assert.Equal("replacement-uncertified", Rule(() => request.Fill(successor, [], Monday.AddDays(10), owed, Faces, "陈屿", later)));
        Assert.Equal("replacement-agent", Rule(() => request.Fill(leaver, [], Monday.AddDays(10), owed, Faces, "陈屿", later)));
        var certificate = new Certificate(successor, CertificateKind.Contacts, "上岗证", Monday, Monday.AddYears(1), "陈屿", Now);
        request.Fill(successor, [certificate], Monday.AddDays(10), owed, Faces, "陈屿", later);
        Assert.Equal((ReplacementState.Filled, ClockState.Met), (request.State, owed.State));
        Assert.Equal("replacement-closed", Rule(() => request.Withdraw("不再需要", owed, Faces, later)));
    }

    [Fact]
    public void A_forecast_is_judged_half_hour_by_half_hour()
    {
        var place = new RequirementPlace(Contract, Outlet, Domain.Contracts.Channel.Voice, Monday.AddDays(20));
        int[] volumes = new int[HalfHours.PerDay], came = new int[HalfHours.PerDay];
        (volumes[20], volumes[21], came[20], came[21]) = (100, 40, 80, 60);
        var day = RequirementDay.Computed(place, volumes, new StaffAssumption(180), "周敏", Now);
        day.Compare(came);
        Assert.Equal((14, 7), (day.Required[20], day.Required[21]));
        var error = ForecastError.Of([day]);
        Assert.Equal((140, 140, 40), (error.Expected, error.Came, error.Gap));
        Assert.Equal((28.57m, 0m), (Math.Round(error.Percent!.Value, 2), error.Bias!.Value));
        Assert.False(day.IsLate(Faces.Office));
        Assert.True(RequirementDay.Computed(place with { Date = Monday.AddDays(11) }, volumes, new StaffAssumption(180), "周敏", Now).IsLate(Faces.Office));
    }

    private static string Rule(Action act) => Assert.Throws<RuleViolationException>(act).Rule;
}
