using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;

namespace VendorGov.Domain.Contracts;

/// <summary>Channels of contact that a contract covers; the values of the vendor report's column <c>channel</c>.</summary>
public enum Channel
{
    Voice,
    Chat,
    Email,
    Social,
}

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    /// <summary>More is better.</summary>
    Up,
    /// <summary>Less is better.</summary>
    Down,
}

/// <summary>Where a figure comes from.</summary>
public enum Provenance
{
    Portal,
    Report,
    Feed,
    Headquarters,
}

/// <summary>How a metric's value becomes a score of 0..100.</summary>
public enum ScoringMethod
{
    /// <summary>Interpolated between minimum (60) and target (100).</summary>
    Linear,
    /// <summary>0..4 points map to 100, 80, 50, 20, 0.</summary>
    Stepped,
}

/// <summary>
/// Own edges of a contract's points, as distances beyond the minimum in the metric's unit: worse by more than
/// <paramref name="Severe"/> is 3 points, by more than <paramref name="BelowThreshold"/> 4 (SLA semantics 3.4).
/// </summary>
public sealed record PointEdges(decimal Severe, decimal BelowThreshold);

/// <summary>
/// One metric of a contract. Target and minimum are in the metric's unit (percent: 0..100). Weights sum to 100.
/// Without <paramref name="Edges"/> the points' edges follow from target and minimum.
/// </summary>
public sealed record MetricTerms(string Code, decimal Target, decimal Minimum, decimal Weight, PointEdges? Edges = null);

/// <summary>Service credit terms, in percent of the month's charge (SLA semantics 3.5).</summary>
public sealed record CreditTerms(decimal PercentPerPoint = 0.5m, decimal MonthlyCapPercent = 10m, decimal RollingCapPercent = 6m);

/// <summary>Targets of one severity; a null target means that no such obligation arises.</summary>
public sealed record SeverityTargets(
    Target? Acknowledge, Target? FirstResponse, Target? NextUpdate, Target? Contain, Target? Resolve)
{
    public Target? Of(ObligationKind kind) => kind switch
    {
        ObligationKind.Acknowledge => Acknowledge,
        ObligationKind.FirstResponse => FirstResponse,
        ObligationKind.NextUpdate => NextUpdate,
        ObligationKind.Contain => Contain,
        ObligationKind.Resolve => Resolve,
        _ => null,
    };
}

/// <summary>
/// When a data report is due: the Nth working day after the month or week that it is about, at <paramref name="LocalTime"/> in the
/// contract's time zone.
/// </summary>
public sealed record ReportSchedule(int WorkingDay = 5, string LocalTime = "18:00");

/// <summary>What was agreed in words; null where nothing was (requirements 2: e2c, e4b, e6b).</summary>
public sealed record ContractClauses(
    string? Emergency = null, string? TechnicalSupport = null, string? Brand = null, string? Training = null, string? Replacement = null);

/// <summary>
/// The content of one terms version. Stored as one JSON document; never edited once it is agreed.
/// <paramref name="UsePlaybookClocks"/>: a playbook's clock overrides the severity target of the same kind and severity.
/// <paramref name="MinimumFacts"/>: fewer facts than this in a month and the contract is not ranked.
/// <paramref name="MonthlyCharge"/> (in the contract's currency) and <paramref name="Channels"/> are those of the contract
/// where they are null. <paramref name="EmergencyParcelValue"/>: from this value on (in the contract's currency) a lost or
/// damaged parcel is an emergency. <paramref name="WeeklyReport"/> is owed besides the monthly one, which alone feeds the metrics.
/// </summary>
public sealed record Terms(
    IReadOnlyList<MetricTerms> Metrics,
    IReadOnlyDictionary<Severity, SeverityTargets> Severities,
    ScoringMethod Scoring,
    CreditTerms Credits,
    ReportSchedule? MonthlyReport,
    bool UsePlaybookClocks = true,
    int MinimumFacts = 30,
    decimal? MonthlyCharge = null,
    IReadOnlyList<Channel>? Channels = null,
    ContractClauses? Clauses = null,
    decimal EmergencyParcelValue = 1_000m,
    ReportSchedule? WeeklyReport = null)
{
    /// <summary>When the data report of that rhythm is due; null where none is agreed.</summary>
    public ReportSchedule? ReportOf(ReportRhythm rhythm) => rhythm == ReportRhythm.Weekly ? WeeklyReport : MonthlyReport;
}
