using System.Text;
using VendorGov.UnitTests.Documents;
using static VendorGov.IntegrationTests.Reports.HostileFile;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>Workbooks that lie, burst, reach out or carry what no table needs.</summary>
internal static class HostileArchives
{
    private const string Bytes26M = "26 MB of one byte";
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const string Laughs = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>""";
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];

    public static IEnumerable<HostileFile> All() => [.. Bombs(), .. Paths(), .. Xml(), .. Cells(), .. Extras(), .. Kinds()];

    private static IEnumerable<HostileFile> Bombs() =>
    [
        X("flat bomb in the sheet", "file.inflates", () => Replaced(SheetPart, Sheet(Encoding.UTF8.GetString(Repeat("<row></row>", 2_400_000))))),
        X($"flat bomb beside the sheet, {Bytes26M}", "file.inflates", () => With(("xl/media/image1.png", new byte[26_000_000]))),
        X("bomb in twenty parts", "file.inflates", () => With([.. Enumerable.Range(1, 20).Select(i => ($"xl/media/{i}.png", new byte[9_000_000]))])),
        X("bomb of empty cells", "file.inflates", () => Replaced(SheetPart, Sheet($"<row>{Encoding.UTF8.GetString(Repeat("<c/>", 5_000_000))}</row>"))),
        X("bomb in the shared texts", "file.inflates", () => Replaced("xl/sharedStrings.xml", Repeat("<si/>", 4_000_000))),
        X("relations beyond reason", "file.inflates", () => With(("xl/worksheets/_rels/sheet1.xml.rels", Repeat("<Relationship/>", 200_000)))),
        X("archive in the archive", "file.nested", () => With(("xl/media/inner.zip", Zip(("a.txt", new byte[100]))))),
        X("bomb in the archive in the archive", "file.nested", () => With(("xl/media/image1.png", Zip(("b.zip", Zip(("c.zip", Zip(("d", new byte[9_000_000]))))))))),
        X("workbook in the workbook", "file.nested", () => With(("docProps/thumbnail.xlsx", Xlsx("")))),
        X("gzip in the workbook", "file.nested", () => With(("docProps/core.gz", Gzip(new byte[1000])))),
        X("7z in the workbook", "file.nested", () => With(("docProps/core.7z", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C]))),
        X("1,001 entries", "file.archive", () => With([.. Enumerable.Range(1, 1001).Select(i => ($"docProps/{i}.txt", new byte[1]))])),
        X("40,000 entries", "file.archive", () => Zip([.. Enumerable.Range(1, 40_000).Select(i => ($"{i}.txt", new byte[1]))])),
        X("a directory of 2 MB", "file.damaged", () => With([.. Enumerable.Range(1, 200).Select(i => ($"docProps/{new string('n', 10_000)}{i}", new byte[1]))])),
    ];

    private static IEnumerable<HostileFile> Paths() =>
    [
        X("path upwards", "file.paths", () => With(("../../../etc/cron.d/x", [1]))),
        X("path upwards inside", "file.paths", () => With(("xl/../../x", [1]))),
        X("absolute path", "file.paths", () => With(("/etc/passwd", [1]))),
        X("path of another system", "file.paths", () => With((@"xl\..\..\x", [1]))),
        X("drive letter", "file.paths", () => With(("C:/Windows/x", [1]))),
        X("control character in a name", "file.paths", () => With(("xl/a\u0001b", [1]))),
        X("entry twice", "file.damaged", () => With(("xl/workbook.xml", [1]))),
        X("entry twice in other letters", "file.damaged", () => With(("XL/Workbook.XML", [1]))),
    ];

    private static IEnumerable<HostileFile> Xml() =>
    [
        X("external entity in the sheet", "file.entities", () => Xlsx("<row><c t=\"str\"><v>&e;</v></c></row>", doctype: "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
        X("external entity in the shared texts", "file.entities", () => Replaced("xl/sharedStrings.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\"><sst/>"u8.ToArray())),
        X("entities of entities in the workbook", "file.entities", () => Replaced("xl/workbook.xml", Encoding.UTF8.GetBytes(Laughs + "<workbook>&c;</workbook>"))),
        X("entities of entities in the styles", "file.entities", () => Replaced("xl/styles.xml", Encoding.UTF8.GetBytes(Laughs + "<styleSheet>&c;</styleSheet>"))),
        X("document type in the relations", "file.entities", () => Replaced("_rels/.rels", Encoding.UTF8.GetBytes(Laughs + "<Relationships/>"))),
        X("document type behind a long comment", "file.entities", () => Replaced(SheetPart, [.. "<!--"u8, .. Repeat("x", 200_000), .. Encoding.UTF8.GetBytes("-->" + Laughs + "<worksheet/>")])),
        X("sheet in UTF-16", "file.damaged", () => Replaced(SheetPart, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<worksheet/>")])),
        X("one attribute of 2 MB", "file.damaged", () => Replaced(SheetPart, Sheet($"<row r=\"{new string('1', 2_000_000)}\"/>"))),
        X("a comment of 2 MB", "file.damaged", () => Replaced(SheetPart, Sheet($"<!--{new string('1', 2_000_000)}-->"))),
        X("ten thousand levels", "file.damaged", () => Replaced(SheetPart, Repeat("<a>", 10_000))),
        X("text past the parser's streams", "file.damaged", () => Replaced(SheetPart, Sheet($"<row><c><v><![CDATA[{new string('>', 3_000_000)}]]></v></c></row>"))),
        X("sheet that breaks off", "file.damaged", () => Replaced(SheetPart, "<worksheet><sheetData><row r=\"1\"><c"u8.ToArray())),
        X("sheet that is no XML", "file.damaged", () => Replaced(SheetPart, "just text"u8.ToArray())),
        X("relation to nowhere", "file.damaged", () => Replaced("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"u8.ToArray())),
    ];

    private static IEnumerable<HostileFile> Cells() =>
    [
        X("a million empty rows", "file.empty-rows", () => Xlsx(Encoding.UTF8.GetString(Repeat("<row/>", 1_000_000)))),
        X("a million numbered empty rows", "file.empty-rows", () => Xlsx(string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row r=\"{i}\"/>")))),
        X("a shared text of 9,000 characters", "file.text-long", () => Xlsx("", $"<si><t>{new string('长', 9000)}</t></si>")),
        X("shared texts of 10 million characters", "file.texts", () => Xlsx("", string.Concat(Enumerable.Range(1, 2000).Select(i => $"<si><t>{i}{new string('x', 5000)}</t></si>")))),
        X("a million shared texts of nothing", "file.texts", () => Xlsx("", Encoding.UTF8.GetString(Repeat("<si/>", 1_000_000)))),
        X("a cell of 9,000 characters", "file.cell-long", () => Xlsx($"<row r=\"1\"><c r=\"B1\" t=\"str\"><v>{new string('长', 9000)}</v></c></row>")),
        X("a column far to the right", "file.columns", () => Xlsx("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")),
        X("a row below the last", "file.damaged", () => Xlsx("<row r=\"9999999\"><c><v>1</v></c></row>")),
        X("a shared text that is not there", "file.damaged", () => Xlsx("<row r=\"1\"><c t=\"s\"><v>77</v></c></row>")),
        X("a number that is none", "file.damaged", () => Xlsx("<row r=\"1\"><c><v>abc</v></c></row>")),
        X("fifty-one sheets", "file.sheets", () => Replaced("xl/workbook.xml", Encoding.UTF8.GetBytes(
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + string.Concat(Enumerable.Range(1, 51).Select(i => $"<sheet name=\"s{i}\" sheetId=\"{i}\" r:id=\"rId1\"/>")) + "</sheets></workbook>"))),
        X("no sheet of the report", "sheet-missing", () => Xlsx("<row r=\"1\"><c><v>1</v></c></row>", sheet: "Tabelle1")),
        X("sheet without header", "no-header", () => Xlsx("<row r=\"1\"><c><v>1</v></c></row>")),
    ];

    private static IEnumerable<HostileFile> Extras() =>
    [
        X("macro project", "file.macros", () => With(("xl/vbaProject.bin", [1]))),
        X("macro content type", "file.macros", () => Xlsx("", types: RawXlsx.ContentTypes.Replace("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.macroEnabled.main"))),
        X("macro sheet", "file.macros", () => With(("xl/macrosheets/sheet1.xml", "<x/>"u8.ToArray()))),
        X("ribbon with calls", "file.macros", () => With(("customUI/customUI14.xml", "<x/>"u8.ToArray()))),
        new("macro workbook by name", "r.xlsm", "file.macros", () => Xlsx("")),
        new("binary workbook by name", "r.xlsb", "file.macros", () => Xlsx("")),
        X("link to another workbook", "file.external", () => With(("xl/externalLinks/externalLink1.xml", "<x/>"u8.ToArray()))),
        X("data connection", "file.external", () => With(("xl/connections.xml", "<x/>"u8.ToArray()))),
        X("web query", "file.external", () => With(("xl/queryTables/queryTable1.xml", "<x/>"u8.ToArray()))),
        X("embedded object", "file.embedded", () => With(("xl/embeddings/oleObject1.bin", Ole))),
        X("control", "file.embedded", () => With(("xl/activeX/activeX1.xml", "<x/>"u8.ToArray()))),
        X("program as a picture", "file.embedded", () => With(("xl/media/image1.png", [.. "MZ"u8, 0x90, 0, 3]))),
        X("OLE container as a picture", "file.embedded", () => With(("xl/media/image1.png", Ole))),
    ];

    private static IEnumerable<HostileFile> Kinds() =>
    [
        X("workbook with a password", "file.encrypted", () => Ole),
        X("archive with a password", "file.encrypted", () => Patched(Patched(Xlsx(""), "PK\u0001\u0002", 8, 1), "PK\u0003\u0004", 6, 1)),
        X("entry packed by an unknown method", "file.damaged", () => Patched(Patched(Xlsx(""), "PK\u0001\u0002", 10, 99), "PK\u0003\u0004", 8, 99)),
        new("old workbook", "r.xls", "file.old-excel", () => Ole),
        X("Word document", "file.not-xlsx", () => Zip(("[Content_Types].xml", "<Types>wordprocessingml.document.main</Types>"u8.ToArray()), ("word/document.xml", "<x/>"u8.ToArray()))),
        X("OpenDocument sheet", "file.not-xlsx", () => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()))),
        X("plain archive", "file.not-xlsx", () => Zip(("readme.txt", [65]))),
        X("empty archive", "file.not-xlsx", () => Zip()),
        X("half a workbook", "file.damaged", () => Xlsx("<row/>") is var whole ? whole[..(whole.Length / 2)] : []),
        X("workbook without its last byte", "file.damaged", () => Xlsx("<row/>")[..^1]),
        X("two letters of a workbook", "file.damaged", () => "PK"u8.ToArray()),
        X("nothing", "file.empty", () => []),
    ];

    private static HostileFile X(string what, string expected, Func<byte[]> content) => new(what, "report.xlsx", expected, content);
}
