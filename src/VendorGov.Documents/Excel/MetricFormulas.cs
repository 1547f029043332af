using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>A figure as a formula, and what that formula comes to.</summary>
internal sealed record FigureFormula(string Formula, decimal Result);

/// <summary>
/// Numerators and denominators that follow from the fact sheets. A formula is offered only if it comes to the scorecard's own
/// figure; otherwise the figure is entered with its provenance.
/// </summary>
internal sealed class MetricFormulas(ScorecardContent content, ObligationSheet obligations, ReportSheet report)
{
    private static readonly string[] Voice = ["voice"], Chat = ["chat", "social"], Any = [];

    public (FigureFormula? Numerator, FigureFormula? Denominator) Of(MetricResult metric)
    {
        var (numerator, denominator) = metric.Source switch
        {
            Provenance.Portal => Counted(metric),
            Provenance.Report => Reported(metric.Code),
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

    private (FigureFormula? Numerator, FigureFormula? Denominator) Reported(string code) => code switch
    {
        "SL20" => Pair(Sum("answered_20s", Voice), Less("offered", "short_abandon", Voice)),
        "ANS" => Pair(Sum("answered", Voice), Less("offered", "short_abandon", Voice)),
        "FR30" => Pair(Sum("first_reply_30s", Chat), Sum("sessions", Chat)),
        "RR3" => Pair(Sum("rounds_3m", Chat), Sum("rounds", Chat)),
        "FCR" => Pair(Less("handled", "repeat_72h", Any), Sum("handled", Any)),
        "WO24" => Pair(Sum("closed_24h", Any), Sum("new", Any)),
        "UPG" => Pair(Sum("escalated", Any), Sum("handled", Any)),
        "CSAT" => Pair(Sum("satisfied", Any), Sum("responses", Any)),
        "ADH" => Pair(Sum("adherent_h", Any), Sum("scheduled_h", Any)),
        "STAFF" => Pair(Smaller("staffed_h", "required_h"), Sum("required_h", Any)),
        "CERT" => Pair(Monthly("certified"), Monthly("hc_end")),
        "ATR" => Pair(Monthly("hc_leave"), MeanHeads()),
        _ => (null, null),
    };

    private static (FigureFormula?, FigureFormula?) Pair(FigureFormula? numerator, FigureFormula? denominator) => (numerator, denominator);

    private FigureFormula? Sum(string field, string[] channels) => report.Has(field)
        ? new(Rounded(report.Sum(field, "daily", channels)), report.Figure(field, "daily", channels))
        : null;

    private FigureFormula? Less(string field, string less, string[] channels) => report.Has(field, less)
        ? new(
            Rounded($"{report.Sum(field, "daily", channels)}-({report.Sum(less, "daily", channels)})"),
            report.Figure(field, "daily", channels) - report.Figure(less, "daily", channels))
        : null;

    private FigureFormula? Smaller(string a, string b) => report.Has(a, b)
        ? new(Rounded(report.SumOfSmaller(a, b)), report.FigureOfSmaller(a, b))
        : null;

    private FigureFormula? Monthly(string field) => report.Has(field)
        ? new(Rounded(report.Sum(field, "monthly", Any)), report.Figure(field, "monthly", Any))
        : null;

    private FigureFormula? MeanHeads() => Monthly("hc_start") is { } start && Monthly("hc_end") is { } end
        ? new($"({start.Formula}+{end.Formula})/2", (start.Result + end.Result) / 2)
        : null;

    /// <summary>Sums of hours such as 7.3 are not exact in a spreadsheet's binary numbers; the sixth decimal is.</summary>
    private static string Rounded(string formula) => $"ROUND({formula},6)";
}
