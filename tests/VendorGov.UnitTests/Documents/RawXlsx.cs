using System.IO.Compression;
using System.Text;

namespace VendorGov.UnitTests.Documents;

/// <summary>Writes xlsx archives by hand, so that tests can hold what no library would write.</summary>
internal static class RawXlsx
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const string ContentTypes =
        """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
        """;

    public static MemoryStream Build(string rows, string shared = "", string? contentTypes = null, string doctype = "", bool from1904 = false, string sheet = "数据")
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", contentTypes ?? ContentTypes);
            Add(zip, "_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/_rels/workbook.xml.rels", Relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"), ("rId3", "sharedStrings", "sharedStrings.xml")));
            Add(zip, "xl/workbook.xml",
                $"""<workbook xmlns="{Namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(from1904 ? 1 : 0)}"/><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Add(zip, "xl/styles.xml",
                $"""<styleSheet xmlns="{Namespace}"><numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00&quot;days&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>""");
            Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Namespace}">{shared}</sst>""");
            Add(zip, "xl/worksheets/sheet1.xml", $"""{doctype}<worksheet xmlns="{Namespace}"><sheetData>{rows}</sheetData></worksheet>""");
        }

        stream.Position = 0;
        return stream;
    }

    public static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(relations.Select(x =>
            $"""<Relationship Id="{x.Id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{x.Type}" Target="{x.Target}"/>"""))
        + "</Relationships>";
}
