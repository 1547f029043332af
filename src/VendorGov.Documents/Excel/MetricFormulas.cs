using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>A figure as a formula, and what that formula comes to.</summary>
internal sealed record FigureFormula(string Formula, decimal Result);

/// <summary>
/// Numerators and denominators that follow from the fact sheets. A formula is offered only if it comes to the scorecard's own
/// figure; otherwise the figure is entered with its provenance.
/// </summary>
internal sealed class MetricFormulas(ScorecardContent content, ObligationSheet obligations, ReportSheet report, ReportSheet? feed, ReportSheet? staff, ReportSheet? quality)
{
    public (FigureFormula? Numerator, FigureFormula? Denominator) Of(MetricResult metric)
    {
        var (numerator, denominator) = metric.Source switch
        {
            Provenance.Portal when staff is not null && StaffMetrics.FieldsOf(metric.Code, metric.Source).Count > 0 => new RowFormulas(staff).Of(metric.Code),
            Provenance.Portal when quality is not null && QualityMetrics.FieldsOf(metric.Code).Count > 0 => new RowFormulas(quality).Of(metric.Code),
            Provenance.Portal when metric.Code == "UPG" => (null, new RowFormulas(feed ?? report).Of(metric.Code).Denominator),
            Provenance.Portal => Counted(metric),
            Provenance.Report => new RowFormulas(report).Of(metric.Code),
            Provenance.Feed when feed is not null => new RowFormulas(feed).Of(metric.Code),
            _ => (null, null),
        };
        return (Agreed(numerator, metric.Numerator), Agreed(denominator, metric.Denominator));
    }

    private static FigureFormula? Agreed(FigureFormula? formula, decimal? figure) => formula?.Result == figure ? formula : null;

    private (FigureFormula? Numerator, FigureFormula? Denominator) Counted(MetricResult metric)
    {
        var kinds = ObligationMetrics.KindsOf(metric.Code);
        if (kinds.Count == 0)
        {
            return (null, null);
        }

        var facts = content.Obligations.Where(o => o.Counted && kinds.Contains(o.Kind)).ToList();
        return (new(obligations.Count(kinds, met: true), facts.Count(f => f.Met)), new(obligations.Count(kinds, met: false), facts.Count));
    }
}
