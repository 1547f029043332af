using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace VendorGov.Documents.Reading;

/// <summary>Streams one worksheet. Rows and cells may leave out their addresses; then they follow the ones before.</summary>
internal sealed class XlsxRows(XmlReader reader, string sheet, XlsxContext context)
{
    private const int LastRow = 1_048_576;

    private int row;
    private int empty;

    public static IEnumerable<TabularRow> Guarded(WorksheetPart part, string sheet, XlsxContext context)
    {
        using var reader = XlsxXml.Reader(part.GetStream(FileMode.Open, FileAccess.Read));
        var rows = new XlsxRows(reader, sheet, context);
        var held = 0;
        while (Next(rows) is { } next)
        {
            if (++held > context.Limits.MaxRows)
            {
                throw new TabularRefusedException("file.rows", context.Limits.MaxRows);
            }

            yield return next;
        }
    }

    private static TabularRow? Next(XlsxRows rows)
    {
        try
        {
            return rows.Read();
        }
        catch (Exception e) when (TabularFile.IsDamage(e))
        {
            throw new TabularRefusedException("file.damaged");
        }
    }

    /// <summary>The next row that holds something; null at the end.</summary>
    private TabularRow? Read()
    {
        while (!reader.EOF)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                reader.Read();
                continue;
            }

            var cells = ReadRow();
            if (cells.Count > 0)
            {
                return new TabularRow(sheet, row, cells);
            }

            if (++empty > context.Limits.MaxEmptyRows)
            {
                throw new TabularRefusedException("file.empty-rows", sheet, context.Limits.MaxEmptyRows);
            }
        }

        return null;
    }

    private List<TabularCell> ReadRow()
    {
        row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : row + 1;
        if (row is < 1 or > LastRow)
        {
            throw new TabularRefusedException("file.damaged");
        }

        var cells = new List<TabularCell>();
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return cells;
        }

        var depth = reader.Depth;
        reader.Read();
        for (var column = -1; reader.Depth > depth;)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                Place(cells, column, XlsxCell.Read(reader, sheet, row, column, context));
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
        return cells;
    }

    private void Place(List<TabularCell> cells, int column, TabularCell cell)
    {
        if (cell.IsBlank && !cell.IsFormula)
        {
            return;
        }

        if (column >= context.Limits.MaxColumns)
        {
            throw new TabularRefusedException("file.columns", context.Limits.MaxColumns);
        }

        while (cells.Count <= column)
        {
            cells.Add(TabularCell.Blank);
        }

        cells[column] = cell;
    }

    /// <summary>Column of an address such as <c>AB12</c>, counted from 0.</summary>
    private static int? ColumnOf(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column is > 0 and <= 16_384 ? column - 1 : throw new TabularRefusedException("file.damaged");
    }
}
