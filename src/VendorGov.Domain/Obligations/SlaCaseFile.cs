using System.Globalization;
using System.Text.Json;
using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Obligations;

/// <summary>
/// Worked cases as a file: <c>calendars</c> by name, and <c>cases</c> that each name one of them, a target in minutes, the events of a clock,
/// exempt windows and the instant at which it is read. A case that cannot be evaluated is named and hinders no other.
/// </summary>
public static class SlaCaseFile
{
    /// <param name="DueAt">ISO 8601 in UTC; null of a clock that has not started.</param>
    public sealed record Result(string Id, string? DueAt, long ElapsedSeconds, string State);

    /// <param name="Where">The case's id, or its place in the file.</param>
    /// <param name="Rule">The rule that it breaks; null where it is not written as a case.</param>
    public sealed record Problem(string Where, string Message, RuleViolationException? Rule);

    public sealed record Answer(IReadOnlyList<Result> Results, IReadOnlyList<Problem> Problems);

    private sealed record CaseFile(Dictionary<string, JsonElement>? Calendars, List<JsonElement>? Cases);

    private sealed record Case(
        string? Id, string? Calendar, decimal? TargetMinutes, List<CaseEvent?>? Events, DateTimeOffset? Now, List<Window?>? Exempt);

    private sealed record CaseEvent(string? Kind, DateTimeOffset? At);

    private sealed record Window(DateTimeOffset? From, DateTimeOffset? To);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    private static readonly Dictionary<string, ClockEventKind> Kinds =
        Enum.GetValues<ClockEventKind>().ToDictionary(k => k.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The file as a whole is not readable; the message says why in one line.</exception>
    public static Answer Evaluate(Stream file)
    {
        var read = Read<CaseFile>(() => JsonSerializer.Deserialize<CaseFile>(file, Options));
        var cases = read.Cases ?? throw new FormatException("The file has no \"cases\".");
        var problems = new List<Problem>();
        var calendars = new Dictionary<string, BusinessCalendar>();
        foreach (var (name, json) in read.Calendars ?? [])
        {
            Try($"calendar {name}", problems, () => calendars[name] = BusinessCalendar.Compile(ReadOne<CalendarDefinition>(json)));
        }

        var results = new List<Result>(cases.Count);
        for (var i = 0; i < cases.Count; i++)
        {
            var json = cases[i];
            Try(NameOf(json) ?? $"case {i + 1} of the file", problems, () => results.Add(Evaluate(ReadOne<Case>(json), calendars)));
        }

        return new Answer(results, problems);
    }

    /// <summary><c>{"results":[{"id","dueAt","elapsedSeconds","state"}]}</c></summary>
    public static string ToJson(IReadOnlyList<Result> results) => JsonSerializer.Serialize(new { results }, Options);

    private static void Try(string where, List<Problem> problems, Action work)
    {
        try
        {
            work();
        }
        catch (RuleViolationException e)
        {
            problems.Add(new Problem(where, e.Rule, e));
        }
        catch (FormatException e)
        {
            problems.Add(new Problem(where, e.Message, null));
        }
    }

    private static T ReadOne<T>(JsonElement json)
        where T : class => Read(() => json.Deserialize<T>(Options));

    private static T Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new FormatException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{(e.Path is null or "$" ? "It" : e.Path)} is not written as expected: {e.Message.Split('\n')[0]}");
        }
    }

    private static string? NameOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? $"case {id.GetString()}" : null;

    private static Result Evaluate(Case c, Dictionary<string, BusinessCalendar> calendars)
    {
        if (c is not { Id: { } id, Calendar: { } name, TargetMinutes: >= 0 and { } minutes, Events.Count: > 0, Now: { } now })
        {
            throw new FormatException("A case needs id, calendar, targetMinutes of 0 or more, events and now.");
        }

        var calendar = calendars.GetValueOrDefault(name) ?? throw new FormatException($"There is no usable calendar {name} in the file.");
        var effective = calendar.Without([.. (c.Exempt ?? []).Select(WindowOf)]);
        ClockEvent[] events = [.. c.Events.Select(EventOf).OrderBy(e => e.At)];
        var reading = Clock.Evaluate(events, TicksOf(minutes), effective, now);
        return new Result(id, Iso(reading.DueAt), reading.ElapsedSeconds, JsonNamingPolicy.CamelCase.ConvertName(reading.State.ToString()));
    }

    /// <summary>No calendar reaches further than the years of a date.</summary>
    private static long TicksOf(decimal minutes) => minutes <= (decimal)TimeSpan.MaxValue.TotalMinutes - 1
        ? (long)(minutes * TimeSpan.TicksPerMinute)
        : throw new FormatException($"A target of {minutes} minutes is longer than any calendar.");

    private static (DateTimeOffset From, DateTimeOffset To) WindowOf(Window? window) =>
        window is { From: { } from, To: { } to } && from < to
            ? (from, to)
            : throw new FormatException("An exempt window needs from and to, and must end after it begins.");

    private static ClockEvent EventOf(CaseEvent? e) => e is { At: { } at, Kind: { } kind } && Kinds.TryGetValue(kind, out var known)
        ? new ClockEvent(known, at)
        : throw new FormatException($"An event needs a time and one of the kinds {string.Join(", ", Kinds.Keys.Select(JsonNamingPolicy.CamelCase.ConvertName))}, not {e?.Kind ?? "none"}.");

    private static string? Iso(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
