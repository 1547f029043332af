using System.Text;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using Xunit;

namespace VendorGov.UnitTests.Calendars;

public sealed class CalendarRevisionTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly CalendarDefinition Office = DefaultCalendars.ChinaOffice;

    [Fact]
    public void A_new_week_leaves_the_past_as_it_was_to_the_minute()
    {
        var next = CalendarRevision.Of(Office, Office with { Week = Weekdays("10:00", "16:00") }, Today);
        var (before, after) = (BusinessCalendar.Compile(Office), BusinessCalendar.Compile(next));
        var change = before.Midnight(Today);

        Assert.Equal(before.OpenTicks(At("2024-01-01"), change), after.OpenTicks(At("2024-01-01"), change));
        Assert.Equal(TimeSpan.FromHours(6).Ticks, after.OpenTicks(change, change.AddDays(1)));
        Assert.Equal("10:00-16:00", Written(CalendarMonth.Of(next, new YearMonth(2026, 3)).Days[1].Spans));
        Assert.Equal("08:30-12:00 13:00-18:00", Written(CalendarMonth.Of(next, new YearMonth(2026, 2)).Days[1].Spans));
    }

    [Fact]
    public void Each_edit_of_the_week_adds_its_past_and_two_edits_of_one_day_add_one()
    {
        var first = CalendarRevision.Of(Office, Office with { Week = Weekdays("10:00", "16:00") }, Today);
        var again = CalendarRevision.Of(first, first with { Week = Weekdays("09:00", "16:00") }, Today);
        var later = CalendarRevision.Of(again, again with { Week = Weekdays("09:00", "17:00") }, Today.AddDays(30));

        Assert.Equal([Today], again.PastWeeks!.Select(p => p.Until));
        Assert.Equal([Today, Today.AddDays(30)], later.PastWeeks!.Select(p => p.Until));
        Assert.Equal("08:30-12:00 13:00-18:00", Written(later.UsualOn(Today.AddDays(-7))));
        Assert.Equal("09:00-16:00", Written(later.UsualOn(Today.AddDays(7))));
    }

    [Fact]
    public void The_past_the_zone_and_around_the_clock_stay()
    {
        Refused("calendar-past-changed", Office with { Exceptions = [.. Office.Exceptions!.Where(e => e.Date != new DateOnly(2026, 1, 1))] });
        Refused("calendar-past-changed", Office with { Exceptions = [.. Office.Exceptions!, new CalendarException(Today.AddDays(-1), [])] });
        Refused("calendar-zone-fixed", Office with { TimeZone = "UTC" });
        Refused("calendar-zone-fixed", Office with { AlwaysOpen = true });
        Refused("calendar-unchanged", Office with { Exceptions = [.. Office.Exceptions!.Reverse()] });
        Refused("calendar-span-unreadable", Office with { Week = Weekdays("9 Uhr", "17:00") });
    }

    [Fact]
    public void A_notice_brings_holidays_and_make_up_days_with_mondays_spans_and_leaves_past_days_alone()
    {
        var notice = Read("""
            {"closed": ["2026-02-20", "2027-01-01", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09"], "workdays": ["2027-02-20"],
             "names": {"2027-01-01": ["New Year's Day", "元旦"]}}
            """);
        var taken = CalendarRevision.Take(Office, notice, Today);

        Assert.Equal([2027], notice.Years);
        Assert.Equal([2024, 2025, 2026, 2027], taken.NoticeYears);
        Assert.Equal(Office.Exceptions!.Count + 6, taken.Exceptions!.Count);
        Assert.Equal("元旦", taken.Exceptions!.Single(e => e.Date == new DateOnly(2027, 1, 1)).Name);
        Assert.Equal("08:30-12:00 13:00-18:00", Written(taken.Exceptions!.Single(e => e.Date == new DateOnly(2027, 2, 20)).Open));
        CalendarRevision.Of(Office, taken, Today);
    }

    [Fact]
    public void A_notice_that_is_loaded_again_replaces_the_coming_days_of_its_year()
    {
        var five = """["2027-01-01", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09"]""";
        var once = CalendarRevision.Take(Office, Read($$"""{"closed": {{five}}, "workdays": ["2027-02-20"]}"""), Today);
        var twice = CalendarRevision.Take(once, Read($$"""{"closed": {{five}}, "workdays": []}"""), Today);

        Assert.DoesNotContain(twice.Exceptions!, e => e.Date == new DateOnly(2027, 2, 20));
        Assert.Equal(Office.Exceptions!.Count + 5, twice.Exceptions!.Count);
    }

    [Theory]
    [InlineData("not json", "notice-unreadable")]
    [InlineData("""{"closed": []}""", "notice-unreadable")]
    [InlineData("""{"closed": [], "workdays": []}""", "notice-empty")]
    [InlineData("""{"closed": ["1 May"], "workdays": []}""", "notice-date")]
    [InlineData("""{"closed": ["2027-05-01"], "workdays": ["2027-05-01"]}""", "notice-day-twice")]
    public void A_notice_that_cannot_be_read_is_refused(string json, string rule) =>
        Assert.Equal(rule, Assert.Throws<RuleViolationException>(() => Read(json)).Rule);

    [Fact]
    public void A_month_tells_holidays_from_weekends_and_make_up_days()
    {
        var october = CalendarMonth.Of(Office, new YearMonth(2026, 10));

        Assert.Equal(CalendarDayKind.Holiday, october.Days[0].Kind);
        Assert.Equal((CalendarDayKind.MakeUp, new DateOnly(2026, 10, 10)), (october.Days[9].Kind, october.Days[9].Date));
        Assert.Equal(CalendarDayKind.Closed, october.Days[10].Kind);
        Assert.Equal(october.WorkingDays * 8.5m * 60, october.OpenMinutes);
        Assert.True(CalendarMonth.Of(Office, new YearMonth(2027, 1)).NoticeMissing);
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> Weekdays(string open, string close) =>
        new[] { "mon", "tue", "wed", "thu", "fri" }.ToDictionary(d => d, _ => (IReadOnlyList<IReadOnlyList<string>>)[[open, close]]);

    private static string Written(IReadOnlyList<IReadOnlyList<string>> spans) => string.Join(' ', spans.Select(s => string.Join('-', s)));

    private static HolidayNotice Read(string json) => HolidayNotice.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static DateTimeOffset At(string day) => new(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static void Refused(string rule, CalendarDefinition wished) =>
        Assert.Equal(rule, Assert.Throws<RuleViolationException>(() => CalendarRevision.Of(Office, wished, Today)).Rule);
}
