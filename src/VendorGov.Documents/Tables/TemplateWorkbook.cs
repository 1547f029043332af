using ClosedXML.Excel;
using VendorGov.Documents.Excel;

namespace VendorGov.Documents.Tables;

/// <summary>What a column of a template takes.</summary>
public enum TemplateKind
{
    Text,
    Whole,
    Number,
    Date,
}

/// <summary>
/// A column to fill in. <paramref name="Note"/> is shown as a comment on the head, <paramref name="Allowed"/> as a list to
/// choose from; required heads are blue.
/// </summary>
public sealed record TemplateColumn(
    string Title, string Note, bool Required = false, TemplateKind Kind = TemplateKind.Text, IReadOnlyList<string>? Allowed = null, double Width = 16);

/// <summary>A sheet to fill in, with rows that show how.</summary>
public sealed record TemplateSheet(string Name, IReadOnlyList<TemplateColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Examples);

/// <summary>
/// Templates to download: empty sheets to fill in with validation and notes, then a sheet of notes and, for each sheet with
/// examples, an example sheet that readers skip by its name.
/// </summary>
public static class TemplateWorkbook
{
    /// <summary>Sheets whose names begin so are not read back.</summary>
    public static readonly IReadOnlyList<string> IgnoredPrefixes = ["示例", "说明", "Example", "Notes"];

    private const int ValidatedRows = 20_000;

    /// <param name="sheets">The sheets to fill in.</param>
    /// <param name="notes">Lines of the notes sheet.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>, for the names of the added sheets.</param>
    public static byte[] Render(IReadOnlyList<TemplateSheet> sheets, IReadOnlyList<string> notes, string language)
    {
        using var book = new Book();
        var words = Words.Of(language);
        foreach (var sheet in sheets)
        {
            ToFillIn(book.Add(TableWorkbook.SheetName(sheet.Name)), sheet, words);
        }

        Notes(book.Add(words["sheet.notes"]), sheets, notes, words);
        foreach (var sheet in sheets.Where(s => s.Examples.Count > 0))
        {
            Example(book.Add(TableWorkbook.SheetName(words["template.example", sheet.Name])), sheet);
        }

        return book.Save();
    }

    private static void ToFillIn(IXLWorksheet sheet, TemplateSheet template, Words words)
    {
        Head(sheet, template);
        for (var i = 0; i < template.Columns.Count; i++)
        {
            var column = template.Columns[i];
            var range = sheet.Range(2, i + 1, ValidatedRows, i + 1);
            Format(sheet.Column(i + 1), column.Kind);
            Validate(range, column, words);
            if (column.Note.Length > 0)
            {
                sheet.Cell(1, i + 1).Comment.AddText(column.Note);
            }
        }

        SheetStyle.Finish(sheet, template.Columns.Count, 1);
    }

    private static void Head(IXLWorksheet sheet, TemplateSheet template)
    {
        SheetStyle.Head(sheet, [.. template.Columns.Select(c => (c.Title, c.Width))]);
        for (var i = 0; i < template.Columns.Count; i++)
        {
            sheet.Cell(1, i + 1).Style.Font.FontColor = template.Columns[i].Required ? Book.Input : XLColor.Black;
        }
    }

    /// <summary>Codes keep their leading zeros because the column is text before anyone types.</summary>
    private static void Format(IXLColumn column, TemplateKind kind) => column.Style.NumberFormat.Format = kind switch
    {
        TemplateKind.Text => "@",
        TemplateKind.Date => SheetStyle.Date,
        TemplateKind.Whole => "0",
        _ => "General",
    };

    private static void Validate(IXLRange range, TemplateColumn column, Words words)
    {
        if (column.Allowed is { Count: > 0 } allowed)
        {
            // The list stands in the validation itself, which holds 255 characters.
            var list = string.Join(",", allowed);
            if (list.Length <= 255)
            {
                range.SetDataValidation().List($"\"{list}\"", true);
            }
        }
        else if (column.Kind == TemplateKind.Whole)
        {
            var validation = range.SetDataValidation();
            validation.WholeNumber.EqualOrGreaterThan(0);
            validation.ErrorMessage = words["template.whole"];
        }
        else if (column.Kind == TemplateKind.Number)
        {
            range.SetDataValidation().Decimal.EqualOrGreaterThan(0);
        }
    }

    private static void Notes(IXLWorksheet sheet, IReadOnlyList<TemplateSheet> sheets, IReadOnlyList<string> notes, Words words)
    {
        sheet.Column(1).Width = 18;
        sheet.Column(2).Width = 24;
        sheet.Column(3).Width = 10;
        sheet.Column(4).Width = 70;
        var row = 0;
        foreach (var note in notes)
        {
            SheetStyle.Text(sheet.Cell(++row, 1), note);
        }

        row += 2;
        string[] heads = [words["col.sheet"], words["template.column"], words["template.required"], words["sheet.notes"]];
        for (var i = 0; i < heads.Length; i++)
        {
            SheetStyle.Text(sheet.Cell(row, i + 1), heads[i]);
        }

        sheet.Range(row, 1, row, 4).Style.Font.Bold = true;
        sheet.Range(row, 1, row, 4).Style.Fill.BackgroundColor = Book.Head;
        foreach (var (template, column) in sheets.SelectMany(s => s.Columns.Select(c => (s, c))))
        {
            row++;
            SheetStyle.Text(sheet.Cell(row, 1), template.Name);
            SheetStyle.Text(sheet.Cell(row, 2), column.Title);
            SheetStyle.Text(sheet.Cell(row, 3), column.Required ? words["template.yes"] : "");
            SheetStyle.Text(sheet.Cell(row, 4), column.Allowed is null ? column.Note : $"{column.Note} ({string.Join(" / ", column.Allowed)})");
        }

        SheetStyle.Page(sheet, landscape: false);
    }

    private static void Example(IXLWorksheet sheet, TemplateSheet template)
    {
        Head(sheet, template);
        for (var r = 0; r < template.Examples.Count; r++)
        {
            for (var i = 0; i < template.Examples[r].Count; i++)
            {
                TableWorkbook.Cell(sheet.Cell(r + 2, i + 1), template.Examples[r][i]);
            }
        }

        SheetStyle.Finish(sheet, template.Columns.Count, template.Examples.Count + 1);
    }
}
