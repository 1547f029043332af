using System.Text;
using VendorGov.Documents.Reading;
using Text = VendorGov.Web.Shared.Text;

namespace VendorGov.Web.Features.Network;

/// <summary>Finds the template's sheets and columns in an uploaded workbook by their names in either language.</summary>
internal static class NetworkReader
{
    public static List<NetworkRow> Rows(TabularFile file, NetworkSheet sheet, List<NetworkProblem> problems, Text text)
    {
        var found = file.Sheets.FirstOrDefault(s => Same(s.Name, sheet.Zh) || Same(s.Name, sheet.En));
        var rows = new List<NetworkRow>();
        IReadOnlyDictionary<string, int>? columns = null;
        foreach (var row in found?.Rows() ?? [])
        {
            if (columns is null)
            {
                columns = Columns(sheet, row, problems, text);
                if (columns is null)
                {
                    return [];
                }
            }
            else if (row.Cells.Any(c => !c.IsBlank))
            {
                rows.Add(new NetworkRow(sheet, row, columns, problems, text));
            }
        }

        return rows;
    }

    /// <summary>Null, with problems, where a required column is missing.</summary>
    private static Dictionary<string, int>? Columns(NetworkSheet sheet, TabularRow head, List<NetworkProblem> problems, Text text)
    {
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < head.Cells.Count; i++)
        {
            if (sheet.Columns.FirstOrDefault(c => Same(head[i].Text, c.Zh) || Same(head[i].Text, c.En)) is { } column)
            {
                columns.TryAdd(column.Key, i);
            }
        }

        var missing = sheet.Columns.Where(c => c.Required && !columns.ContainsKey(c.Key)).ToList();
        problems.AddRange(missing.Select(c => new NetworkProblem(
            sheet.Name(text), head.Number, text.Pick(c.Zh, c.En), "", text["network.problem.noColumn"])));
        return missing.Count == 0 ? columns : null;
    }

    private static bool Same(string a, string b) => string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
