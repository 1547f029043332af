using VendorGov.Domain.Reports;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>Puts reconciled lines into words.</summary>
public sealed class ReconciliationText(Text text)
{
    public string Field(ReconciliationLine line) => line.Field == Tolerances.Csat ? text["reports.csat"] : new FindingText(text).Label(line.Field);

    public string Figure(ReconciliationLine line, decimal? value) =>
        line.Field == Tolerances.Csat ? text.Percent(value) : text.Number(value);

    public string Tolerance(ReconciliationLine line) => line.Channel is null ? text["reports.tolerance.rows"] : line.Tolerance.Kind switch
    {
        ToleranceKind.Percent => text["reports.tolerance.percent", line.Tolerance.Value],
        ToleranceKind.Points => text["reports.tolerance.points", line.Tolerance.Value],
        _ => text["reports.tolerance.exact"],
    };

    /// <summary>The difference as the tolerance counts it: missing rows, points or percent.</summary>
    public string Difference(ReconciliationLine line) => line switch
    {
        { Channel: null, Facts.Count: > 0 } => text["reports.missingRows", line.Facts.Count],
        { Channel: null, Within: true } => text["reports.noneMissing"],
        { Reported: null } => text["reports.notReported"],
        { Tolerance.Kind: ToleranceKind.Percent, Percent: { } percent } => text.Change(percent) + "%",
        _ => text.Change(line.Difference, line.Field == Tolerances.Csat ? 1 : 0),
    };

    public string Sentence(ReconciliationLine line, string outlet) => text[
        "reports.p6.line", outlet, line.Channel is { } channel ? text.Of(channel) : text["reports.anyChannel"], Field(line),
        Figure(line, line.Reported), Figure(line, line.Observed), Difference(line), Tolerance(line)];
}
