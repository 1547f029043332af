using System.Globalization;
using System.Xml;

namespace VendorGov.Documents.Reading;

/// <summary>Reads one <c>c</c> element: its type, its format and its stored value; formulas are never evaluated, and kept up to a length that tells them apart.</summary>
internal static class XlsxCell
{
    private const int LongestFormula = 200;

    public static TabularCell Read(XmlReader reader, string sheet, int row, int column, XlsxContext context)
    {
        var (type, style) = (reader.GetAttribute("t") ?? "n", reader.GetAttribute("s"));
        var (value, formula) = Content(reader, context.Limits.MaxCellLength);
        if (value is null)
        {
            throw new TabularRefusedException(
                "file.cell-long", row, TabularRow.ColumnName(column), context.Limits.MaxCellLength, sheet);
        }

        return Typed(type, style, value, context) with { Formula = formula };
    }

    private static (string? Value, string? Formula) Content(XmlReader reader, int longest)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return ("", null);
        }

        var (depth, value, formula) = (reader.Depth, (string?)"", (string?)null);
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                value = XlsxXml.Text(reader, longest);
                if (value is null)
                {
                    return (null, formula);
                }
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                // The later cells of a shared formula have an empty one.
                formula = XlsxXml.Text(reader, LongestFormula) ?? "…";
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
        return (value, formula);
    }

    private static TabularCell Typed(string type, string? style, string value, XlsxContext context) => type switch
    {
        _ when value.Length == 0 => TabularCell.Blank,
        "s" => TabularCell.OfText(context.Texts[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]),
        "str" or "inlineStr" => TabularCell.OfText(value),
        "b" => TabularCell.OfFlag(value is "1" or "true"),
        "e" => new TabularCell(CellKind.Error, value),
        "d" => TabularCell.OfDate(DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        _ => OfNumber(value, context.Styles.IsDate(style), context.From1904),
    };

    private static TabularCell OfNumber(string value, bool asDate, bool from1904)
    {
        var number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (asDate && number is >= 0 and < 2_958_466)
        {
            return TabularCell.OfDate(OfSerial(number, from1904));
        }

        // A spreadsheet holds 15 significant digits, which is what the conversion from double keeps: 0.1+0.2 reads as 0.3.
        return Math.Abs(number) < 7e27 ? TabularCell.OfNumber((decimal)number) : TabularCell.OfText(value);
    }

    /// <summary>Serial 60 is the 29 February 1900 that never was; what lies before is one day off in the OLE calendar.</summary>
    private static DateTime OfSerial(double serial, bool from1904)
    {
        var ole = from1904 ? serial + 1462 : serial is >= 1 and < 60 ? serial + 1 : serial;
        var date = DateTime.FromOADate(ole);
        return new DateTime((date.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
    }
}
