using System.Text;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;

namespace VendorGov.Web.Shared.Uploads;

/// <summary>A column of a form that is filled in as a table; either head is understood.</summary>
public sealed record SheetColumn(string Key, string Zh, string En, bool Required = false, TemplateKind Kind = TemplateKind.Text);

/// <summary>Something that keeps a file from being taken: where it stands, what stands there, what to do.</summary>
public sealed record SheetProblem(int Row, string Column, string Value, string WhatToDo);

/// <summary>
/// A table to fill in: the template is made from the columns and read back by them.
/// </summary>
public sealed record SheetForm(string Zh, string En, IReadOnlyList<SheetColumn> Columns)
{
    public const int MostProblems = 500;

    public static readonly TabularLimits Limits = new(MaxBytes: 8 * 1024 * 1024, MaxInflatedBytes: 96 * 1024 * 1024, MaxRows: 50_000, MaxColumns: 60);

    public byte[] Template(Text text, string notes, IReadOnlyList<IReadOnlyList<object?>> examples, IReadOnlyDictionary<string, IReadOnlyList<string>>? allowed = null)
    {
        var columns = Columns.Select(c => new TemplateColumn(
            text.Pick(c.Zh, c.En), text[$"{notes}.{c.Key}"], c.Required, c.Kind, allowed?.GetValueOrDefault(c.Key), 18)).ToList();
        return TemplateWorkbook.Render([new TemplateSheet(text.Pick(Zh, En), columns, examples)], [text[notes]], text.LanguageTag);
    }

    /// <summary>The rows of the first sheet that has the required columns; problems where none has, or where there is nothing in it.</summary>
    public IReadOnlyList<SheetRow> Rows(TabularFile file, List<SheetProblem> problems, Text text)
    {
        foreach (var sheet in file.Sheets.Where(s => !TemplateWorkbook.IgnoredPrefixes.Any(s.Name.StartsWith)))
        {
            var (rows, columns) = (new List<SheetRow>(), (Dictionary<string, int>?)null);
            foreach (var row in sheet.Rows())
            {
                if (columns is null)
                {
                    columns = Found(row);
                    var missing = Columns.Where(c => c.Required && !columns.ContainsKey(c.Key)).ToList();
                    problems.AddRange(missing.Select(c => new SheetProblem(row.Number, text.Pick(c.Zh, c.En), "", text["uploads.noColumn"])));
                    if (missing.Count > 0)
                    {
                        return [];
                    }
                }
                else if (row.Cells.Any(c => !c.IsBlank))
                {
                    rows.Add(new SheetRow(this, row, columns, problems, text));
                }
            }

            if (rows.Count > 0)
            {
                return rows;
            }
        }

        problems.Add(new SheetProblem(0, "", "", text["uploads.nothing"]));
        return [];
    }

    private Dictionary<string, int> Found(TabularRow head)
    {
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < head.Cells.Count; i++)
        {
            if (Columns.FirstOrDefault(c => Same(head[i].Text, c.Zh) || Same(head[i].Text, c.En) || Same(head[i].Text, c.Key)) is { } column)
            {
                columns.TryAdd(column.Key, i);
            }
        }

        return columns;
    }

    private static bool Same(string a, string b) => string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>One row of an uploaded table; what cannot be read becomes a problem.</summary>
public sealed class SheetRow(SheetForm form, TabularRow row, IReadOnlyDictionary<string, int> columns, List<SheetProblem> problems, Text text)
{
    public int Number => row.Number;

    public bool Has(string key) => columns.ContainsKey(key);

    public string Of(string key) => columns.TryGetValue(key, out var column) ? row[column].Text.Trim() : "";

    /// <summary>Text of a column within a length; a problem where it is empty or too long.</summary>
    public string Demand(string key, int longest)
    {
        if (Of(key).Length == 0)
        {
            Problem(key, "uploads.missing");
        }

        return Optional(key, longest) ?? "";
    }

    public string? Optional(string key, int longest)
    {
        var value = Of(key);
        if (value.Length > longest)
        {
            Problem(key, "uploads.long", longest);
        }

        return value.Length == 0 ? null : value;
    }

    /// <summary>Null with a problem for what is no date; null without one where it is empty and need not be there.</summary>
    public DateOnly? Date(string key, bool required = true)
    {
        if (Of(key).Length > 0 && row[columns[key]].AsDate() is { } date)
        {
            return DateOnly.FromDateTime(date);
        }

        if (required || Of(key).Length > 0)
        {
            Problem(key, Of(key).Length == 0 ? "uploads.missing" : "uploads.date");
        }

        return null;
    }

    /// <summary>A whole number within bounds; null where it is empty or, with a problem, no such number.</summary>
    public int? Whole(string key, int least, int most)
    {
        if (Of(key).Length == 0)
        {
            return null;
        }

        if (row[columns[key]].AsNumber() is { } number && number == decimal.Truncate(number) && number >= least && number <= most)
        {
            return (int)number;
        }

        Problem(key, "uploads.whole", least, most);
        return null;
    }

    public string[] List(string key) =>
        Of(key).Split([';', '；', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The value of an enum by its name in either language or in the code.</summary>
    public T? Choice<T>(string value) where T : struct, Enum
    {
        foreach (var choice in Enum.GetValues<T>())
        {
            var key = $"enum.{typeof(T).Name}.{choice}";
            if (TextCatalogue.Embedded.Find(key) is { } words && (Is(words.Zh) || Is(words.En) || Is(choice.ToString())))
            {
                return choice;
            }
        }

        return null;

        bool Is(string word) => string.Equals(word, value.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    public void Problem(string key, string what, params object?[] arguments)
    {
        if (problems.Count < SheetForm.MostProblems)
        {
            var column = form.Columns.FirstOrDefault(c => c.Key == key);
            problems.Add(new SheetProblem(Number, column is null ? "" : text.Pick(column.Zh, column.En), Of(key), text[what, arguments]));
        }
    }
}
