using ClosedXML.Excel;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>Every obligation behind the figures, counted or not, with 1 and 0 for what is counted and met.</summary>
internal sealed class ObligationSheet
{
    private const int CodeColumn = 2, StoppedColumn = 11, TargetColumn = 12, ElapsedColumn = 13, CountedColumn = 15, MetColumn = 16;

    private readonly int last;

    private ObligationSheet(string name, int last) => (Name, this.last) = (name, last);

    public string Name { get; }

    public string Counted => Range(CountedColumn);

    public string Met => Range(MetColumn);

    public static ObligationSheet Write(Book book, ScorecardContent content, Words words)
    {
        var sheet = book.Add(words["sheet.obligations"]);
        SheetStyle.Head(sheet,
        [
            (words["col.reference"], 17), (words["col.code"], 17), (words["col.obligation"], 14), (words["col.title"], 40),
            (words["col.severity"], 8), (words["col.problem"], 18), (words["col.outlet-code"], 11), (words["col.outlet"], 18),
            (words["col.started"], 16), (words["col.due"], 16), (words["col.stopped"], 16), (words["col.target-minutes"], 10),
            (words["col.elapsed-minutes"], 10), (words["col.state"], 10), (words["col.counted"], 8), (words["col.met"], 8),
            (words["col.excluded"], 12), (words["col.id"], 36), (words["col.attribution"], 14),
        ]);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(content.TimeZone);
        var row = 1;
        foreach (var fact in content.Obligations)
        {
            Row(sheet.Row(++row), fact, words, zone);
        }

        sheet.Columns(9, 11).Style.NumberFormat.Format = SheetStyle.DateTime;
        sheet.Columns(12, 13).Style.NumberFormat.Format = "#,##0.##";
        SheetStyle.Finish(sheet, 19, row);
        return new ObligationSheet(words["sheet.obligations"], Math.Max(row, 2));
    }

    /// <summary>Counts the counted obligations of some kinds, of the met ones only if asked.</summary>
    public string Count(IEnumerable<ObligationKind> kinds, bool met) => string.Join("+", kinds.Select(kind =>
        $"COUNTIFS({Range(CodeColumn)},\"{kind}\",{Counted},1{(met ? $",{Met},1" : "")})"));

    /// <summary>How many counted obligations of a kind are done.</summary>
    public string Done(ObligationKind kind) => $"SUMPRODUCT({Dones(kind)})";

    /// <summary>How many of them took no more than so many quarters of their target; the minutes are stored with their fraction.</summary>
    public string Within(ObligationKind kind, int quarters) =>
        $"SUMPRODUCT({Dones(kind)}*({Range(TargetColumn)}>0)*(4*{Range(ElapsedColumn)}<={quarters}*{Range(TargetColumn)}+0.000001))";

    /// <summary>The minutes of the one at a place, counted from the fastest. What does not count is put behind all by a number that no minutes reach.</summary>
    public string Rank(ObligationKind kind, string place) => $"SUMPRODUCT(SMALL({Range(ElapsedColumn)}+1E+9*(1-{Dones(kind)}),{place}))";

    private string Dones(ObligationKind kind) => $"({Range(CodeColumn)}=\"{kind}\")*({Counted}=1)*ISNUMBER({Range(StoppedColumn)})";

    private string Range(int column)
    {
        var letter = Reading.TabularRow.ColumnName(column - 1);
        return $"'{Name}'!${letter}$2:${letter}${last}";
    }

    private static void Row(IXLRow row, ObligationFact fact, Words words, TimeZoneInfo zone)
    {
        SheetStyle.Text(row.Cell(1), fact.Reference);
        SheetStyle.Text(row.Cell(CodeColumn), fact.Kind.ToString());
        SheetStyle.Text(row.Cell(3), words.Of(fact.Kind));
        SheetStyle.Text(row.Cell(4), fact.Title);
        SheetStyle.Text(row.Cell(5), fact.Severity?.ToString());
        SheetStyle.Text(row.Cell(6), fact.ProblemType is { } problem ? words.Of(problem) : null);
        SheetStyle.Text(row.Cell(7), fact.OutletCode);
        SheetStyle.Text(row.Cell(8), fact.OutletName);
        SheetStyle.Local(row.Cell(9), fact.StartedAt, zone);
        SheetStyle.Local(row.Cell(10), fact.DueAt, zone);
        SheetStyle.Local(row.Cell(11), fact.StoppedAt, zone);
        SheetStyle.Number(row.Cell(12), fact.TargetSeconds / 60m);
        SheetStyle.Number(row.Cell(13), fact.ElapsedSeconds / 60m);
        SheetStyle.Text(row.Cell(14), words.Of(fact.State));
        SheetStyle.Number(row.Cell(CountedColumn), fact.Counted ? 1 : 0);
        SheetStyle.Number(row.Cell(MetColumn), fact.Met ? 1 : 0);
        SheetStyle.Text(row.Cell(17), fact.Excluded is { } reason ? words.Of(reason) : null);
        SheetStyle.Text(row.Cell(18), fact.ObligationId.ToString());
        SheetStyle.Text(row.Cell(19), fact.Attribution is { } whom ? words.Of(whom) : null);
    }
}
