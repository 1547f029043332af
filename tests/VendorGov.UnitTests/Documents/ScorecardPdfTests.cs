using System.Diagnostics;
using System.Text.RegularExpressions;
using VendorGov.Documents;
using VendorGov.Documents.Pdf;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed partial class ScorecardPdfTests
{
    private static readonly DocumentImprint Imprint = new("https://example.org/vendorgov/source", "VendorGov");

    [Fact]
    public void A_scorecard_is_four_searchable_pages_with_embedded_chinese()
    {
        var content = SampleScorecard.Create();
        var pdf = ScorecardPdf.Render(content, "zh-CN", Imprint);
        Keep(pdf, "scorecard-2026-06.zh-CN.pdf");

        var text = Text(pdf);
        Assert.Equal(4, Pages(pdf));
        Assert.True(pdf.Length < 400_000, $"{pdf.Length} bytes");
        Assert.Contains("安语客户服务有限公司", text);
        Assert.Contains("2026年6月", text);
        Assert.Contains("首次30秒应答率", text);
        Assert.Contains("第4/4页", text);
        Assert.Contains("https://example.org/vendorgov/source", text);
        Assert.Contains(Math.Round(content.Score!.Value, 1, MidpointRounding.AwayFromZero).ToString("0.0"), text);
    }

    [Fact]
    public void The_english_scorecard_says_the_same()
    {
        var pdf = ScorecardPdf.Render(SampleScorecard.Create("Anyu Customer Service Co., Ltd."), "en", Imprint);
        Keep(pdf, "scorecard-2026-06.en.pdf");
        var text = Text(pdf);
        Assert.Equal(4, Pages(pdf));
        Assert.Contains("June2026", text);
        Assert.Contains("Page4/4", text);
        Assert.Contains("Firstreplywithin30s", text);
    }

    [Fact]
    public void Long_lists_are_cut_and_say_what_they_leave_out()
    {
        var content = SampleScorecard.Create(
            "深圳市前海东方国际客户联络中心与数字化运营服务外包股份有限责任公司第二分公司（华南大区专属团队）", outlets: 76, issues: 800);
        Assert.True(content.Obligations.Count > 3000);
        var pdf = ScorecardPdf.Render(content, "zh-CN", Imprint);
        Keep(pdf, "long.pdf", sample: false);
        Assert.Equal(4, Pages(pdf));
        Assert.True(pdf.Length < 400_000, $"{pdf.Length} bytes");
        Assert.Matches("另有[\\d,]+件", Text(pdf));
    }

    [Fact]
    public void A_month_without_anything_is_said_to_be_so()
    {
        var full = SampleScorecard.Create();
        var empty = full with
        {
            Metrics = [], Obligations = [], ReportRows = [], Exemptions = [], Trend = [], Outlets = [], Score = null, Grade = null,
            Interval = null, PreviousScore = null, FactCount = 0, Credit = new CreditStatement(0, 0.5m, 0, 0, 0, 0, 0),
        };
        var pdf = ScorecardPdf.Render(empty, "zh-CN", Imprint);
        Keep(pdf, "empty.pdf", sample: false);
        Assert.Contains("未评级", Text(pdf));
        Assert.Equal(4, Pages(pdf));
    }

    [Fact]
    public void Scorecards_render_in_parallel()
    {
        var content = SampleScorecard.Create(issues: 20);
        var lengths = new int[8];
        Parallel.For(0, lengths.Length, i => lengths[i] = ScorecardPdf.Render(content, i % 2 == 0 ? "zh-CN" : "en", Imprint).Length);
        Assert.All(lengths, length => Assert.InRange(length, 30_000, 400_000));
    }

    [Fact]
    public void Every_word_of_documents_stands_in_both_languages()
    {
        Assert.All(Words.Keys, word => Assert.True(word.Value["zh"].Length > 0 && word.Value["en"].Length > 0, word.Key));
        foreach (var kind in Enum.GetValues<Domain.Obligations.ObligationKind>())
        {
            Assert.NotEmpty(Words.Of("zh-CN").Of(kind));
        }
    }

    [Fact]
    public void Rounding_never_shows_a_target_as_reached_that_was_not()
    {
        var metric = SampleScorecard.Create().Metrics.First(m => m.Code == "ANS");
        Assert.Equal("94.97%", Figures.Value(metric with { Value = 94.97m }));
        Assert.Equal("94.6%", Figures.Value(metric with { Value = 94.6m }));
        Assert.Equal("89.996%", Figures.Value(metric with { Value = 89.996m }));
    }

    private static int Pages(byte[] pdf) => PageObject().Count(System.Text.Encoding.Latin1.GetString(pdf));

    /// <summary>All text without spaces: the tool sets some between Chinese and figures.</summary>
    private static string Text(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text.Replace(" ", "");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Samples are written again only on request: their bytes carry the time of the run.</summary>
    private static void Keep(byte[] pdf, string name, bool sample = true)
    {
        if (Environment.GetEnvironmentVariable("VENDORGOV_SAMPLES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, sample ? name : "_" + name), pdf);
        }
    }

    [GeneratedRegex("/Type\\s*/Page[^s]")]
    private static partial Regex PageObject();
}
