using System.Reflection;
using System.Text.Json;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Scorecards;

/// <summary>Terms that a new contract starts from: every metric of the catalogue and the playbooks' severity targets.</summary>
public static class DefaultTerms
{
    /// <summary>Targets by severity from the embedded <c>playbooks.json</c>.</summary>
    public static IReadOnlyDictionary<Severity, SeverityTargets> Severities { get; } = LoadSeverities();

    /// <summary>A linear contract with the monthly report due on the 5th working day at 18:00.</summary>
    public static Terms Create() => new(
        [.. MetricCatalogue.All.Select(m => new MetricTerms(m.Code, m.Target, m.Minimum, m.Weight))],
        Severities,
        ScoringMethod.Linear,
        new CreditTerms(),
        new ReportSchedule());

    private static Dictionary<Severity, SeverityTargets> LoadSeverities()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("playbooks.json")
            ?? throw new InvalidOperationException("playbooks.json is not embedded.");
        using var json = JsonDocument.Parse(stream);
        var targets = json.RootElement.GetProperty("severityTargets");
        return Enum.GetValues<Severity>().ToDictionary(s => s, s => Read(targets.GetProperty(s.ToString())));
    }

    private static SeverityTargets Read(JsonElement severity) => new(
        Read(severity, "acknowledge"),
        Read(severity, "firstResponse"),
        Read(severity, "nextUpdate"),
        Read(severity, "contain"),
        Read(severity, "resolve"));

    private static Target? Read(JsonElement severity, string clock) =>
        severity.GetProperty(clock).GetString() is { } text ? TargetText.Parse(text) : null;
}
