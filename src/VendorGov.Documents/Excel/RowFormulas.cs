using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>The catalogue's ratios as formulas over a sheet of rows: the report's, or the direct feed's.</summary>
internal sealed class RowFormulas(ReportSheet rows, string daily = "daily")
{
    private static readonly string[] Voice = ["voice"], Chat = ["chat", "social"], Any = [];

    public (FigureFormula? Numerator, FigureFormula? Denominator) Of(string code) => code switch
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
        "CERT" => Pair(Monthly("certified"), Monthly(rows.Has("on_contacts") ? "on_contacts" : "hc_end")),
        "ATR" => Pair(Monthly("hc_leave"), MeanHeads()),
        "QAP" => Pair(Scored("qa_passed"), Scored(QualityMetrics.Sampled)),
        "FATAL" => Pair(Scored("qa_fatal"), Scored(QualityMetrics.Sampled)),
        "BRD" => Pair(Scored("brand_full"), Scored("brand_scored")),
        AccuracyMetrics.Code => Pair(Compared(AccuracyMetrics.Within), Compared(AccuracyMetrics.Compared)),
        _ => (null, null),
    };

    private static (FigureFormula?, FigureFormula?) Pair(FigureFormula? numerator, FigureFormula? denominator) => (numerator, denominator);

    private FigureFormula? Sum(string field, string[] channels) => rows.Has(field)
        ? new(Rounded(rows.Sum(field, daily, channels)), rows.Figure(field, daily, channels))
        : null;

    private FigureFormula? Less(string field, string less, string[] channels) => rows.Has(field, less)
        ? new(
            Rounded($"{rows.Sum(field, daily, channels)}-({rows.Sum(less, daily, channels)})"),
            rows.Figure(field, daily, channels) - rows.Figure(less, daily, channels))
        : null;

    private FigureFormula? Smaller(string a, string b) => rows.Has(a, b)
        ? new(Rounded(rows.SumOfSmaller(a, b, daily)), rows.FigureOfSmaller(a, b, daily))
        : null;

    private FigureFormula? Monthly(string field) => Of(field, "monthly");

    private FigureFormula? Scored(string field) => Of(field, QualityMetrics.Sheet);

    private FigureFormula? Compared(string field) => Of(field, AccuracyMetrics.Sheet);

    private FigureFormula? Of(string field, string sheet) => rows.Has(field)
        ? new(Rounded(rows.Sum(field, sheet, Any)), rows.Figure(field, sheet, Any))
        : null;

    private FigureFormula? MeanHeads() => Monthly("hc_start") is { } start && Monthly("hc_end") is { } end
        ? new($"({start.Formula}+{end.Formula})/2", (start.Result + end.Result) / 2)
        : null;

    /// <summary>Sums of hours such as 7.3 are not exact in a spreadsheet's binary numbers; the ninth decimal is.</summary>
    private static string Rounded(string formula) => $"ROUND({formula},9)";
}
