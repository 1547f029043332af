using System.Globalization;
using System.Text;

namespace VendorGov.Documents.Tables;

/// <summary>
/// A list as csv that Excel opens as it is: UTF-8 with a byte order mark. Text that a spreadsheet would run as a formula (beginning with = + - @,
/// also full-width or behind white space, or with a control character) gets an apostrophe in front, unless it is a number.
/// </summary>
public static class TableCsv
{
    public static byte[] Render(TableContent table)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            Write(text, table.Columns.Select(c => (object?)c.Title));
            foreach (var row in table.Rows)
            {
                Write(text, row);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Text made harmless for a spreadsheet; numbers stay as they are.</summary>
    public static string Safe(string text) =>
        text.Length > 0 && (char.IsControl(text[0]) || First(text) is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠') && !IsNumber(text)
            ? "'" + text : text;

    /// <summary>Programs that trim cells would find it behind what cannot be seen.</summary>
    private static char First(string text) => text.FirstOrDefault(
        c => !char.IsWhiteSpace(c) && !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);

    private static void Write(StreamWriter text, IEnumerable<object?> cells)
    {
        text.Write(string.Join(',', cells.Select(cell => Quoted(Text(cell)))));
        text.Write("\r\n");
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => Safe(text),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Safe(cell.ToString() ?? ""),
    };

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
