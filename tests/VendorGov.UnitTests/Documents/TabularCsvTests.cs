using System.IO.Compression;
using System.Text;
using VendorGov.Documents.Reading;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed class TabularCsvTests
{
    static TabularCsvTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public void Chinese_text_is_read_in_every_encoding_that_offices_send(string encoding, bool mark)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes("网点编码,名称\r\n0012,东湖网点\r\n");
        var file = mark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;

        var rows = Rows(file, "outlets.csv");

        Assert.Equal(["网点编码", "名称"], rows[0].Cells.Select(x => x.Text));
        Assert.Equal(["0012", "东湖网点"], rows[1].Cells.Select(x => x.Text));
        Assert.Equal("outlets", rows[1].Sheet);
    }

    [Fact]
    public void A_chinese_name_late_in_a_long_file_decides_its_encoding()
    {
        var text = string.Concat(Enumerable.Repeat("plain,row\n", 20_000)) + "末行,东湖\n";
        var rows = Rows(Encoding.GetEncoding("GB18030").GetBytes(text), "log.csv");
        Assert.Equal("东湖", rows[^1][1].Text);
        Assert.Equal(20_001, rows[^1].Number);
    }

    [Fact]
    public void Quotes_line_breaks_and_blank_lines_keep_row_numbers()
    {
        var rows = Rows("a,\"say \"\"hi\"\", then\nleave\",c,,\n\n  \nd\n"u8.ToArray(), "x.csv");
        Assert.Equal(2, rows.Count);
        Assert.Equal(["a", "say \"hi\", then\nleave", "c"], rows[0].Cells.Select(x => x.Text));
        Assert.Equal((4, "d"), (rows[1].Number, rows[1][0].Text));
    }

    [Theory]
    [InlineData("a;b;c\n1;2,5;3")]
    [InlineData("a\tb\tc\n1\t2,5\t3")]
    public void The_first_line_tells_the_separator(string text)
    {
        Assert.Equal("2,5", Rows(Encoding.UTF8.GetBytes(text), "x.csv")[1][1].Text);
    }

    [Fact]
    public void A_compressed_log_is_read_like_a_plain_one()
    {
        var rows = Rows(Gzip("number,state\nINC1,New\n"u8.ToArray()), "incidents.csv.gz");
        Assert.Equal(("incidents", "INC1"), (rows[1].Sheet, rows[1][0].Text));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_all_the_same()
    {
        using var once = new GZipStream(new MemoryStream(Gzip("a,b\n"u8.ToArray())), CompressionMode.Decompress);
        using var file = TabularFile.Open(once, "x.csv");
        Assert.Equal("b", file.Sheets[0].Rows().Single()[1].Text);
    }

    [Fact]
    public void A_missing_closing_quote_is_refused_with_its_row()
    {
        var refused = Refused("a,b\nc,\"d\ne,f\n"u8.ToArray(), "x.csv");
        Assert.Equal("file.quote-open", refused.TextKey);
        Assert.Equal(2, refused.Arguments[0]);
    }

    [Fact]
    public void Binary_content_an_empty_file_and_foreign_extensions_are_refused()
    {
        Assert.Equal("file.not-text", Refused([1, 0, 2, 0], "x.csv").TextKey);
        Assert.Equal("file.not-text", Refused([0x41, 0xFF, 0xFF, 0x0A], "x.csv").TextKey);
        Assert.Equal("file.empty", Refused([], "x.csv").TextKey);
        Assert.Equal("file.wrong-kind", Refused("a"u8.ToArray(), "x.pdf").TextKey);
        Assert.Equal("file.wrong-extension", Refused("a,b"u8.ToArray(), "x.xlsx").TextKey);
    }

    [Fact]
    public void A_small_archive_of_a_huge_file_is_refused_while_it_inflates()
    {
        var bomb = Gzip(new byte[8 * 1024 * 1024].Select(_ => (byte)'a').ToArray());
        var refused = Refused(bomb, "x.csv.gz", TabularLimits.Default with { MaxInflatedBytes = 1024 * 1024 });
        Assert.Equal("file.inflates", refused.TextKey);
    }

    [Fact]
    public void A_truncated_archive_is_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(x => $"{x * 7919},row\n"));
        Assert.Equal("file.damaged", Refused(Gzip(Encoding.UTF8.GetBytes(text))[..^2000], "x.csv.gz").TextKey);
    }

    [Fact]
    public void Caps_on_rows_columns_and_cells_hold()
    {
        var limits = new TabularLimits(MaxRows: 2, MaxColumns: 3, MaxCellLength: 4);
        Assert.Equal("file.rows", Refused("a\nb\nc\n"u8.ToArray(), "x.csv", limits).TextKey);
        Assert.Equal("file.columns", Refused("a,b,c,d\n"u8.ToArray(), "x.csv", limits).TextKey);
        Assert.Equal("file.cell-long", Refused("a,abcde\n"u8.ToArray(), "x.csv", limits).TextKey);
    }

    [Fact]
    public void Text_reads_as_number_or_date_only_when_it_is_one()
    {
        Assert.Equal(1234.5m, TabularCell.OfText("１,２３４.5").AsNumber());
        Assert.Null(TabularCell.OfText("12%").AsNumber());
        Assert.Equal(new DateTime(2026, 3, 5), TabularCell.OfText("2026年3月5日").AsDate());
        Assert.Null(TabularCell.OfText("2026-02-30").AsDate());
    }

    private static List<TabularRow> Rows(byte[] bytes, string name, TabularLimits? limits = null)
    {
        using var file = TabularFile.Open(new MemoryStream(bytes), name, limits);
        return file.Sheets[0].Rows().ToList();
    }

    private static TabularRefusedException Refused(byte[] bytes, string name, TabularLimits? limits = null) =>
        Assert.Throws<TabularRefusedException>(() => Rows(bytes, name, limits));

    private static byte[] Gzip(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }
}
