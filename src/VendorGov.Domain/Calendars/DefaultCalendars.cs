namespace VendorGov.Domain.Calendars;

/// <summary>Calendars that a new tenant starts with.</summary>
public static class DefaultCalendars
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri"];
    private static readonly IReadOnlyList<IReadOnlyList<string>> OfficeDay = [["08:30", "12:00"], ["13:00", "18:00"]];

    /// <summary>
    /// Chinese office hours with the public holidays and make-up days of the State Council notices 2024-2026; a make-up day
    /// takes Monday's spans.
    /// </summary>
    public static CalendarDefinition ChinaOffice { get; } = LoadChinaOffice();

    /// <summary>A hotline that is open 08:00-22:00 every day.</summary>
    public static CalendarDefinition ChinaHotline { get; } = new(
        "Asia/Shanghai",
        Week: CalendarDefinition.Days.ToDictionary(d => d, _ => (IReadOnlyList<IReadOnlyList<string>>)[["08:00", "22:00"]]));

    /// <summary>Monday to Friday with the same spans each day and no holidays.</summary>
    public static CalendarDefinition WeekdaysOnly(string timeZone, string open, string close) => new(
        timeZone, Week: Weekdays.ToDictionary(d => d, _ => (IReadOnlyList<IReadOnlyList<string>>)[[open, close]]));

    private static CalendarDefinition LoadChinaOffice()
    {
        using var stream = typeof(DefaultCalendars).Assembly.GetManifestResourceStream("cn-holidays.json")!;
        var notice = HolidayNotice.Read(stream);
        return new CalendarDefinition(
            "Asia/Shanghai", Week: Weekdays.ToDictionary(d => d, _ => OfficeDay),
            Exceptions: [.. notice.Days.Select(d => new CalendarException(d.Date, d.Works ? OfficeDay : [], d.Name))], NoticeYears: notice.Years);
    }
}
