using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Reports;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("2026-03", "2026-03-01", "2026-03-31")]
    [InlineData("2026-W10", "2026-03-02", "2026-03-08")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2027-W01", "2027-01-04", "2027-01-10")]
    public void A_month_and_an_ISO_week_are_read_and_written_alike(string text, string first, string last)
    {
        Assert.True(ReportPeriod.TryParse(text, out var period));
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), (period.FirstDay, period.LastDay));
        Assert.Equal(text, period.ToString());
        Assert.Equal(period, ReportPeriod.Of(period.Rhythm, period.LastDay));
    }

    [Theory]
    [InlineData("2026-W00")]
    [InlineData("2027-W53")]
    [InlineData("2026-w10")]
    [InlineData("2026-13")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_period(string? text) => Assert.False(ReportPeriod.TryParse(text, out _));

    [Fact]
    public void A_week_belongs_to_the_month_in_which_it_ends()
    {
        var march = ReportPeriod.EndingIn(new YearMonth(2026, 3)).Select(p => p.ToString());
        Assert.Equal(["2026-03", "2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W13"], march);
        Assert.Equal(new YearMonth(2026, 4), ReportPeriod.Of(ReportRhythm.Weekly, new DateOnly(2026, 3, 31)).Month);
    }

    [Fact]
    public void A_weekly_report_is_agreed_beside_the_monthly_one_and_never_alone()
    {
        var terms = DefaultTerms.Create();
        TermsRules.Demand(terms with { WeeklyReport = new ReportSchedule() });
        var refused = Assert.Throws<RuleViolationException>(
            () => TermsRules.Demand(terms with { MonthlyReport = null, WeeklyReport = new ReportSchedule() }));
        Assert.Equal("weekly-without-monthly", refused.Rule);
        Assert.Equal("report-schedule", Assert.Throws<RuleViolationException>(
            () => TermsRules.Demand(terms with { WeeklyReport = new ReportSchedule(0) })).Rule);
    }
}
