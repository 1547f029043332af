using System.IO.Compression;
using System.Text;
using VendorGov.Documents.Reading;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed class TabularXlsxTests
{
    [Fact]
    public void Cells_come_typed_with_their_own_rows_and_columns()
    {
        var row = Rows(RawXlsx.Build(
            """
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3"><v>0.30000000000000004</v></c><c r="D3" s="1"><v>46082</v></c>
            <c r="E3" s="2"><v>46082.5</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="e"><v>#N/A</v></c><c r="H3" s="3"><v>2</v></c>
            <c r="I3" t="inlineStr"><is><r><t>东</t></r><r><t>湖</t></r><rPh sb="0" eb="1"><t>dong</t></rPh></is></c></row>
            """,
            "<si><t>00123</t></si>")).Single();

        Assert.Equal((3, "数据"), (row.Number, row.Sheet));
        Assert.Equal((CellKind.Text, "00123"), (row[0].Kind, row[0].Text));
        Assert.True(row[1].IsBlank);
        Assert.Equal(0.3m, row[2].Number);
        Assert.Equal(new DateTime(2026, 3, 1), row[3].Date);
        Assert.Equal("2026-03-01 12:00:00", row[4].Text);
        Assert.True(row[5].Flag);
        Assert.Equal((CellKind.Error, "#N/A"), (row[6].Kind, row[6].Text));
        Assert.Equal((CellKind.Number, 2m), (row[7].Kind, row[7].Number));
        Assert.Equal("东湖", row[8].Text);
    }

    [Fact]
    public void A_formula_gives_its_stored_value_and_says_that_it_is_one()
    {
        var row = Rows(RawXlsx.Build("""<row><c><f>SUM(B1:B9)</f><v>42</v></c><c t="str"><f>A1&amp;"x"</f><v>42x</v></c><c><f>NOW()</f></c></row>""")).Single();
        Assert.Equal((42m, true), (row[0].Number, row[0].IsFormula));
        Assert.Equal(("42x", true), (row[1].Text, row[1].IsFormula));
        Assert.True(row[2].IsBlank && row[2].IsFormula);
    }

    [Fact]
    public void Dates_follow_the_calendar_of_the_workbook()
    {
        const string Day = """<row r="1"><c r="A1" s="1"><v>1</v></c></row>""";
        Assert.Equal(new DateTime(1900, 1, 1), Rows(RawXlsx.Build(Day)).Single()[0].Date);
        Assert.Equal(new DateTime(1904, 1, 2), Rows(RawXlsx.Build(Day, from1904: true)).Single()[0].Date);
    }

    [Fact]
    public void A_million_empty_rows_are_refused_with_what_to_do()
    {
        var empty = string.Concat(Enumerable.Repeat("<row/>", 1_000_000));
        Assert.Equal("file.empty-rows", Refused(RawXlsx.Build("""<row r="1"><c t="str"><v>a</v></c></row>""" + empty)));
    }

    [Fact]
    public void Some_empty_rows_and_a_far_row_number_cost_nothing()
    {
        var empty = string.Concat(Enumerable.Repeat("<row/>", 90_000));
        var rows = Rows(RawXlsx.Build("""<row r="1"><c t="str"><v>a</v></c></row>""" + empty + """<row r="1048576"><c t="str"><v>z</v></c></row>"""),
            limits: TabularLimits.Default with { MaxRows = 2 });
        Assert.Equal([1, 1_048_576], rows.Select(x => x.Number));
    }

    [Fact]
    public void Macros_are_refused_by_part_and_by_content_type()
    {
        var typed = RawXlsx.ContentTypes.Replace("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.macroEnabled.main");
        Assert.Equal("file.macros", Refused(RawXlsx.Build("", contentTypes: typed)));
        var hidden = RawXlsx.Build("");
        using (var zip = new ZipArchive(hidden, ZipArchiveMode.Update, leaveOpen: true))
        {
            RawXlsx.Add(zip, "xl/vbaProject.bin", "x");
        }

        Assert.Equal("file.macros", Refused(hidden));
        Assert.Equal("file.macros", Refused(RawXlsx.Build(""), "book.xlsm"));
    }

    [Fact]
    public void External_entities_are_refused()
    {
        var document = """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>""";
        Assert.Equal("file.entities", Refused(RawXlsx.Build("<row><c t=\"str\"><v>&e;</v></c></row>", doctype: document)));
    }

    [Fact]
    public void Encrypted_old_truncated_and_foreign_files_are_refused()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
        Assert.Equal("file.encrypted", Refused(new MemoryStream(ole)));
        Assert.Equal("file.old-excel", Refused(new MemoryStream(ole), "book.xls"));
        var whole = RawXlsx.Build("<row><c><v>1</v></c></row>").ToArray();
        Assert.Equal("file.damaged", Refused(new MemoryStream(whole[..(whole.Length / 2)])));
        Assert.Equal("file.wrong-extension", Refused(new MemoryStream(whole), "book.csv"));
        Assert.Equal("file.not-xlsx", Refused(OtherZip()));
    }

    [Fact]
    public void An_archive_that_inflates_beyond_its_bound_is_refused_whatever_its_directory_says()
    {
        var padded = RawXlsx.Build(string.Concat(Enumerable.Repeat("<row></row>", 400_000)));
        Assert.True(padded.Length < 200_000);
        Assert.Equal("file.inflates", Refused(padded, limits: TabularLimits.Default with { MaxInflatedBytes = 1024 * 1024 }));
    }

    [Fact]
    public void Too_many_entries_columns_and_too_long_cells_are_refused()
    {
        Assert.Equal("file.archive", Refused(RawXlsx.Build(""), limits: TabularLimits.Default with { MaxArchiveEntries = 3 }));
        Assert.Equal("file.columns", Refused(RawXlsx.Build("""<row r="1"><c r="ZZ1"><v>1</v></c></row>""")));
        var text = new string('长', 9000);
        Assert.Equal("file.cell-long", Refused(RawXlsx.Build($"""<row r="1"><c r="B1" t="str"><v>{text}</v></c></row>""")));
        Assert.Equal("file.text-long", Refused(RawXlsx.Build("", $"<si><t>{text}</t></si>")));
    }

    [Theory]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>")]
    [InlineData("<row r=\"1\"><c><v>abc</v></c></row>")]
    [InlineData("<row r=\"9999999\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c><v>1</c></row>")]
    public void Forged_cells_are_damage_and_no_crash(string rows) => Assert.Equal("file.damaged", Refused(RawXlsx.Build(rows)));

    private static MemoryStream OtherZip()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            RawXlsx.Add(zip, "readme.txt", "no workbook");
        }

        return stream;
    }

    private static List<TabularRow> Rows(MemoryStream stream, string name = "book.xlsx", TabularLimits? limits = null)
    {
        using var file = TabularFile.Open(stream, name, limits);
        return file.Sheets[0].Rows().ToList();
    }

    private static string Refused(MemoryStream stream, string name = "book.xlsx", TabularLimits? limits = null) =>
        Assert.Throws<TabularRefusedException>(() => Rows(stream, name, limits)).TextKey;
}
