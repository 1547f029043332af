using ClosedXML.Excel;

namespace VendorGov.Documents.Excel;

/// <summary>The look that all sheets share: tinted bold head, frozen and filtered, one page wide in print.</summary>
internal static class SheetStyle
{
    public const string DateTime = "yyyy-mm-dd hh:mm", Date = "yyyy-mm-dd";

    /// <summary>Writes the head row and sets column widths in characters.</summary>
    public static void Head(IXLWorksheet sheet, IReadOnlyList<(string Title, double Width)> columns, int row = 1)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Column(i + 1).Width = columns[i].Width;
            Text(sheet.Cell(row, i + 1), columns[i].Title);
        }

        var head = sheet.Range(row, 1, row, columns.Count).Style;
        head.Font.Bold = true;
        head.Fill.BackgroundColor = Book.Head;
        head.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        head.Alignment.WrapText = true;
        head.Border.BottomBorder = XLBorderStyleValues.Thin;
        head.Border.BottomBorderColor = XLColor.FromHtml("#C9D1DB");
    }

    /// <summary>Freezes and filters below the head and sets the page. Call when all rows are in.</summary>
    public static void Finish(IXLWorksheet sheet, int columns, int lastRow, int headRow = 1)
    {
        sheet.SheetView.FreezeRows(headRow);
        sheet.Range(headRow, 1, Math.Max(lastRow, headRow), columns).SetAutoFilter();
        sheet.PageSetup.SetRowsToRepeatAtTop(headRow, headRow);
        Page(sheet, landscape: columns > 7);
    }

    public static void Page(IXLWorksheet sheet, bool landscape)
    {
        sheet.Style.Font.FontName = "Noto Sans SC";
        sheet.Style.Font.FontSize = 10;
        sheet.PageSetup.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
    }

    /// <summary>Always text, whatever it looks like: <c>00123</c>, <c>1E5</c>, <c>1月</c>, <c>=HYPERLINK(...)</c>.</summary>
    public static void Text(IXLCell cell, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            cell.SetValue(XmlText.Legal(text));
        }
    }

    public static void Number(IXLCell cell, decimal? number)
    {
        if (number is { } value)
        {
            cell.SetValue((double)value);
        }
    }

    public static void Local(IXLCell cell, DateTimeOffset? at, TimeZoneInfo zone)
    {
        if (at is { } instant)
        {
            cell.SetValue(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        }
    }
}
