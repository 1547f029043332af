using ClosedXML.Excel;
using VendorGov.Documents.Excel;

namespace VendorGov.Documents.Tables;

/// <summary>Lists as an xlsx, one sheet each: head bold, frozen and filtered, fitted to the page's width. Text stays text.</summary>
public static class TableWorkbook
{
    public static byte[] Render(params IReadOnlyList<TableContent> tables)
    {
        using var book = new Book();
        foreach (var table in tables)
        {
            Write(book.Add(SheetName(table.Name)), table);
        }

        return book.Save();
    }

    internal static void Cell(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case DateTime at:
                cell.SetValue(at).Style.NumberFormat.Format = SheetStyle.DateTime;
                break;
            case DateOnly date:
                cell.SetValue(date.ToDateTime(TimeOnly.MinValue)).Style.NumberFormat.Format = SheetStyle.Date;
                break;
            case bool flag:
                cell.SetValue(flag);
                break;
            case decimal or int or long or double or short:
                cell.SetValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                SheetStyle.Text(cell, value.ToString());
                break;
        }
    }

    /// <summary>What Excel allows as a name: 31 characters, none of <c>\ / ? * [ ] :</c>.</summary>
    internal static string SheetName(string name)
    {
        var legal = string.Concat(name.Where(x => !@"\/?*[]:".Contains(x)));
        return legal.Length > 31 ? legal[..31] : legal;
    }

    private static void Write(IXLWorksheet sheet, TableContent table)
    {
        SheetStyle.Head(sheet, [.. table.Columns.Select(c => (c.Title, c.Width))]);
        var number = 1;
        foreach (var row in table.Rows)
        {
            number++;
            for (var i = 0; i < row.Count; i++)
            {
                Cell(sheet.Cell(number, i + 1), row[i]);
            }
        }

        SheetStyle.Finish(sheet, table.Columns.Count, number);
    }
}
