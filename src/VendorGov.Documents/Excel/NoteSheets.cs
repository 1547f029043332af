using ClosedXML.Excel;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>Exempt windows, and how to read the workbook.</summary>
internal static class NoteSheets
{
    public static void Exemptions(IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        SheetStyle.Head(sheet, [(words["col.from"], 18), (words["col.to"], 18), (words["col.reason"], 70)]);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(content.TimeZone);
        var row = 1;
        foreach (var window in content.Exemptions.OrderBy(e => e.From))
        {
            row++;
            SheetStyle.Local(sheet.Cell(row, 1), window.From, zone);
            SheetStyle.Local(sheet.Cell(row, 2), window.To, zone);
            SheetStyle.Text(sheet.Cell(row, 3), window.Reason);
        }

        sheet.Columns(1, 2).Style.NumberFormat.Format = SheetStyle.DateTime;
        SheetStyle.Finish(sheet, 3, row);
    }

    public static void Notes(IXLWorksheet sheet, ScorecardContent content, Words words)
    {
        sheet.Column(1).Width = 100;
        string[] lines =
        [
            words["notes.formulas"], words["notes.colours"], words["pdf.method-text"], words["notes.flags"],
            words["notes.times", content.TimeZone], words["notes.blank"], words["notes.entered"], words["notes.credit"],
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            SheetStyle.Text(sheet.Cell(i + 1, 1), lines[i]);
            sheet.Cell(i + 1, 1).Style.Alignment.WrapText = true;
        }

        SheetStyle.Page(sheet, landscape: false);
    }
}
