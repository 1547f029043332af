using System.Diagnostics;
using VendorGov.Documents.Excel;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Scorecards;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed class ScorecardWorkbookTests
{
    [Fact]
    public void Stored_values_are_the_scorecards_own()
    {
        var content = SampleScorecard.Create();
        var bytes = ScorecardWorkbook.Render(content, "zh-CN");
        Keep(bytes, "scorecard-2026-06.zh-CN.xlsx");
        AssertAgrees(bytes, content);
    }

    [Theory]
    [InlineData("zh-CN", 60, true)]
    [InlineData("en", 700, true)]
    [InlineData("zh-CN", 12, false)]
    public void LibreOffice_recalculates_every_figure_to_the_same_number(string language, int issues, bool withReport)
    {
        var content = SampleScorecard.Create(issues: issues, withReport: withReport, hostile: true);
        var bare = ScorecardWorkbook.Render(content, language, storeResults: false);
        AssertAgrees(Recalculated(bare), content);
    }

    [Fact]
    public void A_stepped_contract_is_recalculated_from_its_points()
    {
        var linear = SampleScorecard.Create(issues: 30);
        decimal[] steps = [100, 80, 50, 20, 0];
        var metrics = linear.Metrics.Select(m => m.Status == MetricStatus.Scored ? m with { Score = steps[m.Points!.Value] } : m).ToList();
        var score = metrics.Sum(m => m.WeightShare * (m.Score ?? 0));
        var content = linear with { Metrics = metrics, Score = score, Grade = MetricScore.GradeOf(score) };
        AssertAgrees(Recalculated(ScorecardWorkbook.Render(content, "en", storeResults: false)), content);
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        using var file = Open(ScorecardWorkbook.Render(SampleScorecard.Create(hostile: true), "en"));
        var titles = file.Sheets[2].Rows().Select(r => r[3]).Where(c => c.Text.StartsWith('=')).ToList();
        Assert.NotEmpty(titles);
        Assert.All(titles, t => Assert.True(t is { Kind: CellKind.Text, IsFormula: false }));
    }

    [Fact]
    public void A_month_without_facts_is_not_graded()
    {
        var content = SampleScorecard.Create(issues: 0, withReport: false) with
        {
            Metrics = [], Obligations = [], Trend = [], Score = null, Grade = null, Interval = null, FactCount = 0,
            Credit = new CreditStatement(0, 0.5m, 92_000, 0, 9_200, 5_520, 0),
        };
        AssertAgrees(Recalculated(ScorecardWorkbook.Render(content, "zh-CN", storeResults: false)), content);
    }

    [Fact]
    public void A_figure_of_the_direct_feed_is_a_formula_over_a_sheet_of_its_own()
    {
        var sample = SampleScorecard.Create();
        var rows = sample.ReportRows.Where(r => r.Channel == "voice").ToList();
        var (fast, offered) = (rows.Sum(r => r.Figures["answered_20s"]), rows.Sum(r => r.Figures["offered"] - r.Figures["short_abandon"]));
        var metrics = sample.Metrics.Select(m => m.Code == "SL20" ? m with { Source = VendorGov.Domain.Contracts.Provenance.Feed, Numerator = fast, Denominator = offered } : m);
        using var file = Open(ScorecardWorkbook.Render(sample with { FeedRows = rows, Metrics = [.. metrics] }, "en"));

        Assert.Equal("Feed", file.Sheets[4].Name);
        Assert.Equal(rows.Count, file.Sheets[4].Rows().Count() - 1);
        var sl20 = file.Sheets[1].Rows().Single(r => r[1].Text == "SL20");
        Assert.True(sl20[6] is { IsFormula: true } && sl20[6].Number == fast, sl20[6].Text);
        Assert.Equal("from sheet Feed", sl20[18].Text);
    }

    [Fact]
    public void Figures_of_inspections_and_of_reconciled_reports_and_points_are_formulas()
    {
        var content = SampleScorecard.Create();
        using var file = Open(ScorecardWorkbook.Render(content, "en"));
        var rows = file.Sheets[1].Rows().Skip(1).ToDictionary(r => r[1].Text);
        foreach (var (code, sheet) in new[] { ("QAP", "Quality"), ("BRD", "Quality"), ("ACC", "Accuracy"), ("IAK", "Obligations"), ("ANS", "Report") })
        {
            Assert.True(rows[code][6].IsFormula && rows[code][7].IsFormula, code);
            Assert.Equal($"from sheet {sheet}", rows[code][18].Text);
        }

        Assert.All(content.Metrics.Where(m => m.Status == MetricStatus.Scored), m => Assert.True(rows[m.Code][14].IsFormula && rows[m.Code][15].IsFormula, m.Code));
    }

    private static void AssertAgrees(byte[] workbook, ScorecardContent content)
    {
        using var file = Open(workbook);
        IReadOnlyList<ReportFact>?[] further = [content.FeedRows, content.StaffRows, content.QualityRows, content.AccuracyRows];
        Assert.Equal(8 + further.Count(rows => rows is { Count: > 0 }), file.Sheets.Count);
        var summary = file.Sheets[0].Rows().ToDictionary(r => r.Number);
        Same(content.Score, summary[9][1], "score");
        Assert.Equal(content.Grade?.ToString() ?? summary[9][1].Text, summary[10][1].Text);
        Same(content.FactCount, summary[16][1], "facts");
        Same(content.Obligations.Count(o => o is { Counted: true, Met: false }), summary[18][1], "missed");
        Same(content.Credit.Amount, summary[22][1], "credit");

        var metrics = file.Sheets[1].Rows().Skip(1).ToDictionary(r => r[1].Text);
        Assert.Equal(content.Metrics.Count, metrics.Count);
        foreach (var metric in content.Metrics)
        {
            var row = metrics[metric.Code];
            Same(metric.Numerator, row[6], metric.Code);
            Same(metric.Denominator, row[7], metric.Code);
            Same(metric.Value, row[8], metric.Code);
            Same(metric.Score, row[10], metric.Code);
            Same(metric.Score is null ? null : metric.WeightShare, row[12], metric.Code);
            Same(metric.Points, row[14], $"{metric.Code} points");
            Same(metric.ChargedPoints, row[15], $"{metric.Code} charged");
        }

        AssertDiagnosed(file.Sheets[^2], content);
        Assert.Equal(content.Obligations.Count, file.Sheets[2].Rows().Count() - 1);
        Assert.Equal(content.ReportRows.Count, file.Sheets[3].Rows().Count() - 1);
    }

    private static void AssertDiagnosed(TabularSheet sheet, ScorecardContent content)
    {
        var rows = sheet.Rows().Skip(1).Where(r => r[4].Kind == CellKind.Number).ToList();
        var (contacts, times) = (Diagnostics.OfContacts(content), Diagnostics.OfObligations(content));
        Assert.Equal(contacts.Count + times.Count, rows.Count);
        for (var i = 0; i < contacts.Count; i++)
        {
            Same(contacts[i].Numerator, rows[i][2], contacts[i].Code);
            Same(contacts[i].Denominator, rows[i][3], contacts[i].Code);
            Same(contacts[i].Value, rows[i][4], contacts[i].Code);
        }

        foreach (var (time, row) in times.Zip(rows.Skip(contacts.Count)))
        {
            Same(time.Count, row[1], $"{time.Kind} n");
            Same(time.Median / 60m, row[2], $"{time.Kind} median");
            Same(time.P90 / 60m, row[3], $"{time.Kind} p90");
            for (var part = 0; part < 5; part++)
            {
                Same(time.Parts[part], row[4 + part], $"{time.Kind} part {part}");
            }
        }
    }

    private static void Same(decimal? expected, TabularCell cell, string what)
    {
        var actual = cell.Kind == CellKind.Number ? cell.Number : null;
        Assert.True(
            expected is null == (actual is null) && Math.Abs((expected ?? 0) - (actual ?? 0)) < 0.000_000_01m,
            $"{what}: {expected} is {cell.Text} in the workbook");
    }

    /// <summary>The workbook comes without stored results, so that every number read back is LibreOffice's own.</summary>
    private static byte[] Recalculated(byte[] workbook)
    {
        var folder = Directory.CreateTempSubdirectory("vg-calc");
        try
        {
            var (source, result) = (Path.Combine(folder.FullName, "in.xlsx"), Path.Combine(folder.FullName, "out", "in.xlsx"));
            File.WriteAllBytes(source, workbook);
            using var process = Process.Start(new ProcessStartInfo("soffice",
            [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                "--outdir", Path.Combine(folder.FullName, "out"), source,
            ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Assert.True(process.WaitForExit(120_000), "soffice did not end in two minutes");
            return File.ReadAllBytes(result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TabularFile Open(byte[] workbook) => TabularFile.Open(new MemoryStream(workbook), "scorecard.xlsx");

    private static void Keep(byte[] bytes, string name)
    {
        if (Environment.GetEnvironmentVariable("VENDORGOV_SAMPLES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
    }
}
