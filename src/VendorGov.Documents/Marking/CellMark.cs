namespace VendorGov.Documents.Marking;

/// <summary>How a cell is marked; the number is its place among the fills of the copy.</summary>
public enum MarkKind
{
    None,
    Reject,
    Explain,
    Warn,
}

/// <summary>
/// One finding as the copy shows it. <paramref name="Row"/> is as the spreadsheet counts, 0 for the whole sheet;
/// <paramref name="Column"/> counts from 0, null for the whole row. <paramref name="Level"/>, <paramref name="Field"/>,
/// <paramref name="Problem"/> and <paramref name="Fix"/> are words for people.
/// </summary>
public sealed record CellMark(
    MarkKind Kind, string Sheet, int Row, int? Column, string Level, string Field, string? Value, string Problem, string Fix)
{
    public string Comment => $"{Level}: {Problem}\n{Fix}";
}
