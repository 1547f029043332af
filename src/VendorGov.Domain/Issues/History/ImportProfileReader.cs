using System.Globalization;
using System.Text.Json;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Issues.History;

/// <summary>
/// What is wrong with a profile. <paramref name="Path"/> is the JSON path, such as <c>$.states.Active</c>;
/// <paramref name="Rule"/> is the end of the text key <c>imports.profile.{Rule}</c> and <paramref name="Argument"/> its {0}.
/// </summary>
public sealed record ProfileProblem(string Path, string Rule, string Argument = "");

/// <summary>Reads and checks a profile. All problems are told at once, each with its JSON path.</summary>
public static class ImportProfileReader
{
    private static readonly string[] Properties =
    [
        "name", "source", "columns", "timeFormats", "timeZone", "unknownMarker", "states", "severities", "defaultSeverity",
        "titleFormat", "problemType", "contract",
    ];

    private static readonly string[] ColumnNames =
        ["key", "eventTime", "openedTime", "state", "vendor", "outlet", "severity", "title"];

    private static readonly Dictionary<string, LogState> StateWords = new(StringComparer.Ordinal)
    {
        ["new"] = LogState.New,
        ["inProgress"] = LogState.InProgress,
        ["waitingOnBuyer"] = LogState.WaitingOnBuyer,
        ["resolved"] = LogState.Resolved,
        ["closed"] = LogState.Closed,
    };

    /// <summary>The profile that comes with the product, as the JSON text that the page shows.</summary>
    public static string ShippedJson()
    {
        using var stream = typeof(ImportProfileReader).Assembly.GetManifestResourceStream(ImportProfile.ServiceNow + ".json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The profile, or null after adding at least one problem.</summary>
    public static ImportProfile? Read(string json, ICollection<ProfileProblem> problems)
    {
        var before = problems.Count;
        try
        {
            using var document = JsonDocument.Parse(json);
            var profile = Profile(new JsonReading(document.RootElement, "$", problems));
            return problems.Count > before ? null : profile;
        }
        catch (JsonException e)
        {
            problems.Add(new("$", "syntax", Position(e)));
            return null;
        }
    }

    private static string Position(JsonException e) =>
        string.Create(CultureInfo.InvariantCulture, $"{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}");

    private static ImportProfile Profile(JsonReading root)
    {
        root.OnlyProperties(Properties);
        var named = root.Object("columns");
        var columns = Columns(named);
        var severities = Severities(root.OptionalObject("severities"), columns.Severity is not null);
        var fallback = DefaultSeverity(root, named.Exists && columns.Severity is null);
        return new ImportProfile(
            Name(root), root.OptionalText("source"), columns, Formats(root), ImportProfileContract.Zone(root),
            root.OptionalText("unknownMarker") ?? "", States(root.Object("states")), severities, fallback,
            root.OptionalText("titleFormat"), Problem(root), ImportProfileContract.Read(root.Object("contract")));
    }

    private static string Name(JsonReading root)
    {
        var name = root.Text("name");
        if (name.Length > 60 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            root.Report("name", "name-form", name);
        return name;
    }

    private static LogColumns Columns(JsonReading columns)
    {
        columns.OnlyProperties(ColumnNames);
        return new LogColumns(
            columns.Text("key"), columns.Text("eventTime"), columns.Text("openedTime"), columns.Text("state"),
            columns.OptionalText("vendor"), columns.OptionalText("outlet"), columns.OptionalText("severity"),
            columns.OptionalText("title"));
    }

    private static List<string> Formats(JsonReading root)
    {
        var formats = root.Texts("timeFormats");
        for (var i = 0; i < formats.Count; i++)
        {
            if (!IsTimeFormat(formats[i])) root.Report($"timeFormats[{i}]", "time-format", formats[i]);
        }
        return formats;
    }

    /// <summary>A format is usable if a time written by it can be read back with the same date and minute.</summary>
    private static bool IsTimeFormat(string format)
    {
        var sample = new DateTime(2016, 11, 23, 17, 48, 0, DateTimeKind.Unspecified);
        try
        {
            var text = sample.ToString(format, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                && read == sample;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Dictionary<string, LogState> States(JsonReading states)
    {
        var map = new Dictionary<string, LogState>(StringComparer.Ordinal);
        foreach (var (word, value) in states.TextProperties())
        {
            if (StateWords.TryGetValue(value, out var state)) map[word] = state;
            else states.Report(word, "state-word", value);
        }
        if (states.Exists && !map.Values.Any(state => state is LogState.Resolved or LogState.Closed))
            states.Report("", "no-end-state");
        return map;
    }

    private static Dictionary<string, Severity> Severities(JsonReading severities, bool needed)
    {
        var map = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var (word, value) in severities.TextProperties())
        {
            if (JsonReading.TryEnum<Severity>(value, out var severity)) map[word] = severity;
            else severities.Report(word, "severity-word", value);
        }
        if (needed && !severities.Exists) severities.Report("", "missing");
        return map;
    }

    private static ProblemType Problem(JsonReading root)
    {
        var text = root.OptionalText("problemType") ?? nameof(ProblemType.SlowOrPoorService);
        if (!JsonReading.TryEnum<ProblemType>(text, out var type)) root.Report("problemType", "problem-type", text);
        return type;
    }

    private static Severity? DefaultSeverity(JsonReading root, bool needed)
    {
        var text = root.OptionalText("defaultSeverity");
        if (text is null)
        {
            if (needed) root.Report("defaultSeverity", "default-severity");
            return null;
        }
        if (JsonReading.TryEnum<Severity>(text, out var severity)) return severity;
        root.Report("defaultSeverity", "severity-word", text);
        return null;
    }
}
