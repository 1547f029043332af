using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>
/// The rows of the accepted vendor report, or the days of the direct feed; a blank figure stays blank. Knows how to sum a field over
/// channels.
/// </summary>
internal sealed class ReportSheet
{
    private readonly int last;
    private readonly List<string> fields;
    private readonly IReadOnlyList<ReportFact> rows;

    private ReportSheet(string name, int last, List<string> fields, IReadOnlyList<ReportFact> rows) =>
        (Name, this.last, this.fields, this.rows) = (name, last, fields, rows);

    public string Name { get; }

    public static ReportSheet Write(Book book, string name, IReadOnlyList<ReportFact> rows, Words words)
    {
        var sheet = book.Add(name);
        var fields = rows.SelectMany(r => r.Figures.Keys).Distinct().ToList();
        SheetStyle.Head(sheet,
        [
            (words["col.sheet"], 10), (words["col.date"], 12), (words["col.outlet-code"], 12), (words["col.channel"], 10),
            .. fields.Select(f => (ReportFields.Name(f, words), 11.0)),
        ]);
        var row = 1;
        foreach (var fact in rows)
        {
            row++;
            SheetStyle.Text(sheet.Cell(row, 1), fact.Sheet);
            if (fact.Date is { } date)
            {
                sheet.Cell(row, 2).SetValue(date.ToDateTime(TimeOnly.MinValue));
            }

            SheetStyle.Text(sheet.Cell(row, 3), fact.OutletCode);
            SheetStyle.Text(sheet.Cell(row, 4), fact.Channel);
            foreach (var (field, figure) in fact.Figures)
            {
                SheetStyle.Number(sheet.Cell(row, 5 + fields.IndexOf(field)), figure);
            }
        }

        sheet.Column(2).Style.NumberFormat.Format = SheetStyle.Date;
        SheetStyle.Finish(sheet, 4 + fields.Count, row);
        return new ReportSheet(name, Math.Max(row, 2), fields, rows);
    }

    public bool Has(params string[] wanted) => wanted.All(fields.Contains);

    /// <summary>Sum of a field over a sheet's rows, of some channels only where <paramref name="channels"/> names any.</summary>
    public string Sum(string field, string sheet, string[] channels)
    {
        var sums = channels.Length == 0
            ? [$"SUMIFS({Range(field)},{Column(0)},\"{sheet}\")"]
            : channels.Select(c => $"SUMIFS({Range(field)},{Column(0)},\"{sheet}\",{Column(3)},\"{c}\")");
        return string.Join("+", sums);
    }

    /// <summary>Sum of the smaller of two fields, row by row.</summary>
    public string SumOfSmaller(string a, string b, string sheet)
    {
        var (x, y) = (Range(a), Range(b));
        return $"SUMPRODUCT(({Column(0)}=\"{sheet}\")*(({x}<{y})*{x}+({x}>={y})*{y}))";
    }

    /// <summary>Sum of some fields, less another one, over the daily rows that have all of <paramref name="whole"/>.</summary>
    public string SumOfWhole(IReadOnlyList<string> whole, IReadOnlyList<string> plus, string? minus) =>
        $"SUMPRODUCT(({Column(0)}=\"daily\")*{string.Join('*', whole.Select(f => $"ISNUMBER({Range(f)})"))}*({string.Join('+', plus.Select(Range))}{(minus is null ? "" : "-" + Range(minus))}))";

    public decimal Figure(string field, string sheet, string[] channels) => Of(sheet, channels).Sum(r => r.Figures.GetValueOrDefault(field));

    public decimal FigureOfSmaller(string a, string b, string sheet) =>
        Of(sheet, []).Sum(r => Math.Min(r.Figures.GetValueOrDefault(a), r.Figures.GetValueOrDefault(b)));

    private IEnumerable<ReportFact> Of(string sheet, string[] channels) => rows.Where(r =>
        r.Sheet == sheet && (channels.Length == 0 || channels.Contains(r.Channel, StringComparer.OrdinalIgnoreCase)));

    private string Range(string field) => Column(4 + fields.IndexOf(field));

    private string Column(int index)
    {
        var letter = Reading.TabularRow.ColumnName(index);
        return $"'{Name}'!${letter}$2:${letter}${last}";
    }
}
