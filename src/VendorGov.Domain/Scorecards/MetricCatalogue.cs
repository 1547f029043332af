using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>A heading under which metrics stand on a scorecard. <see cref="Code"/> is what <see cref="MetricResult.Group"/> holds.</summary>
public sealed record MetricGroup(string Code, string Zh, string En);

/// <summary>
/// A metric of the default catalogue. Target and minimum are in <paramref name="Unit"/> (<c>%</c> or <c>per 10k</c>);
/// <paramref name="Sources"/> are in order of precedence (SLA semantics 3.2).
/// </summary>
public sealed record MetricDefinition(
    string Code,
    string Zh,
    string En,
    string Group,
    MetricDirection Direction,
    string Unit,
    decimal Target,
    decimal Minimum,
    decimal Weight,
    IReadOnlyList<Provenance> Sources)
{
    /// <summary>What numerator / denominator is multiplied by to get the value in <see cref="Unit"/>.</summary>
    public decimal Factor => Unit == "%" ? 100m : 10_000m;
}

/// <summary>The default SLA catalogue, read once from the embedded <c>sla-catalogue.json</c>.</summary>
public static class MetricCatalogue
{
    /// <summary>The groups in the order of the scorecard.</summary>
    public static IReadOnlyList<MetricGroup> Groups { get; } =
    [
        new("access", "接通与响应", "Access and response"),
        new("issues", "问题与投诉", "Issues and complaints"),
        new("quality", "服务质量", "Service quality"),
        new("people", "人员", "People"),
        new("technical", "技术、整改与报表", "Technology, corrective action and reports"),
    ];

    private static readonly FrozenDictionary<string, string> GroupOfCode = new Dictionary<string, string>
    {
        ["SL20"] = "access", ["ANS"] = "access", ["FR30"] = "access", ["RR3"] = "access", ["FCR"] = "access", ["WO24"] = "access",
        ["IAK"] = "issues", ["IFR"] = "issues", ["IRS"] = "issues", ["CMP7"] = "issues", ["EMG30"] = "issues", ["UPG"] = "issues",
        ["QAP"] = "quality", ["FATAL"] = "quality", ["CSAT"] = "quality", ["BRD"] = "quality",
        ["STAFF"] = "people", ["ADH"] = "people", ["ATR"] = "people", ["BKF"] = "people", ["CERT"] = "people",
        ["FLT30"] = "technical", ["AVL"] = "technical", ["CAP"] = "technical", ["RPT"] = "technical", ["ACC"] = "technical",
    }.ToFrozenDictionary();

    /// <summary>All metrics, group by group in the order of the scorecard.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = Load();

    private static readonly FrozenDictionary<string, MetricDefinition> ByCode = All.ToFrozenDictionary(m => m.Code);

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((m, i) => (m.Code, Place: i)).ToFrozenDictionary(p => p.Code, p => p.Place);

    /// <exception cref="KeyNotFoundException">No metric has this code.</exception>
    public static MetricDefinition Find(string code) => ByCode[code];

    public static bool TryFind(string code, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MetricDefinition? metric) =>
        ByCode.TryGetValue(code, out metric);

    /// <summary>The place of a metric on the scorecard, from 0.</summary>
    public static int OrderOf(string code) => Places[code];

    public static MetricGroup Group(string code) => Groups.First(g => g.Code == code);

    private static List<MetricDefinition> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("sla-catalogue.json")
            ?? throw new InvalidOperationException("sla-catalogue.json is not embedded.");
        using var json = JsonDocument.Parse(stream);
        var order = Groups.Select(g => g.Code).ToList();
        return [.. json.RootElement.GetProperty("metrics").EnumerateArray().Select(Read).OrderBy(m => order.IndexOf(m.Group))];
    }

    private static MetricDefinition Read(JsonElement m) => new(
        Text(m, "code"),
        Text(m, "zh"),
        Text(m, "en"),
        GroupOfCode[Text(m, "code")],
        Text(m, "direction") == "up" ? MetricDirection.Up : MetricDirection.Down,
        Text(m, "unit"),
        m.GetProperty("target").GetDecimal(),
        m.GetProperty("minimum").GetDecimal(),
        m.GetProperty("weight").GetDecimal(),
        [.. m.GetProperty("sources").EnumerateArray().Select(s => Enum.Parse<Provenance>(s.GetString()!, ignoreCase: true))]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
