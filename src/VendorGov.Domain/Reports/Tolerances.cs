using System.Globalization;
using System.Text.Json;

namespace VendorGov.Domain.Reports;

public enum ToleranceKind
{
    /// <summary>Any difference is a breach.</summary>
    Exact,

    /// <summary>In percent of the observed figure; where that is 0, exact.</summary>
    Percent,

    /// <summary>In percentage points of a rate.</summary>
    Points,
}

/// <summary>How far a reported figure may lie from an observed one; <paramref name="Value"/> in percent or points.</summary>
public readonly record struct Tolerance(ToleranceKind Kind, decimal Value)
{
    public static readonly Tolerance Exact = new(ToleranceKind.Exact, 0);

    /// <summary>Compares unrounded; on the edge is within.</summary>
    public bool Allows(decimal reported, decimal observed) => Kind switch
    {
        ToleranceKind.Points => Math.Abs(reported - observed) <= Value,
        ToleranceKind.Percent when observed != 0 => Math.Abs(reported - observed) / observed * 100 <= Value,
        _ => reported == observed,
    };
}

/// <summary>The tolerances of <c>vendor-report.json</c> (reconcile), by field.</summary>
public static class Tolerances
{
    /// <summary>The rate that is compared in place of its two counts.</summary>
    public const string Csat = "csat";

    private static readonly Dictionary<string, Tolerance> ByWhat = Load();

    private static readonly HashSet<string> TicketFields = ["new", "reopened", "closed", "closed_24h", "tickets_open_start", "tickets_open_end"];

    private static readonly HashSet<string> Calls =
    [
        "offered", "short_abandon", "abandoned", "answered", "answered_20s", "sessions", "first_reply_30s", "rounds", "rounds_3m",
        "handled", "repeat_72h",
    ];

    /// <summary>Null for a field that is not reconciled.</summary>
    public static Tolerance? Of(string field) => field switch
    {
        "complaints" or "emergencies" => ByWhat["complaints, emergencies (sheet cases)"],
        Csat => ByWhat["CSAT"],
        _ when field.EndsWith("_s", StringComparison.Ordinal) => ByWhat["seconds"],
        _ when Calls.Contains(field) => ByWhat["calls against the direct feed"],
        _ when TicketFields.Contains(field) => ByWhat["tickets"],
        _ when field.StartsWith("hc_", StringComparison.Ordinal) => ByWhat["headcount"],
        _ => null,
    };

    private static Dictionary<string, Tolerance> Load()
    {
        using var stream = typeof(Tolerances).Assembly.GetManifestResourceStream("vendor-report.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("reconcile").EnumerateArray().ToDictionary(
            r => r.GetProperty("what").GetString()!, r => Parse(r.GetProperty("tolerance").GetString()!));
    }

    /// <summary><c>exact, ...</c>, <c>2 %</c>, <c>1 point</c> or <c>5 points</c>.</summary>
    private static Tolerance Parse(string text)
    {
        var parts = text.Split(' ');
        return !decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? Tolerance.Exact
            : new Tolerance(parts[1] == "%" ? ToleranceKind.Percent : ToleranceKind.Points, value);
    }
}
