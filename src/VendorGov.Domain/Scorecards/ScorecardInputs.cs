using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>What a scorecard says about its contract. <paramref name="TimeZone"/> is the IANA id that months follow.</summary>
public sealed record ContractFacts(
    string TenantName,
    string VendorCode,
    string VendorName,
    string Number,
    string Title,
    IReadOnlyList<OutletRef> Outlets,
    IReadOnlySet<Channel> Channels,
    string TimeZone,
    int TermsVersion,
    string ServiceCalendar,
    string OfficeCalendar,
    string Currency,
    int? ServiceCalendarVersion = null,
    int? OfficeCalendarVersion = null);

/// <summary>
/// The 11 months before the one that is scored: sums of charges and of credits in the contract's currency, for the rolling cap.
/// </summary>
public sealed record RollingYear(decimal Charges, decimal Credits)
{
    public static readonly RollingYear None = new(0, 0);
}

/// <summary>
/// Everything that a month's scorecard follows from. <paramref name="Obligations"/> are those of the month
/// (<see cref="MonthFacts.Of"/>). <paramref name="ReportRows"/> is null while no report is accepted;
/// <paramref name="ReportDemanded"/> makes that a failure. <paramref name="OpenMinutes"/> is the month's open time of the service
/// calendar, less exempt time. <paramref name="Previous"/> is the scorecard of the calendar month before, if any.
/// <paramref name="Trend"/> holds earlier months, oldest first. <paramref name="FatalBreach"/> caps the grade at D.
/// So does each of <paramref name="FatalIssues"/>.
/// <paramref name="FeedRows"/> is what the direct feed says, in the shape and with the names of the report's daily rows.
/// <paramref name="StaffRows"/> are rosters, presence and headcount as <see cref="StaffMetrics"/> reads them.
/// <paramref name="QualityRows"/> are the month's evaluations as <see cref="QualityMetrics"/> reads them.
/// <paramref name="AccuracyRows"/> are the reconciled reports as <see cref="AccuracyMetrics"/> reads them, null where none is.
/// <paramref name="Corrections"/> are the upheld appeals; those of obligations are in <paramref name="Obligations"/> already.
/// <paramref name="EarlierMetrics"/> are the metrics of each month of <paramref name="Trend"/>.
/// <paramref name="Escalations"/>: of complaints in the portal, by their own date; null where the portal does not count them.
/// </summary>
public sealed record ScorecardInputs(
    ContractFacts Contract,
    Terms Terms,
    YearMonth Month,
    int Revision,
    decimal Charge,
    IReadOnlyList<ObligationFact> Obligations,
    IReadOnlyList<ReportFact>? ReportRows,
    bool ReportDemanded,
    decimal OpenMinutes,
    IReadOnlyList<ExemptionFact> Exemptions,
    ScorecardContent? Previous,
    RollingYear Rolling,
    IReadOnlyList<TrendPoint> Trend,
    IReadOnlyList<EscalationFact>? Escalations = null,
    int RandomEvaluations = 0,
    bool FatalBreach = false,
    IReadOnlyList<ReportFact>? FeedRows = null,
    IReadOnlyList<ReportFact>? StaffRows = null,
    IReadOnlyList<ReportFact>? QualityRows = null,
    IReadOnlyList<Correction>? Corrections = null,
    IReadOnlyList<IReadOnlyList<MetricResult>>? EarlierMetrics = null,
    IReadOnlyList<FatalIssue>? FatalIssues = null,
    IReadOnlyList<ReportFact>? AccuracyRows = null);
