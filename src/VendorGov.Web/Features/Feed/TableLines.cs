using VendorGov.Documents.Reading;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Feed;

/// <summary>A table with the field names in its first row, in any order; the values of a row follow the schema's order.</summary>
internal static class TableLines
{
    private static readonly TabularLimits Limits = new(MaxBytes: FeedBody.MaxBytes, MaxRows: FeedBody.MaxRows + 1, MaxColumns: 60, MaxCellLength: 400);

    // The reader works on a stream that lies in memory or in a file; nothing here waits for a network.
#pragma warning disable CS1998
    public static async IAsyncEnumerable<FeedLine> Of(Stream content, string fileName, FeedSchema schema)
#pragma warning restore CS1998
    {
        using var file = Open(content, fileName);
        using var rows = file.Sheets[0].Rows().GetEnumerator();
        if (!Next(rows))
        {
            yield break;
        }

        var places = PlacesOf(rows.Current, schema);
        while (Next(rows))
        {
            yield return Line(rows.Current, places, schema);
        }
    }

    private static TabularFile Open(Stream content, string fileName)
    {
        try
        {
            return TabularFile.Open(content, fileName, Limits);
        }
        catch (TabularRefusedException e)
        {
            throw new FeedBodyException(e.TextKey, [.. e.Arguments]);
        }
    }

    private static bool Next(IEnumerator<TabularRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (TabularRefusedException e)
        {
            throw new FeedBodyException(e.TextKey, [.. e.Arguments]);
        }
    }

    /// <summary>For each column of the file the place of its field; -1 for a column without a title.</summary>
    private static List<int> PlacesOf(TabularRow head, FeedSchema schema)
    {
        var places = new List<int>();
        foreach (var title in head.Cells.Select(c => CellText.HeaderKey(c.Text)))
        {
            var place = title.Length == 0 ? -1 : schema.IndexOf(title);
            if (place < 0 && title.Length > 0)
            {
                throw new FeedBodyException("api.unknown-column", title.Length > 40 ? title[..40] : title);
            }

            if (place >= 0 && places.Contains(place))
            {
                throw new FeedBodyException("api.column-twice", title);
            }

            places.Add(place);
        }

        var missing = schema.Fields.Where((f, i) => f.Required && !places.Contains(i)).Select(f => f.Name).ToList();
        return missing.Count == 0 ? places : throw new FeedBodyException("api.column-missing", string.Join(", ", missing));
    }

    private static FeedLine Line(TabularRow row, List<int> places, FeedSchema schema)
    {
        var values = new string?[schema.Fields.Count];
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = row.Cells[column];
            if (cell.IsBlank)
            {
                continue;
            }

            if (column >= places.Count || places[column] < 0)
            {
                return new FeedLine(row.Number, values, FeedProblem.Of(row.Number, "", "outside-columns", cell.Text));
            }

            values[places[column]] = cell.Text;
        }

        return new FeedLine(row.Number, values);
    }
}
