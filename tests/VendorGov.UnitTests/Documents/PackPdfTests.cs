using System.Diagnostics;
using PdfSharp.Pdf.IO;
using VendorGov.Documents.Pdf;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed class PackPdfTests
{
    private static readonly DocumentImprint Imprint = new("https://example.org/vendorgov/source", "VendorGov");

    [Fact]
    public void A_long_table_goes_on_over_pages_and_no_row_is_lost()
    {
        var rows = Enumerable.Range(1, 130).Select(i => (IReadOnlyList<PackCell>)[new($"行{i:000}"), new(new string('长', 60)), new($"{i}")]).ToList();
        var table = new PackTable([new("编号", 20), new("内容", 100), new("数", 20, true)], rows, "");
        var pdf = PackPdf.Render(new PackDocument("鹭程速递", "季度业务回顾", "安语客服", "2026年第3季度", ["合同：HT-1"], [new("明细", "", [table])], "页脚", Cover: true), "zh-CN", Imprint);

        using var document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        var text = Text(pdf);

        Assert.InRange(document.PageCount, 5, 9);
        Assert.All(Enumerable.Range(1, 130), i => Assert.Contains($"行{i:000}", text));
        Assert.True(pdf.Length < 400_000, $"{pdf.Length} bytes");
    }

    [Fact]
    public void Every_block_is_drawn_and_an_empty_table_says_its_sentence()
    {
        PackBlock[] blocks =
        [
            new PackFigures([("Score", "88.1", PackTone.Good), ("Credit", "¥1,200.00", PackTone.Bad)]),
            new PackTrend(["Jan", "Feb", "Mar"], [80, null, 91.5m], 70, 100), new PackBars([("Slow service", 12, 60), ("Fault", 8, 100)]),
            new PackTable([new("Interval", 40)], [[new("", Range: new PackRange(72, 80, 88))]], ""), new PackTable([new("Nothing", 1)], [], "No corrective actions."),
            new PackText("≈ no clear difference", PackTone.Muted), new PackBlanks(["Date:", "", "For the vendor:"]),
        ];

        var text = Text(PackPdf.Render(new PackDocument("Lucheng", "Review", "Anyu", "Q3 2026", [], [new("All", "note", blocks)], "footer"), "en", Imprint));

        Assert.All(new[] { "88.1", "91.5", "Slowservice", "Nocorrectiveactions.", "Forthevendor:", "Page1/1" }, word => Assert.Contains(word, text));
    }

    private static string Text(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, pdf);
        using var tool = Process.Start(new ProcessStartInfo("pdftotext", $"-layout {path} -") { RedirectStandardOutput = true })!;
        var text = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        File.Delete(path);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}
