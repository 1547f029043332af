using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>A figure as a formula, and what that formula comes to.</summary>
internal sealed record FigureFormula(string Formula, decimal Result);

/// <summary>The sheets of facts; null where a month has none of the kind.</summary>
internal sealed record FactSheets(
    ObligationSheet Obligations, ReportSheet Report, ReportSheet? Feed, ReportSheet? Staff, ReportSheet? Quality, ReportSheet? Accuracy);

/// <summary>
/// Numerators and denominators that follow from the fact sheets. A formula is offered only if it comes to the scorecard's own
/// figure; otherwise the figure is entered with its provenance.
/// </summary>
internal sealed class MetricFormulas(ScorecardContent content, FactSheets sheets)
{
    public (FigureFormula? Numerator, FigureFormula? Denominator) Of(MetricResult metric)
    {
        var (numerator, denominator) = RowsOf(metric) is { } rows ? new RowFormulas(rows, FromPresence(metric) ? StaffMetrics.FeedSheet : "daily").Of(metric.Code) : Counted(metric);
        return (metric is { Code: "UPG", Source: Provenance.Portal } ? null : Agreed(numerator, metric.Numerator), Agreed(denominator, metric.Denominator));
    }

    /// <summary>The name of the sheet that a metric's formulas read; null: none does.</summary>
    public string? SheetOf(MetricResult metric) =>
        RowsOf(metric) is { } rows ? rows.Name : metric.Source == Provenance.Portal ? sheets.Obligations.Name : null;

    private ReportSheet? RowsOf(MetricResult metric) => metric.Source switch
    {
        Provenance.Portal when metric.Code == AccuracyMetrics.Code => sheets.Accuracy,
        Provenance.Portal when StaffMetrics.FieldsOf(metric.Code, metric.Source).Count > 0 => sheets.Staff,
        Provenance.Portal when QualityMetrics.FieldsOf(metric.Code).Count > 0 => sheets.Quality,
        Provenance.Portal when metric.Code == "UPG" => sheets.Feed?.Has("handled") == true ? sheets.Feed : sheets.Report,
        Provenance.Report => sheets.Report,
        Provenance.Feed when FromPresence(metric) => sheets.Staff,
        Provenance.Feed => sheets.Feed,
        _ => null,
    };

    /// <summary>By the presence that was fed, which stands beside the portal's own.</summary>
    private bool FromPresence(MetricResult metric) =>
        metric.Source == Provenance.Feed && StaffMetrics.RowsOf(metric.Code, metric.Source, content.StaffRows ?? []).Count > 0;

    private static FigureFormula? Agreed(FigureFormula? formula, decimal? figure) => formula?.Result == figure ? formula : null;

    private (FigureFormula? Numerator, FigureFormula? Denominator) Counted(MetricResult metric)
    {
        var kinds = ObligationMetrics.KindsOf(metric.Code);
        if (kinds.Count == 0 || metric.Source != Provenance.Portal)
        {
            return (null, null);
        }

        var facts = content.Obligations.Where(o => o.Counted && kinds.Contains(o.Kind)).ToList();
        return (new(sheets.Obligations.Count(kinds, met: true), facts.Count(f => f.Met)), new(sheets.Obligations.Count(kinds, met: false), facts.Count));
    }
}
