using System.IO.Compression;
using System.Security;

namespace VendorGov.Documents.Marking;

/// <summary>What stands around the sheets: types, relations, styles, comments and the boxes that show them.</summary>
internal static class MarkedParts
{
    public const int Plain = 0;
    public const int Day = 1;
    public const int Instant = 2;

    /// <summary>The style of the list's head row, behind three formats for each kind of mark.</summary>
    public const int Head = 12;

    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static int Style(MarkKind kind, int format) => ((int)kind * 3) + format;

    public static void WriteFrame(ZipArchive zip, IReadOnlyList<string> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        MarkedXml.Put(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>{Type("workbook", "sheet.main")}{Type("styles", "styles")}{string.Concat(numbers.Select(n => Type($"worksheets/sheet{n}", "worksheet")))}{string.Concat(numbers.Skip(1).Select(n => Type($"comments{n}", "comments")))}</Types>
            """);
        MarkedXml.Put(zip, "_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
        MarkedXml.Put(zip, "xl/_rels/workbook.xml.rels", Relations(
            [.. numbers.Select(n => ("worksheet", $"worksheets/sheet{n}.xml")), ("styles", "styles.xml")]));
        var listed = sheets.Select((name, i) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        MarkedXml.Put(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{MarkedXml.Main}" xmlns:r="{MarkedXml.Relations}"><sheets>{string.Concat(listed)}</sheets></workbook>
            """);
        MarkedXml.Put(zip, "xl/styles.xml", Styles());
    }

    public static void WriteComments(ZipArchive zip, int number, IReadOnlyList<CellMark> marks)
    {
        var cells = marks.GroupBy(m => (m.Row, Column: m.Column ?? 0)).OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Column).ToList();
        WriteTexts(zip, number, cells.Select(c => (MarkedXml.Address(c.Key.Column, c.Key.Row), string.Join("\n\n", c.Select(m => m.Comment)))));
        if (cells.Count == 0)
        {
            return;
        }

        MarkedXml.Put(zip, $"xl/worksheets/_rels/sheet{number}.xml.rels", Relations(
            ("vmlDrawing", $"../drawings/vmlDrawing{number}.vml"), ("comments", $"../comments{number}.xml")));
        MarkedXml.Put(zip, $"xl/drawings/vmlDrawing{number}.vml", $"""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>{string.Concat(cells.Select((c, i) => Box(i, c.Key.Row, c.Key.Column)))}</xml>
            """);
    }

    private static void WriteTexts(ZipArchive zip, int number, IEnumerable<(string Address, string Text)> comments)
    {
        using var writer = MarkedXml.Open(zip, $"xl/comments{number}.xml");
        writer.WriteStartElement("comments", MarkedXml.Main);
        writer.WriteRaw("<authors><author>VendorGov</author></authors>");
        writer.WriteStartElement("commentList", MarkedXml.Main);
        foreach (var (address, text) in comments)
        {
            writer.WriteStartElement("comment", MarkedXml.Main);
            writer.WriteAttributeString("ref", address);
            writer.WriteAttributeString("authorId", "0");
            writer.WriteStartElement("text", MarkedXml.Main);
            writer.WriteStartElement("t", MarkedXml.Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(MarkedXml.Clean(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string Box(int index, int row, int column) => FormattableString.Invariant(
        $"<v:shape id=\"_x0000_s{1025 + index}\" type=\"#_x0000_t202\" style=\"position:absolute;width:240pt;height:72pt;visibility:hidden\" fillcolor=\"#ffffe1\"><v:fill color2=\"#ffffe1\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/></v:textbox><x:ClientData ObjectType=\"Note\"><x:Anchor>{column + 1},15,{row - 1},4,{column + 5},15,{row + 4},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>");

    /// <summary>Red must be corrected, yellow explained, grey looked at; each for plain cells, dates and dates with a time.</summary>
    private static string Styles()
    {
        string[] fills = ["FFFFC7CE", "FFFFEB9C", "FFE2E6EB", "FFEAF1FB"];
        int[] formats = [0, 14, 22];
        var cells = Enumerable.Range(0, 4).SelectMany(kind => formats.Select(format => Cell(format, kind == 0 ? 0 : kind + 1, 0)));
        return $"""
            <styleSheet xmlns="{MarkedXml.Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{string.Concat(fills.Select(f => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{f}\"/></patternFill></fill>"))}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="13">{string.Concat(cells)}{Cell(0, 5, 1)}</cellXfs></styleSheet>
            """;
    }

    private static string Cell(int format, int fill, int font) => FormattableString.Invariant(
        $"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\" applyFont=\"1\"/>");

    private static string Type(string part, string type) =>
        $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";

    private static string Relations(params (string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Package}/relationships\">" + string.Concat(relations.Select((r, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"{MarkedXml.Relations}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";
}
