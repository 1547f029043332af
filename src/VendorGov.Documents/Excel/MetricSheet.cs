using ClosedXML.Excel;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>One row a metric: figures over the fact sheets, value, score, share of the weight, what it adds to the score.</summary>
internal static class MetricSheet
{
    private static readonly decimal[] Steps = [100, 80, 50, 20, 0];

    /// <summary>Absolute range of a column over all metric rows, for the other sheets.</summary>
    public static string Range(ScorecardContent content, Words words, char column) =>
        $"'{words["sheet.metrics"]}'!${column}$2:${column}${Math.Max(2, content.Metrics.Count + 1)}";

    public static void Write(Book book, IXLWorksheet sheet, ScorecardContent content, Words words, MetricFormulas formulas)
    {
        SheetStyle.Head(sheet,
        [
            (words["col.group"], 16), (words["col.code"], 8), (words["col.metric"], 30), (words["col.target-sense"], 6), (words["col.target"], 9),
            (words["col.minimum"], 9), (words["col.numerator"], 12), (words["col.denominator"], 12), (words["col.value"], 11),
            (words["col.unit"], 8), (words["col.score"], 10), (words["col.weight"], 8), (words["col.share"], 10), (words["col.weighted"], 10),
            (words["col.points"], 8), (words["col.charged"], 8), (words["col.source"], 14), (words["col.status"], 10), (words["col.basis"], 26),
            (words["col.factor"], 8),
        ]);
        for (var i = 0; i < content.Metrics.Count; i++)
        {
            Row(book, sheet.Row(i + 2), content.Metrics[i], content, words, formulas);
        }

        sheet.Columns(7, 8).Style.NumberFormat.Format = "#,##0.##";
        sheet.Column(9).Style.NumberFormat.Format = "0.00";
        sheet.Columns(11, 11).Style.NumberFormat.Format = "0.00";
        sheet.Column(13).Style.NumberFormat.Format = "0.00%";
        sheet.Column(14).Style.NumberFormat.Format = "0.00";
        SheetStyle.Finish(sheet, 20, content.Metrics.Count + 1);
        sheet.SheetView.FreezeColumns(3);
    }

    private static void Row(Book book, IXLRow row, MetricResult metric, ScorecardContent content, Words words, MetricFormulas formulas)
    {
        var group = MetricCatalogue.Groups.FirstOrDefault(g => g.Code == metric.Group);
        SheetStyle.Text(row.Cell(1), group is null ? metric.Group : words.IsChinese ? group.Zh : group.En);
        SheetStyle.Text(row.Cell(2), metric.Code);
        SheetStyle.Text(row.Cell(3), words.IsChinese ? metric.NameZh : metric.NameEn);
        SheetStyle.Text(row.Cell(4), metric.Direction == MetricDirection.Up ? "≥" : "≤");
        Input(row.Cell(5), metric.Target);
        Input(row.Cell(6), metric.Minimum);
        var (numerator, denominator) = formulas.Of(metric);
        Figure(book, row.Cell(7), numerator, metric.Numerator);
        Figure(book, row.Cell(8), denominator, metric.Denominator);
        SheetStyle.Text(row.Cell(10), metric.Unit);
        Input(row.Cell(12), metric.Weight);
        Scores(book, row, metric, content, words);
        Points(book, row, metric);
        SheetStyle.Text(row.Cell(17), metric.Source is { } source ? words.Of(source) : null);
        SheetStyle.Text(row.Cell(18), words.Of(metric.Status));
        SheetStyle.Text(row.Cell(19), Basis(metric, numerator is null && denominator is null ? null : formulas.SheetOf(metric), words));
    }

    private static void Scores(Book book, IXLRow row, MetricResult metric, ScorecardContent content, Words words)
    {
        var r = row.RowNumber();
        if (metric is { Status: MetricStatus.Scored, Value: { } value })
        {
            book.Formula(row.Cell(9), $"IF(H{r}>0,{(metric.Unit == "%" ? 100 : 10_000)}*G{r}/H{r},\"\")", value);
        }

        if (metric.Score is not { } score)
        {
            return;
        }

        var formula = ScoreFormula(metric, r);
        if (formula is null)
        {
            Input(row.Cell(11), score);
        }
        else
        {
            book.Formula(row.Cell(11), formula, score);
        }

        var (scores, weights) = (Range(content, words, 'K'), Range(content, words, 'L'));
        book.Formula(row.Cell(13), $"L{r}/SUMIF({scores},\">=0\",{weights})", metric.WeightShare);
        book.Formula(row.Cell(14), $"M{r}*K{r}", metric.WeightShare * score);
    }

    /// <summary>Points by the usual edges, and twice as many in a run of months; edges of the contract's own are entered.</summary>
    private static void Points(Book book, IXLRow row, MetricResult metric)
    {
        if (metric is not { Points: { } points, ChargedPoints: { } charged })
        {
            return;
        }

        var r = row.RowNumber();
        var terms = new MetricTerms(metric.Code, metric.Target, metric.Minimum, metric.Weight);
        if (metric.Value is { } value && MetricScore.Points(value, terms, metric.Direction) == points)
        {
            // Nine decimals, so that an edge such as 1.2 - 0.8 is where it is in decimals.
            var (sign, better, worse) = metric.Direction == MetricDirection.Up ? ("", ">=", "<") : ("-", "<=", ">");
            var (gap, edge) = ($"ROUND({sign}(F{r}-I{r}),9)", $"ROUND(IF(E{r}=F{r},ABS(E{r})/100,ABS(E{r}-F{r})),9)");
            book.Formula(
                row.Cell(15), $"IF(ROUND(I{r},9){better}E{r},0,IF(ROUND(I{r},9){worse}F{r},IF({gap}>3*{edge},4,IF({gap}>{edge},3,2)),1))", (decimal)points);
        }
        else
        {
            Input(row.Cell(15), points);
        }

        Input(row.Cell(20), charged > points ? 2 : 1);
        book.Formula(row.Cell(16), $"O{r}*T{r}", (decimal)charged);
    }

    /// <summary>Linear or stepped, whichever gives the scorecard's own score; null where neither does.</summary>
    private static string? ScoreFormula(MetricResult metric, int r)
    {
        if (metric is not { Value: { } value, Score: { } score, Points: { } points })
        {
            return null;
        }

        var terms = new MetricTerms(metric.Code, metric.Target, metric.Minimum, metric.Weight);
        if (MetricScore.Linear(value, terms, metric.Direction) == score)
        {
            var (better, worse) = metric.Direction == MetricDirection.Up ? (">=", "<") : ("<=", ">");
            return $"IF(I{r}{better}E{r},100,IF(I{r}{worse}F{r},0,60+40*(I{r}-F{r})/(E{r}-F{r})))";
        }

        return Steps[points] == score ? $"CHOOSE(O{r}+1,100,80,50,20,0)" : null;
    }

    private static string Basis(MetricResult metric, string? sheet, Words words) =>
        metric.Numerator is null ? ""
            : sheet is null ? words["basis.entered", metric.Source is { } source ? words.Of(source) : Figures.None]
            : words["basis.sheet", sheet];

    private static void Figure(Book book, IXLCell cell, FigureFormula? formula, decimal? figure)
    {
        if (formula is null)
        {
            Input(cell, figure);
        }
        else
        {
            book.Formula(cell, formula.Formula, formula.Result);
        }
    }

    private static void Input(IXLCell cell, decimal? number)
    {
        SheetStyle.Number(cell, number);
        cell.Style.Font.FontColor = Book.Input;
    }
}
