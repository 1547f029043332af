using ClosedXML.Excel;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>What has no weight and says why: averages over the daily rows, and how long obligations took. Formulas over the same facts as the metrics.</summary>
internal static class DiagnosticsSheet
{
    private static readonly string[] Parts = ["≤ 25%", "≤ 50%", "≤ 75%", "≤ 100%", "> 100%"];

    public static void Write(Book book, IXLWorksheet sheet, ScorecardContent content, Words words, ObligationSheet obligations, ReportSheet report, ReportSheet? feed)
    {
        SheetStyle.Head(sheet,
        [
            (words["sheet.diagnostics"], 30), (words["col.source"], 14), (words["col.numerator"], 14), (words["col.denominator"], 14), (words["col.value"], 12),
            (words["col.unit"], 10), (Parts[3], 10), (Parts[4], 10),
        ]);
        sheet.Range(1, 7, 1, 8).Clear();
        var row = 1;
        foreach (var diagnostic in Diagnostics.OfContacts(content))
        {
            Contact(book, sheet, ++row, diagnostic, words, diagnostic.Source == Provenance.Feed ? feed! : report);
        }

        row += 2;
        SheetStyle.Head(sheet,
        [
            (words["col.obligation"], 30), (words["col.n"], 14), (words["diag.median-minutes"], 14), (words["diag.p90-minutes"], 14),
            .. Parts.Select((p, i) => (p, i == 0 ? 12.0 : 10.0)),
        ], row);
        foreach (var times in Diagnostics.OfObligations(content))
        {
            Times(book, sheet, ++row, times, words, obligations);
        }

        SheetStyle.Text(sheet.Cell(row + 2, 1), words["diag.note"]);
        SheetStyle.Page(sheet, landscape: true);
    }

    private static void Contact(Book book, IXLWorksheet sheet, int row, Diagnostic diagnostic, Words words, ReportSheet rows)
    {
        var formula = Diagnostics.Formulas.First(f => f.Code == diagnostic.Code);
        SheetStyle.Text(sheet.Cell(row, 1), words[$"diag.{diagnostic.Code}"]);
        SheetStyle.Text(sheet.Cell(row, 2), words.Of(diagnostic.Source));
        book.Formula(sheet.Cell(row, 3), rows.SumOfWhole(formula.Fields, formula.Plus, formula.Minus), diagnostic.Numerator);
        book.Formula(sheet.Cell(row, 4), rows.SumOfWhole(formula.Fields, [formula.Over], formula.Minus), diagnostic.Denominator);
        book.Formula(sheet.Cell(row, 5), $"{(diagnostic.Unit == "%" ? "100*" : "")}C{row}/D{row}", diagnostic.Value);
        SheetStyle.Text(sheet.Cell(row, 6), diagnostic.Unit == "%" ? "%" : words["diag.seconds"]);
        sheet.Range(row, 3, row, 4).Style.NumberFormat.Format = "#,##0";
        sheet.Cell(row, 5).Style.NumberFormat.Format = "#,##0.0";
    }

    private static void Times(Book book, IXLWorksheet sheet, int row, ResponseTimes times, Words words, ObligationSheet obligations)
    {
        SheetStyle.Text(sheet.Cell(row, 1), words.Of(times.Kind));
        book.Formula(sheet.Cell(row, 2), obligations.Done(times.Kind), (decimal)times.Count);
        book.Formula(sheet.Cell(row, 3), obligations.Rank(times.Kind, $"ROUNDUP(B{row}*50/100,0)"), times.Median / 60m);
        book.Formula(sheet.Cell(row, 4), obligations.Rank(times.Kind, $"ROUNDUP(B{row}*90/100,0)"), times.P90 / 60m);
        for (var part = 0; part < times.Parts.Count; part++)
        {
            var formula = part == 4 ? $"B{row}-SUM(E{row}:H{row})" : obligations.Within(times.Kind, part + 1) + (part > 0 ? "-" + obligations.Within(times.Kind, part) : "");
            book.Formula(sheet.Cell(row, 5 + part), formula, (decimal)times.Parts[part]);
        }

        sheet.Range(row, 2, row, 9).Style.NumberFormat.Format = "#,##0";
        sheet.Range(row, 3, row, 4).Style.NumberFormat.Format = "#,##0.0";
    }
}
