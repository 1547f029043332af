using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;

namespace VendorGov.Web.Features.Calendars;

/// <summary>
/// A public-holiday notice that somebody uploads: JSON with <c>closed</c>, <c>workdays</c> and <c>names</c>, or a table (csv, xlsx) with
/// the columns date, kind and name.
/// </summary>
internal static class NoticeFile
{
    public const long MostBytes = 1024 * 1024;

    private static readonly TabularLimits Limits = new(MaxBytes: MostBytes, MaxInflatedBytes: 8 * MostBytes, MaxRows: 5_000, MaxColumns: 20);
    private static readonly string[] DateHeads = ["date", "日期"];
    private static readonly string[] KindHeads = ["kind", "type", "类别", "类型"];
    private static readonly string[] NameHeads = ["name", "名称", "节日"];
    private static readonly string[] Off = ["closed", "holiday", "off", "休", "放假", "节假日"];
    private static readonly string[] Work = ["workday", "makeup", "make-up", "work", "班", "上班", "调休", "补班"];

    /// <summary>Throws <see cref="RuleViolationException"/> or <see cref="TabularRefusedException"/>.</summary>
    public static HolidayNotice Read(Stream content, string name)
    {
        if (content.Length > MostBytes)
        {
            throw new TabularRefusedException("file.too-big", MostBytes / (1024 * 1024));
        }

        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return HolidayNotice.Read(content);
        }

        using var file = TabularFile.Open(content, name, Limits);
        using var rows = file.Sheets.First(s => !s.IsHidden).Rows().GetEnumerator();
        if (!rows.MoveNext())
        {
            throw new RuleViolationException("notice-empty");
        }

        var heads = Enumerable.Range(0, 20).Select(i => rows.Current[i].Text.Trim().ToLowerInvariant()).ToList();
        var (date, kind, label) = (Column(heads, DateHeads), Column(heads, KindHeads), Column(heads, NameHeads));
        if (date < 0 || kind < 0)
        {
            throw new RuleViolationException("notice-columns");
        }

        var days = new List<NoticeDay>();
        while (rows.MoveNext())
        {
            days.Add(Day(rows.Current, date, kind, label));
        }

        return new HolidayNotice(days);
    }

    private static NoticeDay Day(TabularRow row, int date, int kind, int label)
    {
        var (word, name) = (row[kind].Text.Trim().ToLowerInvariant(), label < 0 ? null : row[label].Text);
        var works = Work.Contains(word) ? true : Off.Contains(word) ? false : throw new RuleViolationException("notice-kind", row.Number, row[kind].Text);
        return row[date].AsDate() is { } at
            ? new NoticeDay(DateOnly.FromDateTime(at), works, string.IsNullOrWhiteSpace(name) ? null : name.Trim())
            : HolidayNotice.Day(row[date].Text, works, name);
    }

    private static int Column(List<string> heads, string[] names) => heads.FindIndex(names.Contains);
}
