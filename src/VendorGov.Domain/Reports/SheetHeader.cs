namespace VendorGov.Domain.Reports;

/// <summary>Which column of a sheet holds which field, in any order. Columns that no field knows are left alone.</summary>
internal sealed class SheetHeader
{
    private readonly int[] _columns;

    private SheetHeader(ReportSheet sheet, int row, int[] columns, IReadOnlyList<(int Column, string Header)> unknown)
    {
        Sheet = sheet;
        Row = row;
        _columns = columns;
        Unknown = unknown;
    }

    public ReportSheet Sheet { get; }

    public int Row { get; }

    public IReadOnlyList<(int Column, string Header)> Unknown { get; }

    /// <summary>Column counted from 0, or -1 where the sheet lacks the field.</summary>
    public int ColumnOf(ReportField field) => _columns[field.Index];

    /// <summary>The column of a field's name or of a header that no field knows; null where the sheet lacks it.</summary>
    public int? Find(string column)
    {
        var at = Sheet.Find(column) is { } field
            ? _columns[field.Index]
            : Unknown.Where(u => u.Header == column).Select(u => u.Column).FirstOrDefault(-1);
        return at < 0 ? null : at;
    }

    public string Cell(IReadOnlyList<string> cells, ReportField field) => Cell(cells, _columns[field.Index]);

    public static string Cell(IReadOnlyList<string> cells, int column) =>
        column >= 0 && column < cells.Count ? cells[column] : "";

    /// <summary>A row is the header if it names the outlet and at least one other field.</summary>
    public static bool Names(ReportSheet sheet, IReadOnlyList<string> cells)
    {
        var named = cells.Select(sheet.Match).OfType<ReportField>().Distinct().ToList();
        return named.Count > 1 && named.Any(f => f.Type == ReportFieldType.Code);
    }

    public static SheetHeader Read(ReportSheet sheet, int row, IReadOnlyList<string> cells, ReportContext context, FindingLog log)
    {
        var columns = Enumerable.Repeat(-1, sheet.Fields.Count).ToArray();
        var unknown = new List<(int, string)>();
        for (var column = 0; column < cells.Count; column++)
        {
            Place(sheet, row, cells[column], column, columns, unknown, log);
        }

        foreach (var field in sheet.Fields.Where(f => columns[f.Index] < 0 && IsDemanded(sheet, f, context)))
        {
            log.Reject(sheet.Name, row, field.Name, null, "missing-column", $"@{field.Name}");
        }

        return new SheetHeader(sheet, row, columns, unknown);
    }

    private static void Place(
        ReportSheet sheet, int row, string text, int column, int[] columns, List<(int, string)> unknown, FindingLog log)
    {
        if (CellText.HeaderKey(text).Length == 0)
        {
            return;
        }

        if (sheet.Match(text) is not { } field)
        {
            unknown.Add((column, CellText.Clean(text)));
        }
        else if (columns[field.Index] >= 0)
        {
            log.Reject(sheet.Name, row, field.Name, text, "duplicate-column", $"@{field.Name}");
        }
        else
        {
            columns[field.Index] = column;
        }
    }

    private static bool IsDemanded(ReportSheet sheet, ReportField field, ReportContext context) =>
        !field.IsFigure || !sheet.IsDaily || context.Contracted.Any(field.RequiredIn.Contains);
}
