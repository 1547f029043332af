using System.Globalization;
using System.Text.Json;

namespace VendorGov.Domain.Calendars;

/// <summary>A day of a public-holiday notice: off, or a make-up day on which people work.</summary>
public sealed record NoticeDay(DateOnly Date, bool Works, string? Name);

/// <summary>
/// Public holidays and make-up days (调休补班) as a notice states them. <see cref="Years"/> are the years that it covers: a year of
/// which it names but a few days belongs to the notice of its neighbour.
/// </summary>
public sealed record HolidayNotice
{
    private const int MostDays = 2_000;
    private const int FewestDaysOff = 5;

    /// <summary>Refuses a day that is listed twice, or no days at all, with <see cref="RuleViolationException"/>.</summary>
    public HolidayNotice(IEnumerable<NoticeDay> days)
    {
        Days = [.. days.Take(MostDays + 1).OrderBy(d => d.Date)];
        if (Days.Count is 0 or > MostDays)
        {
            throw new RuleViolationException("notice-empty");
        }

        if (Days.GroupBy(d => d.Date).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolationException("notice-day-twice", twice.Key);
        }
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<NoticeDay> Days { get; }

    public IReadOnlyList<int> Years => [.. Days.Where(d => !d.Works).CountBy(d => d.Date.Year).Where(y => y.Value >= FewestDaysOff).Select(y => y.Key)];

    /// <summary>
    /// Reads <c>{"closed": [dates], "workdays": [dates], "names": {date: [en, zh] or text}}</c>, dates as <c>yyyy-MM-dd</c>.
    /// Throws <see cref="RuleViolationException"/> for anything else.
    /// </summary>
    public static HolidayNotice Read(Stream json)
    {
        try
        {
            using var notice = JsonDocument.Parse(json);
            var names = notice.RootElement.TryGetProperty("names", out var n) ? n : default;
            return new HolidayNotice(Listed(notice.RootElement, "closed", false, names).Concat(Listed(notice.RootElement, "workdays", true, names)));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RuleViolationException("notice-unreadable");
        }
    }

    public static NoticeDay Day(string date, bool works, string? name) =>
        DateOnly.TryParseExact(date.Trim(), ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new NoticeDay(day, works, string.IsNullOrWhiteSpace(name) ? null : name.Trim())
            : throw new RuleViolationException("notice-date", date);

    private static List<NoticeDay> Listed(JsonElement root, string list, bool works, JsonElement names) =>
        [.. root.GetProperty(list).EnumerateArray().Select(d => Day(d.GetString() ?? "", works, works ? null : NameOf(names, d.GetString()!)))];

    private static string? NameOf(JsonElement names, string date) =>
        names.ValueKind != JsonValueKind.Object || !names.TryGetProperty(date, out var name) ? null
        : name.ValueKind == JsonValueKind.Array ? name.EnumerateArray().Last().GetString() : name.GetString();
}
