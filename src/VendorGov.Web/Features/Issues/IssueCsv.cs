using System.Text;
using VendorGov.Documents.Tables;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>A list of issues as a file for spreadsheets: UTF-8 with a mark, so that Excel reads Chinese.</summary>
public static class IssueCsv
{
    private static readonly string[] Columns =
        ["number", "severity", "type", "titleField", "outlet", "vendor", "state", "clock", "clockState", "due", "level", "filed", "updated"];

    public static byte[] Write(IReadOnlyList<IndexModel.Row> rows, Text text, DateTimeOffset now)
    {
        var csv = new StringBuilder();
        Line(csv, Columns.Select(c => text["issues." + c]));
        foreach (var r in rows)
        {
            Line(csv,
            [
                r.Number, r.Severity.ToString(), text.Of(r.Type), r.Title, r.Outlet, r.Vendor, text.Of(r.State),
                r.Nearest is { } c ? text.Of(c.Kind) : "", r.Nearest?.Says(text), r.Nearest is { } d ? text.Instant(d.DueAt) : "",
                $"L{r.Level}", text.Instant(r.FiledAt), text.Instant(r.UpdatedAt),
            ]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Line(StringBuilder csv, IEnumerable<string?> cells) =>
        csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>Quoted; what a spreadsheet would run as a formula is made text.</summary>
    private static string Cell(string? value) => $"\"{TableCsv.Safe(value ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
