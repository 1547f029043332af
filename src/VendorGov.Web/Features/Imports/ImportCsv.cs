using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using VendorGov.Documents.Tables;

namespace VendorGov.Web.Features.Imports;

/// <summary>Lists of this capability as csv: UTF-8 with a mark that Excel needs, cells that a spreadsheet takes as text.</summary>
public static class ImportCsv
{
    public static FileContentResult File(string name, IEnumerable<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        Line(text, head);
        foreach (var row in rows) Line(text, row);
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
        return new FileContentResult(content, "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>A cell that starts like a formula gets a leading apostrophe, so that no spreadsheet runs it.</summary>
    private static string Cell(string value)
    {
        var safe = TableCsv.Safe(value);
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
