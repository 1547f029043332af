using System.Globalization;
using System.IO.Compression;
using System.Xml;
using VendorGov.Documents.Reading;

namespace VendorGov.Documents.Marking;

/// <summary>One sheet of the copy: every cell as it was, those with a finding in the colour of the gravest one.</summary>
internal sealed class MarkedSheet
{
    private readonly Dictionary<int, Dictionary<int, MarkKind>> _marks;

    private MarkedSheet(IReadOnlyList<CellMark> marks) => _marks = marks
        .GroupBy(m => m.Row)
        .ToDictionary(g => g.Key, g => g.GroupBy(m => m.Column ?? 0).ToDictionary(c => c.Key, c => c.Min(m => m.Kind)));

    public static void Write(ZipArchive zip, int number, IEnumerable<TabularRow> rows, IReadOnlyList<CellMark> marks)
    {
        using var writer = MarkedXml.Open(zip, FormattableString.Invariant($"xl/worksheets/sheet{number}.xml"));
        writer.WriteStartElement("worksheet", MarkedXml.Main);
        writer.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews>");
        writer.WriteRaw("<sheetFormatPr defaultRowHeight=\"15\" defaultColWidth=\"13\"/>");
        writer.WriteStartElement("sheetData", MarkedXml.Main);
        var sheet = new MarkedSheet(marks);
        foreach (var row in rows)
        {
            sheet.WriteRow(writer, row);
        }

        writer.WriteEndElement();
        if (marks.Count > 0)
        {
            writer.WriteStartElement("legacyDrawing", MarkedXml.Main);
            writer.WriteAttributeString("r", "id", MarkedXml.Relations, "rId1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void WriteRow(XmlWriter writer, TabularRow row)
    {
        var marked = _marks.GetValueOrDefault(row.Number);
        var last = Math.Max(row.Cells.Count - 1, marked?.Keys.Max() ?? 0);
        writer.WriteStartElement("row", MarkedXml.Main);
        writer.WriteAttributeString("r", XmlConvert.ToString(row.Number));
        for (var column = 0; column <= last; column++)
        {
            var kind = marked?.GetValueOrDefault(column) ?? MarkKind.None;
            WriteCell(writer, MarkedXml.Address(column, row.Number), row[column], kind);
        }

        writer.WriteEndElement();
    }

    private static void WriteCell(XmlWriter writer, string address, TabularCell cell, MarkKind kind)
    {
        if (cell.IsFormula)
        {
            MarkedXml.WriteText(writer, address, MarkedParts.Style(kind, MarkedParts.Plain), "=" + cell.Formula);
        }
        else if (cell.Date is { } date && date.Year >= 1900)
        {
            var format = date.TimeOfDay == TimeSpan.Zero ? MarkedParts.Day : MarkedParts.Instant;
            WriteNumber(writer, address, MarkedParts.Style(kind, format), date.ToOADate().ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Number is { } number)
        {
            WriteNumber(writer, address, MarkedParts.Style(kind, MarkedParts.Plain), number.ToString(CultureInfo.InvariantCulture));
        }
        else if (!cell.IsBlank)
        {
            MarkedXml.WriteText(writer, address, MarkedParts.Style(kind, MarkedParts.Plain), cell.Text);
        }
        else if (kind != MarkKind.None)
        {
            WriteNumber(writer, address, MarkedParts.Style(kind, MarkedParts.Plain), null);
        }
    }

    private static void WriteNumber(XmlWriter writer, string address, int style, string? value)
    {
        writer.WriteStartElement("c", MarkedXml.Main);
        writer.WriteAttributeString("r", address);
        writer.WriteAttributeString("s", XmlConvert.ToString(style));
        if (value is not null)
        {
            writer.WriteElementString("v", MarkedXml.Main, value);
        }

        writer.WriteEndElement();
    }
}
