using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using VendorGov.Domain.Calendars;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Calendars;

/// <summary>A calendar as its page edits it: spans as text per weekday, and the dated exceptions from today on.</summary>
public sealed partial class CalendarForm
{
    private const int BlankLines = 3;

    [StringLength(120), Display(Name = "calendars.name")]
    public string? Name { get; set; }

    [TimeZoneName, Display(Name = "calendars.timeZone")]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    public bool AlwaysOpen { get; set; }

    /// <summary>Monday first, <c>08:30-12:00 13:00-18:00</c>; blank is closed.</summary>
    public List<string?> Week { get; set; } = [];

    public List<ExceptionLine> Exceptions { get; set; } = [];

    /// <summary>Lives by public-holiday notices: a year without one makes deadlines provisional.</summary>
    public bool ByNotice { get; set; }

    [RegularExpression("[0-9 ,，、]*"), StringLength(400), Display(Name = "calendars.noticeYears")]
    public string? NoticeYears { get; set; }

    public static readonly IReadOnlyList<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static CalendarForm Of(CalendarDefinition definition, string name, DateOnly today)
    {
        var monday = definition.Week?.GetValueOrDefault("mon") ?? [];
        return new CalendarForm
        {
            Name = name,
            TimeZone = definition.TimeZone,
            AlwaysOpen = definition.AlwaysOpen,
            Week = [.. Days.Select(d => Written(definition.Week?.GetValueOrDefault(d) ?? []))],
            Exceptions = [.. (definition.Exceptions ?? []).Where(e => e.Date >= today).Select(e => ExceptionLine.Of(e, monday)), .. Blank()],
            ByNotice = definition.NoticeYears is not null,
            NoticeYears = string.Join(' ', definition.NoticeYears ?? []),
        };
    }

    public static IEnumerable<ExceptionLine> Blank() => Enumerable.Range(0, BlankLines).Select(_ => new ExceptionLine());

    /// <summary>What the form says, with the past of <paramref name="current"/>. Unreadable spans stay as they are typed, for the domain to refuse.</summary>
    public CalendarDefinition Build(CalendarDefinition? current, DateOnly today)
    {
        var week = Days.Select((d, i) => (d, Spans: Spans(i < Week.Count ? Week[i] : null))).Where(x => x.Spans.Count > 0)
            .ToDictionary(x => x.d, x => x.Spans);
        var monday = week.GetValueOrDefault("mon") ?? [];
        var past = (current?.Exceptions ?? []).Where(e => e.Date < today);
        var typed = Exceptions.Where(e => e.Date is not null).Select(e => e.Build(monday));
        return new CalendarDefinition(
            TimeZone, AlwaysOpen, AlwaysOpen ? null : week, [.. past.Concat(typed)],
            ByNotice ? [.. Years().Distinct().Order()] : null, current?.PastWeeks);
    }

    /// <summary>Spans as the page writes them: <c>08:30-12:00 13:00-18:00</c>.</summary>
    public static string Written(IReadOnlyList<IReadOnlyList<string>> spans) => string.Join(' ', spans.Select(s => string.Join('-', s)));

    internal static IReadOnlyList<IReadOnlyList<string>> Spans(string? typed) =>
        [.. SpanBreak().Split((typed ?? "").Trim()).Where(s => s.Length > 0).Select(s => (IReadOnlyList<string>)[.. Dash().Split(s).Select(Time)])];

    private static string Time(string typed) => ShortHour().IsMatch(typed) ? "0" + typed : typed.Replace('：', ':');

    private IEnumerable<int> Years() => Number().Matches(NoticeYears ?? "").Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"[\s,，;；、]+")]
    private static partial Regex SpanBreak();

    [GeneratedRegex("[-–—~～]")]
    private static partial Regex Dash();

    [GeneratedRegex("^[0-9]:[0-5][0-9]$")]
    private static partial Regex ShortHour();

    [GeneratedRegex("[0-9]{4}")]
    private static partial Regex Number();
}

/// <summary>One dated exception; a line without a date is none.</summary>
public sealed class ExceptionLine
{
    public const string Closed = "closed";
    public const string Monday = "monday";
    public const string Own = "own";

    public DateOnly? Date { get; set; }

    /// <summary><see cref="Closed"/>, <see cref="Monday"/> or <see cref="Own"/>.</summary>
    public string Kind { get; set; } = Closed;

    [StringLength(200)]
    public string? Spans { get; set; }

    [StringLength(60)]
    public string? Name { get; set; }

    internal static ExceptionLine Of(CalendarException e, IReadOnlyList<IReadOnlyList<string>> monday)
    {
        var written = CalendarForm.Written(e.Open);
        var kind = e.Open.Count == 0 ? Closed : written == CalendarForm.Written(monday) ? Monday : Own;
        return new ExceptionLine { Date = e.Date, Kind = kind, Spans = kind == Own ? written : null, Name = e.Name };
    }

    internal CalendarException Build(IReadOnlyList<IReadOnlyList<string>> monday) => new(
        Date!.Value, Kind switch { Own => CalendarForm.Spans(Spans), Monday => monday, _ => [] }, string.IsNullOrWhiteSpace(Name) ? null : Name.Trim());
}
