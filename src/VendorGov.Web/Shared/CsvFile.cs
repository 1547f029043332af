using System.Globalization;
using System.Text;

namespace VendorGov.Web.Shared;

/// <summary>
/// A list as comma-separated text: UTF-8 with a byte order mark, so that Excel reads Chinese. A cell of text that a
/// spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly char[] Starters = ['=', '+', '-', '@', '\t', '\r'];

    public static byte[] Of(IEnumerable<string> head, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, [.. head]);
        foreach (var row in rows)
        {
            Line(text, row);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IReadOnlyList<object?> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(object? value) => value switch
    {
        null => "",
        string s => Quoted(Array.IndexOf(Starters, s.FirstOrDefault()) >= 0 ? "'" + s : s),
        IFormattable f => Quoted(f.ToString(null, CultureInfo.InvariantCulture)),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
