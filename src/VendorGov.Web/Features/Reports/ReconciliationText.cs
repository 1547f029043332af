using VendorGov.Domain.Reports;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>Puts reconciled lines into words.</summary>
public sealed class ReconciliationText(Text text)
{
    public string Field(ReconciliationLine line) => line.Field switch
    {
        Tolerances.Csat => text["reports.csat"],
        Tolerances.Quality => text["reports.qualityRate"],
        Tolerances.Headcount => text["reports.headcount"],
        _ => new FindingText(text).Label(line.Field),
    };

    public string Figure(ReconciliationLine line, decimal? value) =>
        line.Tolerance.Kind == ToleranceKind.Points ? text.Percent(value) : text.Number(value);

    public string Tolerance(ReconciliationLine line) => line.ByWaybill ? text["reports.tolerance.rows"] : Tolerance(line.Tolerance);

    public string Tolerance(Tolerance tolerance) => tolerance.Kind switch
    {
        ToleranceKind.Percent => text["reports.tolerance.percent", tolerance.Value],
        ToleranceKind.Points => text["reports.tolerance.points", tolerance.Value],
        _ => text["reports.tolerance.exact"],
    };

    /// <summary>The difference as the tolerance counts it: missing rows, points or percent.</summary>
    public string Difference(ReconciliationLine line) => line switch
    {
        { ByWaybill: true, Facts.Count: > 0 } => text["reports.missingRows", line.Facts.Count],
        { ByWaybill: true, Within: true } => text["reports.noneMissing"],
        { Reported: null } => text["reports.notReported"],
        { Tolerance.Kind: ToleranceKind.Percent, Percent: { } percent } => text.Change(percent) + "%",
        _ => text.Change(line.Difference, line.Tolerance.Kind == ToleranceKind.Points ? 1 : 0),
    };

    /// <summary>The outlets and fields that were held against something, or why there was nothing to hold them against.</summary>
    public string Compared(RuleVerdict rule, ReportPeriod period) => rule switch
    {
        { Compared: true, Outlets: 0 } => text[$"reports.wholeContract.{rule.Rule}"],
        { Compared: true } => text["reports.ruleCompared", rule.Within, rule.Fields, rule.Outlets],
        { Rule: ReconcileRule.Headcount } when period.IsWeek => text["reports.notCompared.HeadcountWeek"],
        { Rule: ReconcileRule.Quality } => text["reports.notCompared.Quality", ObservedQuality.Least],
        _ => text[$"reports.notCompared.{rule.Rule}"],
    };

    /// <summary>What a row behind a line is called: a date, a waybill, or a count where the contract is compared as a whole.</summary>
    public string Key(ReconciliationLine line, ReconciliationFact fact) => line.Outlet is null ? new FindingText(text).Label(fact.Key) : fact.Key;

    public string Sentence(ReconciliationLine line, string outlet) => text[
        "reports.p6.line", outlet, line.Channel is { } channel ? text.Of(channel) : text["reports.anyChannel"], Field(line),
        Figure(line, line.Reported), Figure(line, line.Observed), Difference(line), Tolerance(line)];
}
