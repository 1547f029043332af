using System.Globalization;
using System.Text.Json;

namespace VendorGov.Domain.Reports;

/// <summary>In what a tolerance is measured.</summary>
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
    /// <summary>The share of satisfied answers, compared in place of its two counts.</summary>
    public const string Csat = "csat";

    /// <summary>The share of passed evaluations, compared in place of its two counts.</summary>
    public const string Quality = "qa";

    /// <summary>Everyone who was employed in the month: <c>hc_start + hc_join</c>.</summary>
    public const string Headcount = "headcount";

    private static readonly Dictionary<ReconcileRule, Tolerance> ByRule = Load();

    private static readonly HashSet<string> TicketFields = ["new", "reopened", "closed", "closed_24h", "tickets_open_start", "tickets_open_end"];

    private static readonly HashSet<string> Calls =
    [
        "offered", "short_abandon", "abandoned", "answered", "answered_20s", "sessions", "first_reply_30s", "rounds", "rounds_3m",
        "handled", "repeat_72h",
    ];

    public static Tolerance Of(ReconcileRule rule) => ByRule[rule];

    /// <summary>Null for a field that is not reconciled.</summary>
    public static Tolerance? Of(string field) => RuleOf(field) is { } rule ? ByRule[rule] : null;

    /// <summary>Null for a field that is not reconciled.</summary>
    public static ReconcileRule? RuleOf(string field) => field switch
    {
        "complaints" or "emergencies" => ReconcileRule.Cases,
        Csat => ReconcileRule.Csat,
        Quality => ReconcileRule.Quality,
        Headcount => ReconcileRule.Headcount,
        _ when field.EndsWith("_s", StringComparison.Ordinal) => ReconcileRule.Seconds,
        _ when Calls.Contains(field) => ReconcileRule.Calls,
        _ when TicketFields.Contains(field) => ReconcileRule.Tickets,
        _ => null,
    };

    private static Dictionary<ReconcileRule, Tolerance> Load()
    {
        using var stream = typeof(Tolerances).Assembly.GetManifestResourceStream("vendor-report.json")!;
        using var json = JsonDocument.Parse(stream);
        var rules = json.RootElement.GetProperty("reconcile").EnumerateArray().ToDictionary(
            r => r.GetProperty("what").GetString()!, r => Parse(r.GetProperty("tolerance").GetString()!));
        return new Dictionary<ReconcileRule, Tolerance>
        {
            [ReconcileRule.Cases] = rules["complaints, emergencies (sheet cases)"],
            [ReconcileRule.Tickets] = rules["tickets"],
            [ReconcileRule.Calls] = rules["calls against the direct feed"],
            [ReconcileRule.Seconds] = rules["seconds"],
            [ReconcileRule.Csat] = rules["CSAT"],
            [ReconcileRule.Headcount] = rules["headcount"],
            [ReconcileRule.Quality] = rules["vendor QA against outlet re-scoring"],
        };
    }

    /// <summary><c>exact, ...</c>, <c>2 %</c>, <c>1 point</c> or <c>5 points</c>.</summary>
    private static Tolerance Parse(string text)
    {
        var parts = text.Split(' ');
        return !decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? Tolerance.Exact
            : new Tolerance(parts[1] == "%" ? ToleranceKind.Percent : ToleranceKind.Points, value);
    }
}
