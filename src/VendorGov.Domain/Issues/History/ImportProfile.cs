using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Issues.History;

/// <summary>What a state of a foreign event log means here.</summary>
public enum LogState
{
    New,
    InProgress,
    /// <summary>Waits on the buyer; pauses the Resolve clock until the next row in another state.</summary>
    WaitingOnBuyer,
    Resolved,
    Closed,
}

/// <summary>
/// Names of the log's columns, compared without case. Vendor, outlet, severity and title may be absent: vendor and outlet
/// are then <see cref="IncidentHistory.Unassigned"/>, severity is the profile's default, the title is the key.
/// </summary>
public sealed record LogColumns(
    string Key, string EventTime, string OpenedTime, string State,
    string? Vendor, string? Outlet, string? Severity, string? Title);

/// <summary>
/// How an event log of another system is read. Times are local to <paramref name="TimeZone"/> (IANA) and in one of
/// <paramref name="TimeFormats"/> (.NET format strings, invariant culture). A cell that equals <paramref name="UnknownMarker"/>
/// or is blank names nothing. <paramref name="States"/> and <paramref name="Severities"/> map the log's words exactly as
/// they stand. A log knows no problem types: all its issues get <paramref name="ProblemType"/>. <paramref name="TitleFormat"/> may hold <c>{key}</c> and <c>{title}</c>.
/// </summary>
public sealed record ImportProfile(
    string Name,
    string? Source,
    LogColumns Columns,
    IReadOnlyList<string> TimeFormats,
    string TimeZone,
    string UnknownMarker,
    IReadOnlyDictionary<string, LogState> States,
    IReadOnlyDictionary<string, Severity> Severities,
    Severity? DefaultSeverity,
    string? TitleFormat,
    ProblemType ProblemType,
    ImportedContractTerms Contract)
{
    /// <summary>Name of the profile that comes with the product, for the ServiceNow incident log of the UCI repository.</summary>
    public const string ServiceNow = "servicenow-incident-log";

    public bool NamesNothing(string cell) =>
        cell.Length == 0 || string.Equals(cell, UnknownMarker, StringComparison.Ordinal);

    public string TitleOf(string key, string? title) => TitleFormat is null
        ? title ?? key
        : TitleFormat.Replace("{key}", key, StringComparison.Ordinal)
            .Replace("{title}", title ?? UnknownMarker, StringComparison.Ordinal);
}

/// <summary>
/// The contract that an import creates for a vendor it does not know: one calendar for service hours and office days, targets
/// for Acknowledge and Resolve alone, and the metrics with their weights (targets and minimums come from the catalogue).
/// </summary>
public sealed record ImportedContractTerms(
    CalendarDefinition Calendar,
    IReadOnlyDictionary<Severity, SeverityTargets> Targets,
    IReadOnlyList<MetricWeight> Metrics)
{
    /// <summary>Terms without a monthly report and without playbook clocks.</summary>
    public Terms ToTerms() => new(
        [.. Metrics.Select(metric => (metric.Weight, Of: MetricCatalogue.Find(metric.Code)))
            .Select(metric => new MetricTerms(metric.Of.Code, metric.Of.Target, metric.Of.Minimum, metric.Weight))],
        Targets, ScoringMethod.Linear, new CreditTerms(), MonthlyReport: null, UsePlaybookClocks: false);
}

/// <summary>A metric of the catalogue and its weight in percent.</summary>
public sealed record MetricWeight(string Code, decimal Weight);
