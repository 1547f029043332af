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
    public void A_scorecard_is_five_searchable_pages_with_embedded_chinese()
    {
        var content = SampleScorecard.Create();
        var pdf = ScorecardPdf.Render(content, "zh-CN", Imprint);
        Keep(pdf, "scorecard-2026-06.zh-CN.pdf");

        var text = Text(pdf);
        Assert.Equal(5, Pages(pdf));
        Assert.True(pdf.Length < 400_000, $"{pdf.Length} bytes");
        Assert.Contains("安语客户服务有限公司", text);
        Assert.Contains("2026年6月", text);
        Assert.Contains("首次30秒应答率", text);
        Assert.Contains("第5/5页", text);
        Assert.Contains("https://example.org/vendorgov/source", text);
        Assert.All(["排班覆盖", "质检与满意度", "报表交付", "整改与培训", "按问题类型", "服务扣款"], part => Assert.Contains(part, text));
        Assert.Contains(Math.Round(content.Score!.Value, 1, MidpointRounding.AwayFromZero).ToString("0.0"), text);
    }

    [Fact]
    public void The_english_scorecard_says_the_same()
    {
        var pdf = ScorecardPdf.Render(SampleScorecard.Create("Anyu Customer Service Co., Ltd."), "en", Imprint);
        Keep(pdf, "scorecard-2026-06.en.pdf");
        var text = Text(pdf);
        Assert.Equal(5, Pages(pdf));
        Assert.Contains("June2026", text);
        Assert.Contains("Page5/5", text);
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
        Assert.Equal(5, Pages(pdf));
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
        Assert.Equal(5, Pages(pdf));
    }

    [Fact]
    public void The_document_has_an_outline_a_language_and_a_structure_of_headings_tables_and_pictures_with_words()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var raw = System.Text.Encoding.Latin1.GetString(ScorecardPdf.Render(SampleScorecard.Create(), language, Imprint));
            Assert.Equal(5, Count(raw, "/Dest"));
            Assert.Contains($"/Lang({language})", raw.Replace(" ", ""), StringComparison.Ordinal);
            Assert.Contains("/StructTreeRoot", raw, StringComparison.Ordinal);
            Assert.Contains("/MarkInfo", raw, StringComparison.Ordinal);
            Assert.Equal(1, Count(raw, "/S/H1"));
            Assert.InRange(Count(raw, "/S/H2"), 12, 20);
            Assert.InRange(Count(raw, "/S/TR"), 40, 200);
            Assert.Equal(2, Count(raw, "/S/Figure"));
            Assert.Equal(2, Count(raw, "/Alt"));
        }
    }

    [Fact]
    public void The_credit_statement_says_points_caps_and_what_is_left()
    {
        var content = SampleScorecard.Create();
        var credit = new CreditStatement(14, 0.5m, 92_000m, 6_440m, 9_200m, 5_000m, 5_000m);
        var pdf = CreditStatementPdf.Render(content with { Credit = credit }, "zh-CN", Imprint);
        Keep(pdf, "statement.pdf", sample: false);
        var text = Text(pdf);
        Assert.Equal(1, Pages(pdf));
        Assert.All(["服务扣款单", "6,440.00", "9,200.00", "5,000.00", "扣后12个月上限余额", "已按当月上限"], part => Assert.Contains(part, text));
        Assert.InRange(pdf.Length, 10_000, 200_000);
        Assert.Contains("Servicecreditstatement", Text(CreditStatementPdf.Render(content, "en", Imprint)));
    }

    private static int Count(string raw, string what) => raw.Replace(" ", "").Split(what).Length - 1;

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
