using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Obligations;

/// <summary>Worked cases as a file: calendars and clocks with their events, evaluated by the engine.</summary>
public static class SlaCaseFile
{
    public sealed record Result(string Id, string? DueAt, long ElapsedSeconds, string State);

    private sealed record CaseFile(Dictionary<string, CalendarDefinition>? Calendars, List<Case>? Cases);

    private sealed record Case(
        string? Id, string? Calendar, decimal? TargetMinutes, List<CaseEvent>? Events, DateTimeOffset? Now, List<Window>? Exempt);

    private sealed record CaseEvent(string? Kind, DateTimeOffset? At);

    private sealed record Window(DateTimeOffset From, DateTimeOffset To);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <exception cref="FormatException">The file is not readable; the message names what is wrong in one line.</exception>
    public static IReadOnlyList<Result> Evaluate(Stream file)
    {
        var read = Read(file);
        var calendars = new Dictionary<string, BusinessCalendar>();
        foreach (var (name, definition) in read.Calendars ?? [])
        {
            calendars[name] = Compile(name, definition);
        }

        return [.. (read.Cases ?? throw new FormatException("The file has no \"cases\".")).Select(c => Evaluate(c, calendars))];
    }

    /// <summary><c>{"results":[{"id","dueAt","elapsedSeconds","state"}]}</c></summary>
    public static string ToJson(IReadOnlyList<Result> results) => JsonSerializer.Serialize(new { results }, Options);

    private static CaseFile Read(Stream file)
    {
        try
        {
            return JsonSerializer.Deserialize<CaseFile>(file, Options) ?? throw new FormatException("The file is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Not a case file: {e.Message.Split('\n')[0]}");
        }
    }

    private static BusinessCalendar Compile(string name, CalendarDefinition definition)
    {
        try
        {
            return BusinessCalendar.Compile(definition);
        }
        catch (RuleViolationException e)
        {
            throw new FormatException($"Calendar {name}: {e.Rule} {string.Join(' ', e.Arguments)}");
        }
    }

    private static Result Evaluate(Case c, Dictionary<string, BusinessCalendar> calendars)
    {
        var id = c.Id ?? throw new FormatException("A case has no id.");
        if (c is not { Calendar: { } name, TargetMinutes: >= 0 and { } minutes, Events.Count: > 0, Now: { } now })
        {
            throw new FormatException($"Case {id} needs calendar, targetMinutes, events and now.");
        }

        var calendar = calendars.GetValueOrDefault(name) ?? throw new FormatException($"Case {id} names no known calendar: {name}.");
        var effective = calendar.Without([.. (c.Exempt ?? []).Select(w => (w.From, w.To))]);
        ClockEvent[] events = [.. c.Events.Select(e => EventOf(id, e)).OrderBy(e => e.At)];
        try
        {
            var reading = Clock.Evaluate(events, (long)(minutes * TimeSpan.TicksPerMinute), effective, now);
            return new Result(id, Iso(reading.DueAt), reading.ElapsedSeconds, JsonNamingPolicy.CamelCase.ConvertName(reading.State.ToString()));
        }
        catch (RuleViolationException e)
        {
            throw new FormatException($"Case {id}: {e.Rule}");
        }
    }

    private static ClockEvent EventOf(string id, CaseEvent e) =>
        e is { At: { } at } && Enum.TryParse<ClockEventKind>(e.Kind, ignoreCase: true, out var kind)
            ? new ClockEvent(kind, at)
            : throw new FormatException($"Case {id} has an event of unknown kind or without a time: {e.Kind}.");

    private static string? Iso(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
