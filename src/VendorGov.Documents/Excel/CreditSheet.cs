using ClosedXML.Excel;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>The service credit: points from the metrics, then the sum and its two caps.</summary>
internal static class CreditSheet
{
    public static void Write(Book book, IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        var credit = content.Credit;
        SheetStyle.Head(sheet, [(words["col.item"], 34), (words["col.amount"], 18)]);
        Label(sheet, 2, words["credit.points"]);
        book.Formula(sheet.Cell(2, 2), $"SUM({MetricSheet.Range(content, words, 'P')})", (decimal)content.Metrics.Sum(m => m.ChargedPoints ?? 0));
        Entered(sheet, 3, words["credit.percent"], credit.PercentPerPoint, "0.00");
        Entered(sheet, 4, words["credit.charge"], credit.Charge, "#,##0.00");
        Label(sheet, 5, words["credit.uncapped"]);
        book.Formula(sheet.Cell(5, 2), "ROUND(B2*B3/100*B4,2)", credit.Uncapped);
        Entered(sheet, 6, words["credit.month-cap"], credit.MonthlyCap, "#,##0.00");
        Entered(sheet, 7, words["credit.rolling"], credit.RollingRoom, "#,##0.00");
        Label(sheet, 8, words["credit.amount"]);
        book.Formula(sheet.Cell(8, 2), "MAX(0,MIN(B5,B6,B7))", credit.Amount);
        Label(sheet, 9, words["credit.currency"]);
        SheetStyle.Text(sheet.Cell(9, 2), content.Currency);
        Label(sheet, 10, words["statement.left"]);
        book.Formula(sheet.Cell(10, 2), "B7-B8", credit.LeftOfRolling);
        Points(sheet, content, words);
        sheet.Cell(10, 2).Style.NumberFormat.Format = "#,##0.00";
        sheet.Range(5, 2, 8, 2).Style.NumberFormat.Format = "#,##0.00";
        sheet.Range(8, 1, 8, 2).Style.Font.Bold = true;
        sheet.Range(2, 2, 10, 2).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        sheet.SheetView.FreezeRows(1);
        SheetStyle.Page(sheet, landscape: false);
    }

    /// <summary>Each metric with points, and whether they count twice.</summary>
    private static void Points(IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        var row = 12;
        string[] heads = [words["col.metric"], words["col.points"], words["statement.charged"]];
        for (var i = 0; i < heads.Length; i++)
        {
            SheetStyle.Text(sheet.Cell(row, i + 1), heads[i]);
            sheet.Cell(row, i + 1).Style.Font.Bold = true;
        }

        foreach (var metric in content.Metrics.Where(m => m.ChargedPoints > 0))
        {
            row++;
            SheetStyle.Text(sheet.Cell(row, 1), $"{metric.Code} {(words.IsChinese ? metric.NameZh : metric.NameEn)}");
            SheetStyle.Number(sheet.Cell(row, 2), metric.Points);
            SheetStyle.Number(sheet.Cell(row, 3), metric.ChargedPoints);
        }
    }

    private static void Label(IXLWorksheet sheet, int row, string label) => SheetStyle.Text(sheet.Cell(row, 1), label);

    private static void Entered(IXLWorksheet sheet, int row, string label, decimal number, string format)
    {
        Label(sheet, row, label);
        SheetStyle.Number(sheet.Cell(row, 2), number);
        sheet.Cell(row, 2).Style.Font.FontColor = Book.Input;
        sheet.Cell(row, 2).Style.NumberFormat.Format = format;
    }
}
