using System.Text;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;
using VendorGov.Domain;

namespace VendorGov.Web.Shared.Sheets;

/// <summary>One row of an uploaded template; what cannot be read becomes a problem.</summary>
public sealed class SheetRow(TabularRow row, IReadOnlyDictionary<string, int> at, IReadOnlyList<SheetColumn> columns, List<SheetProblem> problems, Text text)
{
    public int Number => row.Number;

    public string Of(string key) => at.TryGetValue(key, out var column) ? row[column].Text.Trim() : "";

    public bool Has(string key) => Of(key).Length > 0;

    public string Demand(string key, int longest)
    {
        if (!Has(key))
        {
            Problem(key, "sheets.problem.missing");
        }

        return Optional(key, longest) ?? "";
    }

    public string? Optional(string key, int longest)
    {
        if (Of(key).Length > longest)
        {
            Problem(key, "sheets.problem.long", longest);
        }

        return Has(key) ? Of(key) : null;
    }

    /// <summary>A wall-clock time of the zone; a day alone is its midnight.</summary>
    public DateTimeOffset? Time(string key, TimeZoneInfo zone)
    {
        if (!Has(key))
        {
            return null;
        }

        if (row[at[key]].AsDate() is { } wall && Horizon.Holds(wall.Year))
        {
            return LocalTime.Instant(wall, zone);
        }

        Problem(key, "sheets.problem.time");
        return null;
    }

    public DateOnly? Date(string key, bool required = false)
    {
        if (!Has(key))
        {
            if (required)
            {
                Problem(key, "sheets.problem.missing");
            }

            return null;
        }

        if (row[at[key]].AsDate() is { } date && Horizon.Holds(date.Year))
        {
            return DateOnly.FromDateTime(date);
        }

        Problem(key, "sheets.problem.date");
        return null;
    }

    /// <summary>Blank is yes.</summary>
    public bool Flag(string key)
    {
        switch (Of(key).ToLowerInvariant())
        {
            case "" or "是" or "yes" or "y" or "true" or "1":
                return true;
            case "否" or "no" or "n" or "false" or "0":
                return false;
            default:
                Problem(key, "sheets.problem.flag");
                return true;
        }
    }

    public string[] List(string key) =>
        Of(key).Split([';', '；', ',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public decimal? Amount(string key)
    {
        if (!Has(key))
        {
            return null;
        }

        if (row[at[key]].AsNumber() is { } number and >= 0)
        {
            return number;
        }

        Problem(key, "sheets.problem.number");
        return null;
    }

    /// <summary>A whole number within bounds; null where it is empty or, with a problem, no such number.</summary>
    public int? Whole(string key, int least, int most)
    {
        if (!Has(key))
        {
            return null;
        }

        if (row[at[key]].AsNumber() is { } number && number == decimal.Truncate(number) && number >= least && number <= most)
        {
            return (int)number;
        }

        Problem(key, "sheets.problem.whole", least, most);
        return null;
    }

    /// <summary>A value of an enum by its name in either language, or by its code.</summary>
    public T? Choice<T>(string key) where T : struct, Enum
    {
        if (!Has(key))
        {
            return null;
        }

        if (Named<T>(Of(key)) is { } value)
        {
            return value;
        }

        Problem(key, "sheets.problem.choice", string.Join(text["sheets.listComma"], Enum.GetValues<T>().Select(v => text.Of(v))));
        return null;
    }

    public void Problem(string key, string what, params object?[] arguments)
    {
        var column = columns.First(c => c.Key == key);
        problems.Add(new SheetProblem(row.Sheet, Number, text.Pick(column.Zh, column.En), Of(key), text[what, arguments]));
    }

    /// <summary>An enum value by its name in either language or in code.</summary>
    public static T? Named<T>(string name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Names(value).Any(known => SheetReader.Same(known, name)))
            {
                return value;
            }
        }

        return null;
    }

    private static IEnumerable<string> Names<T>(T value) where T : struct, Enum =>
        [value.ToString(), Text.For(Text.Chinese, TimeZoneInfo.Utc).Of(value), Text.For(Text.English, TimeZoneInfo.Utc).Of(value)];
}

/// <summary>Finds a template's columns in an uploaded table by their names in either language.</summary>
public static class SheetReader
{
    /// <summary>Rows of the first sheet that is not one of examples or notes. A missing required column is a problem, and gives no rows.</summary>
    public static List<SheetRow> Rows(TabularFile file, IReadOnlyList<SheetColumn> columns, List<SheetProblem> problems, Text text)
    {
        var sheet = file.Sheets.FirstOrDefault(s => !TemplateWorkbook.IgnoredPrefixes.Any(p => s.Name.StartsWith(p, StringComparison.OrdinalIgnoreCase)));
        return Rows(sheet, columns, problems, text);
    }

    /// <summary>Rows of one sheet; none where the file does not have it.</summary>
    public static List<SheetRow> Rows(TabularSheet? sheet, IReadOnlyList<SheetColumn> columns, List<SheetProblem> problems, Text text)
    {
        var rows = new List<SheetRow>();
        Dictionary<string, int>? at = null;
        foreach (var row in sheet?.Rows() ?? [])
        {
            if (at is null)
            {
                at = Head(columns, row, problems, text);
            }
            else if (row.Cells.Any(c => !c.IsBlank))
            {
                rows.Add(new SheetRow(row, at, columns, problems, text));
            }
        }

        return columns.All(c => !c.Required || at?.ContainsKey(c.Key) == true) ? rows : [];
    }

    public static bool Same(string a, string b) => string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, int> Head(IReadOnlyList<SheetColumn> columns, TabularRow head, List<SheetProblem> problems, Text text)
    {
        var at = new Dictionary<string, int>();
        for (var i = 0; i < head.Cells.Count; i++)
        {
            if (columns.FirstOrDefault(c => Same(head[i].Text, c.Zh) || Same(head[i].Text, c.En)) is { } column)
            {
                at.TryAdd(column.Key, i);
            }
        }

        problems.AddRange(columns.Where(c => c.Required && !at.ContainsKey(c.Key)).Select(c => new SheetProblem(
            head.Sheet, head.Number, text.Pick(c.Zh, c.En), "", text["sheets.problem.noColumn"])));
        return at;
    }

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
