using System.IO.Compression;
using System.Xml;

namespace VendorGov.Documents.Marking;

/// <summary>The sheet in front: one line per problem, each leading to its cell.</summary>
internal static class MarkedFindings
{
    private static readonly int[] Widths = [12, 10, 8, 20, 22, 48, 48];

    public static void Write(ZipArchive zip, IReadOnlyList<CellMark> marks, IReadOnlyList<string> heads)
    {
        using var writer = MarkedXml.Open(zip, "xl/worksheets/sheet1.xml");
        writer.WriteStartElement("worksheet", MarkedXml.Main);
        writer.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews>");
        writer.WriteRaw("<cols>" + string.Concat(Widths.Select((w, i) =>
            FormattableString.Invariant($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{w}\" customWidth=\"1\"/>"))) + "</cols>");
        writer.WriteStartElement("sheetData", MarkedXml.Main);
        WriteRow(writer, 1, heads, MarkedParts.Head);
        for (var i = 0; i < marks.Count; i++)
        {
            WriteRow(writer, i + 2, Cells(marks[i]), MarkedParts.Style(MarkKind.None, MarkedParts.Plain), marks[i].Kind);
        }

        writer.WriteEndElement();
        WriteLinks(writer, marks);
        writer.WriteEndElement();
    }

    private static string[] Cells(CellMark mark) =>
        [mark.Level, mark.Sheet, mark.Row == 0 ? "" : XmlConvert.ToString(mark.Row), mark.Field, mark.Value ?? "", mark.Problem, mark.Fix];

    private static void WriteRow(XmlWriter writer, int row, IReadOnlyList<string> cells, int style, MarkKind first = MarkKind.None)
    {
        writer.WriteStartElement("row", MarkedXml.Main);
        writer.WriteAttributeString("r", XmlConvert.ToString(row));
        for (var i = 0; i < cells.Count; i++)
        {
            var own = i == 0 && first != MarkKind.None ? MarkedParts.Style(first, MarkedParts.Plain) : style;
            MarkedXml.WriteText(writer, MarkedXml.Address(i, row), own, cells[i]);
        }

        writer.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter writer, IReadOnlyList<CellMark> marks)
    {
        var placed = marks.Select((m, i) => (Mark: m, Row: i + 2)).Where(m => m.Mark.Row > 0).ToList();
        if (placed.Count == 0)
        {
            return;
        }

        writer.WriteStartElement("hyperlinks", MarkedXml.Main);
        foreach (var (mark, row) in placed)
        {
            writer.WriteStartElement("hyperlink", MarkedXml.Main);
            writer.WriteAttributeString("ref", MarkedXml.Address(2, row));
            writer.WriteAttributeString("location", $"'{mark.Sheet}'!{MarkedXml.Address(mark.Column ?? 0, mark.Row)}");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
