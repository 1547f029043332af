using ClosedXML.Excel;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>The first sheet: parties, then every figure as a formula over the sheets behind it.</summary>
internal static class SummarySheet
{
    /// <summary>Row of the score; tests and readers find it by its label.</summary>
    private const int ScoreRow = 9;

    public static void Write(Book book, IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        sheet.Column(1).Width = 30;
        sheet.Columns(2, 4).Width = 18;
        Title(sheet, content, words);
        Scores(book, sheet, content, words);
        var row = Counts(book, sheet, content, words);
        row = Groups(book, sheet, content, words, row + 2);
        Trend(sheet, content, words, row + 2);
        SheetStyle.Page(sheet, landscape: false);
        sheet.Cell(1, 1).Style.Font.FontSize = 16;
    }

    private static void Title(IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        SheetStyle.Text(sheet.Cell(1, 1), $"{content.VendorName} · {content.Month} · {words["pdf.kind"]}");
        sheet.Cell(1, 1).Style.Font.Bold = true;
        (string Label, string Text)[] lines =
        [
            (words["summary.tenant"], content.TenantName),
            (words["pdf.contract"], $"{content.ContractNumber} {content.ContractTitle}"),
            (words["pdf.terms"], words["pdf.terms-text", content.TermsVersion, content.Revision]),
            (words["pdf.calendars"], words["pdf.calendars-text", content.ServiceCalendarNamed, content.OfficeCalendarNamed, content.TimeZone]),
            (words["pdf.outlets", content.Outlets.Count], string.Join(words["pdf.list-comma"], content.Outlets.Select(o => $"{o.Code} {o.Name}"))),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            SheetStyle.Text(sheet.Cell(i + 2, 1), lines[i].Label);
            SheetStyle.Text(sheet.Cell(i + 2, 2), lines[i].Text);
            sheet.Cell(i + 2, 1).Style.Font.FontColor = Book.Quiet;
        }
    }

    private static void Scores(Book book, IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        Band(sheet, ScoreRow - 1, words["summary.result"], "");
        var (scores, weights, weighted) =
            (MetricSheet.Range(content, words, 'K'), MetricSheet.Range(content, words, 'L'), MetricSheet.Range(content, words, 'N'));
        var none = words["pdf.not-graded"];
        Label(sheet, ScoreRow, words["col.score"]);
        // Ten decimals: more than is shown, fewer than the noise of binary sums, so that 90 is 90.
        book.Formula(
            sheet.Cell(ScoreRow, 2),
            $"IF(OR(COUNT({scores})=0,2*SUMIF({scores},\">=0\",{weights})<SUM({weights})),\"{none}\",ROUND(SUM({weighted}),10))",
            content.Score is { } score ? Math.Round(score, 10, MidpointRounding.AwayFromZero) : none);
        Label(sheet, ScoreRow + 1, words["summary.grade"]);
        var letters = content.GradeCapped ? "IF(B9>=60,\"D\",\"E\")" : "IF(B9>=90,\"A\",IF(B9>=80,\"B\",IF(B9>=70,\"C\",IF(B9>=60,\"D\",\"E\"))))";
        book.Formula(sheet.Cell(ScoreRow + 1, 2), $"IF(ISNUMBER(B9),{letters},\"{none}\")", content.Grade?.ToString() ?? none);
        Label(sheet, ScoreRow + 2, words["summary.previous"]);
        SheetStyle.Number(sheet.Cell(ScoreRow + 2, 2), content.PreviousScore);
        Label(sheet, ScoreRow + 3, words["summary.change"]);
        var change = content is { Score: { } now, PreviousScore: { } before } ? Math.Round(now, 10, MidpointRounding.AwayFromZero) - before : (object)"";
        book.Formula(sheet.Cell(ScoreRow + 3, 2), "IF(AND(ISNUMBER(B9),ISNUMBER(B11)),B9-B11,\"\")", change);
        Label(sheet, ScoreRow + 4, words["summary.interval"]);
        SheetStyle.Number(sheet.Cell(ScoreRow + 4, 2), content.Interval?.Low);
        SheetStyle.Number(sheet.Cell(ScoreRow + 4, 3), content.Interval?.High);
        sheet.Range(ScoreRow, 2, ScoreRow + 4, 3).Style.NumberFormat.Format = "0.00";
        sheet.Range(ScoreRow, 1, ScoreRow + 1, 2).Style.Font.Bold = true;
    }

    private static int Counts(Book book, IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        var name = words["sheet.obligations"];
        var last = Math.Max(2, content.Obligations.Count + 1);
        var (counted, met) = ($"'{name}'!$O$2:$O${last}", $"'{name}'!$P$2:$P${last}");
        var points = MetricSheet.Range(content, words, 'O');
        var (due, done) = (content.Obligations.Count(o => o.Counted), content.Obligations.Count(o => o is { Counted: true, Met: true }));
        (string Label, string Formula, decimal Result)[] lines =
        [
            (words["summary.facts"], $"COUNTIF({counted},1)+{content.FactCount - due}", content.FactCount),
            (words["summary.due"], $"COUNTIF({counted},1)", due),
            (words["summary.missed"], $"COUNTIF({counted},1)-COUNTIFS({counted},1,{met},1)", due - done),
            (words["pdf.key-target"], $"COUNTIF({points},0)", content.Metrics.Count(m => m.Points == 0)),
            (words["pdf.key-below"], $"COUNTIF({points},\">=2\")", content.Metrics.Count(m => m.Points >= 2)),
            (words["pdf.key-points"], $"'{words["sheet.credit"]}'!B2", content.Metrics.Sum(m => m.ChargedPoints ?? 0)),
            (words["pdf.key-credit"], $"'{words["sheet.credit"]}'!B8", content.Credit.Amount),
        ];
        Band(sheet, 15, words["summary.counts"], "");
        for (var i = 0; i < lines.Length; i++)
        {
            Label(sheet, 16 + i, lines[i].Label);
            book.Formula(sheet.Cell(16 + i, 2), lines[i].Formula, lines[i].Result);
            sheet.Cell(16 + i, 2).Style.NumberFormat.Format = i == lines.Length - 1 ? "#,##0.00" : "#,##0";
        }

        return 15 + lines.Length;
    }

    private static int Groups(Book book, IXLWorksheet sheet, ScorecardContent content, Words words, int row)
    {
        Band(sheet, row, words["summary.groups"], words["col.score"], words["col.weight"]);
        var (codes, shares, weighted, weights) = (
            MetricSheet.Range(content, words, 'A'), MetricSheet.Range(content, words, 'M'),
            MetricSheet.Range(content, words, 'N'), MetricSheet.Range(content, words, 'L'));
        foreach (var group in content.Metrics.GroupBy(m => m.Group))
        {
            row++;
            var known = MetricCatalogue.Groups.FirstOrDefault(g => g.Code == group.Key);
            Label(sheet, row, known is null ? group.Key : words.IsChinese ? known.Zh : known.En);
            var share = group.Sum(m => m.WeightShare);
            book.Formula(
                sheet.Cell(row, 2), $"IF(SUMIF({codes},A{row},{shares})>0,SUMIF({codes},A{row},{weighted})/SUMIF({codes},A{row},{shares}),\"–\")",
                share > 0 ? group.Sum(m => m.WeightShare * (m.Score ?? 0)) / share : Figures.None);
            book.Formula(sheet.Cell(row, 3), $"SUMIF({codes},A{row},{weights})", group.Sum(m => m.Weight));
            sheet.Cell(row, 2).Style.NumberFormat.Format = "0.00";
        }

        return row;
    }

    private static void Trend(IXLWorksheet sheet, ScorecardContent content, Words words, int row)
    {
        Band(sheet, row, words["pdf.trend"], words["col.score"], words["summary.grade"]);
        foreach (var point in content.Trend)
        {
            row++;
            Label(sheet, row, point.Month);
            SheetStyle.Number(sheet.Cell(row, 2), point.Score);
            SheetStyle.Text(sheet.Cell(row, 3), point.Grade?.ToString() ?? words["pdf.not-graded"]);
            sheet.Cell(row, 2).Style.NumberFormat.Format = "0.00";
        }
    }

    private static void Band(IXLWorksheet sheet, int row, params string[] titles)
    {
        for (var i = 0; i < titles.Length; i++)
        {
            SheetStyle.Text(sheet.Cell(row, i + 1), titles[i]);
        }

        var style = sheet.Range(row, 1, row, 4).Style;
        style.Font.Bold = true;
        style.Fill.BackgroundColor = Book.Head;
    }

    private static void Label(IXLWorksheet sheet, int row, string label)
    {
        SheetStyle.Text(sheet.Cell(row, 1), label);
        sheet.Cell(row, 2).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
    }
}
