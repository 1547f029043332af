using System.Text;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed class TableTests
{
    private static readonly TableContent Table = new(
        "网点/列表", [new("编码"), new("名称"), new("数量"), new("日期")],
        [["00123", "=1+2", -3.5m, new DateOnly(2026, 3, 1)], ["1E5", "@SUM(A1)", 12, null], ["1月", "a\u0001b,\"c\"", null, new DateTime(2026, 3, 1, 8, 30, 0)]]);

    [Fact]
    public void A_csv_export_opens_in_excel_and_runs_nothing()
    {
        var bytes = TableCsv.Render(Table);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("00123,'=1+2,-3.5,2026-03-01", lines[1]);
        Assert.StartsWith("1E5,'@SUM(A1),12,", lines[2]);
    }

    [Theory]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+8613800000000", "+8613800000000")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("plain", "plain")]
    public void Only_what_is_no_number_gets_an_apostrophe(string text, string safe) => Assert.Equal(safe, TableCsv.Safe(text));

    [Fact]
    public void A_workbook_export_keeps_text_as_text()
    {
        using var file = TabularFile.Open(new MemoryStream(TableWorkbook.Render(Table)), "x.xlsx");
        Assert.Equal("网点列表", file.Sheets[0].Name);
        var rows = file.Sheets[0].Rows().ToList();
        Assert.Equal(["00123", "=1+2", "-3.5", "2026-03-01"], rows[1].Cells.Select(c => c.Text));
        Assert.Equal((CellKind.Text, "1E5"), (rows[2][0].Kind, rows[2][0].Text));
        Assert.Equal("ab,\"c\"", rows[3][1].Text);
        Assert.Equal(new DateTime(2026, 3, 1, 8, 30, 0), rows[3][3].Date);
    }

    [Fact]
    public void A_template_has_empty_sheets_notes_and_examples()
    {
        var sheet = new TemplateSheet(
            "outlets", [new("code", "as printed on waybills", true), new("kind", "", Allowed: ["own", "franchise"]), new("size", "", Kind: TemplateKind.Whole)],
            [["001", "own", 12]]);
        using var file = TabularFile.Open(new MemoryStream(TemplateWorkbook.Render([sheet], ["Fill in."], "en")), "t.xlsx");
        Assert.Equal(["outlets", "Notes", "Example outlets"], file.Sheets.Select(s => s.Name));
        Assert.Single(file.Sheets[0].Rows());
        Assert.Equal("001", file.Sheets[2].Rows().Last()[0].Text);
        Assert.All(file.Sheets.Skip(1), s => Assert.Contains(TemplateWorkbook.IgnoredPrefixes, p => s.Name.StartsWith(p)));
    }
}
