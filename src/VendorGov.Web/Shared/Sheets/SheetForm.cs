using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;

namespace VendorGov.Web.Shared.Sheets;

/// <summary>A table to fill in: the template is made from the columns and read back by them.</summary>
public sealed record SheetForm(string Zh, string En, IReadOnlyList<SheetColumn> Columns)
{
    public static readonly TabularLimits Limits = new(MaxBytes: 8 * 1024 * 1024, MaxInflatedBytes: 96 * 1024 * 1024, MaxRows: 50_000, MaxColumns: 60);

    public byte[] Template(Text text, string notes, IReadOnlyList<IReadOnlyList<object?>> examples, IReadOnlyDictionary<string, IReadOnlyList<string>>? allowed = null)
    {
        var columns = Columns.Select(c => new TemplateColumn(
            text.Pick(c.Zh, c.En), text[$"{notes}.{c.Key}"], c.Required, c.Kind, allowed?.GetValueOrDefault(c.Key), 18)).ToList();
        return TemplateWorkbook.Render([new TemplateSheet(text.Pick(Zh, En), columns, examples)], [text[notes]], text.LanguageTag);
    }

    /// <summary>The rows of the first sheet that is filled in; a problem where there is nothing in it.</summary>
    public List<SheetRow> Rows(TabularFile file, List<SheetProblem> problems, Text text)
    {
        var rows = SheetReader.Rows(file, Columns, problems, text);
        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new SheetProblem("", 0, "", "", text["sheets.problem.nothing"]));
        }

        return rows;
    }
}
