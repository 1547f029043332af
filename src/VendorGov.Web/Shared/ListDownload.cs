using Microsoft.AspNetCore.Mvc;
using VendorGov.Documents.Tables;

namespace VendorGov.Web.Shared;

/// <summary>A list to take away: Excel, or comma-separated where <c>format=csv</c> asks for it.</summary>
public static class ListDownload
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a list that are taken away at once; who needs more narrows the list.</summary>
    public const int MostRows = 20_000;

    /// <param name="name">The file's name without its ending.</param>
    /// <param name="head">Titles of the columns.</param>
    /// <param name="rows">Cells as <see cref="TableContent"/> takes them.</param>
    /// <param name="format"><c>csv</c>, or anything else for Excel.</param>
    public static FileContentResult Of(
        string name, IEnumerable<string> head, IEnumerable<IReadOnlyList<object?>> rows, string? format)
    {
        var table = new TableContent(name.Length > 31 ? name[..31] : name, [.. head.Select(title => new TableColumn(title))], rows);
        return format == "csv"
            ? new FileContentResult(TableCsv.Render(table), "text/csv; charset=utf-8") { FileDownloadName = name + ".csv" }
            : new FileContentResult(TableWorkbook.Render(table), Excel) { FileDownloadName = name + ".xlsx" };
    }
}
