using System.Text.Json.Serialization;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Scorecards;

/// <summary>What became of a metric in a month (SLA semantics 3.2).</summary>
public enum MetricStatus
{
    Scored,
    NoData,
    NotDelivered,
    NotContracted,
}

/// <summary>Grade of a month by its score 0..100: A from 90, B from 80, C from 70, D from 60, E below.</summary>
public enum Grade
{
    A,
    B,
    C,
    D,
    E,
}

/// <summary>
/// A ratio from one source. Numerator and denominator are plain counts; <see cref="Value"/> is in the metric's unit and
/// unrounded: 100 x numerator / denominator for <c>%</c>, 10,000 x for <c>per 10k</c>; null where there is no data.
/// </summary>
public sealed record MetricReading(Provenance Source, decimal Numerator, decimal Denominator, decimal? Value);

/// <summary>
/// One metric of a scorecard. <paramref name="WeightShare"/> is the share of the score (0..1) after the weights of what
/// is left out are spread. <paramref name="Points"/> are undoubled 0..4; <paramref name="ChargedPoints"/> count twice in a
/// run. <paramref name="HalfWidth"/> is h of SLA semantics 3.8. <paramref name="Others"/> are lower-precedence sources.
/// </summary>
public sealed record MetricResult(
    string Code,
    string NameZh,
    string NameEn,
    string Group,
    string Unit,
    MetricDirection Direction,
    decimal Target,
    decimal Minimum,
    decimal Weight,
    decimal WeightShare,
    MetricStatus Status,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Value,
    decimal? Score,
    int? Points,
    int? ChargedPoints,
    decimal? HalfWidth,
    Provenance? Source,
    IReadOnlyList<MetricReading> Others);

/// <summary>Why an obligation of the month does not count.</summary>
public enum ExclusionReason
{
    Waived,
    Cancelled,
    NotYetDue,

    /// <summary>An appeal of the vendor was upheld (<see cref="Correction"/>).</summary>
    Appealed,
}

/// <summary>
/// One obligation behind the figures. <paramref name="Counted"/>: it is in a denominator; <paramref name="Met"/>: in the
/// numerator too. <paramref name="Attribution"/>: whose fault the issue was, as far as anybody has said. <paramref name="Reference"/> is the issue number or the report month. Elapsed and target in seconds.
/// </summary>
public sealed record ObligationFact(
    Guid ObligationId,
    ObligationKind Kind,
    string Reference,
    Guid? IssueId,
    [property: Unsealed] string? Title,
    Severity? Severity,
    ProblemType? ProblemType,
    string? OutletCode,
    string? OutletName,
    DateTimeOffset StartedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? StoppedAt,
    long TargetSeconds,
    long ElapsedSeconds,
    ClockState State,
    bool Counted,
    bool Met,
    ExclusionReason? Excluded,
    Attribution? Attribution = null);

/// <summary>
/// One row of the accepted monthly report. Sheet is <c>daily</c> (Date and Channel set) or <c>monthly</c>. Figures by field
/// name of the vendor report; an absent field is blank, never 0.
/// </summary>
public sealed record ReportFact(
    string Sheet, DateOnly? Date, string OutletCode, string? Channel, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>An exempt window that touched the month.</summary>
public sealed record ExemptionFact(DateTimeOffset From, DateTimeOffset To, [property: Unsealed] string Reason);

/// <summary>An issue of the month that headquarters called a fatal breach.</summary>
public sealed record FatalIssue(Guid IssueId, string Number, DateTimeOffset FiledAt, DateTimeOffset MarkedAt);

/// <summary>A complaint that climbed one step in the portal, by the sweep or by hand.</summary>
public sealed record EscalationFact(Guid IssueId, string Number, string? OutletCode, DateTimeOffset At);

/// <summary>Score of one month for the trend; null where there was no graded scorecard.</summary>
public sealed record TrendPoint(string Month, decimal? Score, Grade? Grade);

/// <summary>A metric's values month by month, oldest first, in its unit; null for a month without one.</summary>
public sealed record MetricTrend(string Code, IReadOnlyList<decimal?> Values);

/// <summary>Service credit of the month, in the contract's currency; caps as amounts.</summary>
public sealed record CreditStatement(
    int Points, decimal PercentPerPoint, decimal Charge, decimal Uncapped, decimal MonthlyCap, decimal RollingRoom, decimal Amount)
{
    /// <summary>What later months of the same twelve may still take.</summary>
    [JsonIgnore]
    public decimal LeftOfRolling => RollingRoom - Amount;
}

/// <summary>95 % interval of the composite score, approximate (SLA semantics 3.8).</summary>
public sealed record ScoreInterval(decimal Low, decimal High);

/// <summary>An outlet as it was named when the card was made; <paramref name="Region"/> null: it had none.</summary>
public sealed record OutletRef(string Code, string Name, string? Region);

/// <summary>The contract's terms applied to the facts of one outlet alone, 0..100; for comparison, never for credits.</summary>
public sealed record OutletScore(string OutletCode, string OutletName, decimal Score, int FactCount);

/// <summary>
/// Everything that a scorecard says: the page, the PDF, the workbook and the JSON are drawn from this one record, which
/// is stored with the scorecard. <paramref name="FeedRows"/> are the days of the direct feed, null where nothing was fed;
/// <paramref name="StaffRows"/> those of rosters and presence, <paramref name="QualityRows"/> those of inspections, all without names.
/// <paramref name="Corrections"/> are the facts that upheld appeals put right, null where there are none.
/// <paramref name="MetricTrends"/> have one value for each point of <paramref name="Trend"/>, null where there is no earlier month.
/// <paramref name="FatalIssues"/> cap the grade, <paramref name="Escalations"/> are those of complaints; each null where there are none.
/// The calendars' versions are those in force when the card was drafted, null in cards that are older than these fields.
/// <paramref name="AccuracyRows"/> are the reconciled reports, null where none was.
/// <paramref name="Month"/> is <c>yyyy-MM</c> in <paramref name="TimeZone"/>.
/// </summary>
public sealed record ScorecardContent(
    string TenantName,
    string VendorCode,
    string VendorName,
    string ContractNumber,
    string ContractTitle,
    IReadOnlyList<OutletRef> Outlets,
    string Month,
    string TimeZone,
    int Revision,
    int TermsVersion,
    string ServiceCalendar,
    string OfficeCalendar,
    string Currency,
    decimal? Score,
    Grade? Grade,
    bool GradeCapped,
    int FactCount,
    int MinimumFacts,
    ScoreInterval? Interval,
    decimal? PreviousScore,
    IReadOnlyList<MetricResult> Metrics,
    IReadOnlyList<ObligationFact> Obligations,
    IReadOnlyList<ReportFact> ReportRows,
    IReadOnlyList<ExemptionFact> Exemptions,
    IReadOnlyList<TrendPoint> Trend,
    CreditStatement Credit,
    IReadOnlyList<OutletScore>? OutletScores = null,
    IReadOnlyList<ReportFact>? FeedRows = null,
    IReadOnlyList<ReportFact>? StaffRows = null,
    IReadOnlyList<ReportFact>? QualityRows = null,
    IReadOnlyList<Correction>? Corrections = null,
    IReadOnlyList<MetricTrend>? MetricTrends = null,
    IReadOnlyList<FatalIssue>? FatalIssues = null,
    IReadOnlyList<EscalationFact>? Escalations = null,
    int? ServiceCalendarVersion = null,
    int? OfficeCalendarVersion = null,
    IReadOnlyList<ReportFact>? AccuracyRows = null)
{
    /// <summary>The calendar with its version, where the card knows it.</summary>
    [JsonIgnore]
    public string ServiceCalendarNamed => Named(ServiceCalendar, ServiceCalendarVersion);

    [JsonIgnore]
    public string OfficeCalendarNamed => Named(OfficeCalendar, OfficeCalendarVersion);

    private static string Named(string calendar, int? version) => version is { } number ? $"{calendar} v{number}" : calendar;

    /// <summary>The rows behind a metric that does not rest on obligations: of the source that scores it.</summary>
    public IReadOnlyList<ReportFact> RowsOf(MetricResult metric) =>
        metric.Code == AccuracyMetrics.Code ? AccuracyRows ?? []
            : QualityMetrics.RowsOf(metric.Code, QualityRows ?? []) is { Count: > 0 } inspected
            ? inspected
            : StaffMetrics.RowsOf(metric.Code, metric.Source, StaffRows ?? []) is { Count: > 0 } own
            ? own
            : ReportMetrics.FactsOf(metric.Code, IsFed(metric) ? FeedRows ?? [] : ReportRows);

    /// <summary>What the portal counts against contacts handled rests on the feed too, where there is one (UPG).</summary>
    private bool IsFed(MetricResult metric) =>
        metric.Source == Provenance.Feed || (metric.Source == Provenance.Portal && ReportMetrics.TellsHandled(FeedRows));

    /// <summary>The fields of <see cref="RowsOf"/> that the metric is counted from.</summary>
    public static IReadOnlyList<string> FieldsOf(MetricResult metric) =>
        metric.Code == AccuracyMetrics.Code ? AccuracyMetrics.Fields
            : QualityMetrics.FieldsOf(metric.Code) is { Count: > 0 } inspected ? inspected
            : StaffMetrics.FieldsOf(metric.Code, metric.Source) is { Count: > 0 } own ? own
            : metric is { Code: "UPG", Source: Provenance.Portal } ? [ReportMetrics.Handled]
            : ReportMetrics.FieldsOf(metric.Code);
}
