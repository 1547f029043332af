using System.Diagnostics;
using System.Net;
using System.Text;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Shared;
using Xunit;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>The vendor delivers reports by the page on 2 March 2026; each test has a month of its own.</summary>
public sealed class ReportUploadTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_template_filled_in_is_accepted_whole_and_settles_the_duty()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2026, 2));
        var list = await (await upload.VendorAsync()).GetAsync("/Reports");
        Assert.Contains(list.Links, l => l.Contains("/Reports/Upload", StringComparison.Ordinal));

        var screen = await upload.SendAsync("february.xlsx", FilledTemplate.Of(await upload.TemplateAsync()));

        Assert.Equal(HttpStatusCode.OK, screen.Status);
        Assert.Contains("Accepted, 114 rows written", screen.Text, StringComparison.Ordinal);
        var (report, owed, rows) = await upload.StateAsync();
        Assert.Equal((VendorReportState.Accepted, 114, 114), (report!.State, report.RowCount, rows));
        Assert.Equal((ClockState.Met, portal.Clock.Now), (owed!.State, owed.StoppedAt));
        Assert.Equal(28m * 2 * 500, report.Totals["offered"]);
    }

    [Fact]
    public async Task A_file_with_one_contradiction_is_refused_by_row_and_column_and_writes_nothing()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 12));
        var bytes = FilledTemplate.Of(await upload.TemplateAsync(), ("answered", "486"), ("wait_s", "12O4"));

        var screen = await upload.SendAsync("december.xlsx", bytes);

        Assert.Contains("Nothing was accepted; no row was written.", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Calls answered + Abandoned = 516, more than Calls offered 500", screen.Text, StringComparison.Ordinal);
        Assert.Contains("character 3 is the letter O", screen.Text, StringComparison.Ordinal);
        var (report, owed, rows) = await upload.StateAsync();
        Assert.Equal((VendorReportState.Refused, 0), (report!.State, rows));
        Assert.True(owed!.IsOpen);
    }

    [Fact]
    public async Task The_marked_copy_shows_each_problem_in_its_cell_and_is_judged_like_the_original()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 11));
        await upload.SendAsync("november.xlsx", FilledTemplate.Of(await upload.TemplateAsync(), ("answered", "486"), ("wait_s", "12O4")));
        var report = (await upload.StateAsync()).Report!;

        var marked = await (await upload.VendorAsync()).Http.GetByteArrayAsync($"/Reports/Details/{report.Id.Value}?handler=Marked");

        var place = TabularRow.ColumnName(ReportSchema.Default.Daily["wait_s"].Index) + "2";
        using (var table = TabularFile.Open(new MemoryStream(marked), "marked.xlsx"))
        {
            var daily = table.Sheets.Single(s => s.Name == "daily");
            Assert.Equal("12O4", daily.Rows().Single(r => r.Number == 2)[ReportSchema.Default.Daily["wait_s"].Index].Text);
            Assert.Equal(report.RejectCount + report.WarnCount + 1, table.Sheets[0].Rows().Count());
        }

        Assert.Contains($"<c r=\"{place}\" s=\"3\"", Part(marked, "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
        var comments = Part(marked, "xl/comments2.xml");
        Assert.Contains($"<comment ref=\"{place}\"", comments, StringComparison.Ordinal);
        Assert.Contains("character 3 is the letter O", comments, StringComparison.Ordinal);

        await upload.SendAsync("november-marked.xlsx", marked);
        var again = (await upload.StateAsync()).Report!;
        Assert.Equal((2, report.RejectCount, report.WarnCount), (again.VersionNumber, again.RejectCount, again.WarnCount));
    }

    [Fact]
    public async Task A_file_that_owes_reasons_is_accepted_once_they_are_given()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 9));
        var screen = await upload.SendAsync("september.xlsx", FilledTemplate.Of(await upload.TemplateAsync(), ("answered", "456")));
        Assert.Contains("Give reasons for 1 place;", screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await upload.StateAsync()).Rows);

        var form = screen.Form("form:has(input[name^='Reasons'])");
        var after = await (await upload.VendorAsync()).SubmitAsync(screen, form, [("Reasons[*]", "IVR")], []);

        Assert.Contains("Accepted, 122 rows written", after.Text, StringComparison.Ordinal);
        var (report, owed, rows) = await upload.StateAsync();
        Assert.Equal((VendorReportState.Accepted, false, 122), (report!.State, owed!.IsOpen, rows));
        Assert.Equal("IVR", ReportOutcome.ParseFindings(report.FindingsJson).Single(f => f.Level == FindingLevel.Explain).Explanation);
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_clearly_and_leaves_no_version()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 8));
        var screen = await upload.SendAsync("august.xlsx", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));

        Assert.Contains("does not match its extension", screen.Text, StringComparison.Ordinal);
        Assert.Null((await upload.StateAsync()).Report);
        await SendWithProgressAsync(upload);
    }

    /// <summary>The page's script asks for lines: how many rows were read and stored, then what came of it.</summary>
    private static async Task SendWithProgressAsync(ReportUpload upload)
    {
        (await upload.VendorAsync()).Http.DefaultRequestHeaders.Accept.ParseAdd("application/x-ndjson");
        var refused = await upload.SendAsync("august.xlsx", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        Assert.Contains("\"problems\":[\"Nothing was accepted", await refused.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await upload.StateAsync()).Report);

        var accepted = await upload.SendAsync("august.xlsx", FilledTemplate.Of(await upload.TemplateAsync()));
        var report = (await upload.StateAsync()).Report!;
        Assert.Contains($"\"stage\":\"Reconciling\",\"rows\":{report.RowCount},\"of\":{report.RowCount}", await accepted.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains($"\"location\":\"/Reports/Details/{report.Id.Value}\"", await accepted.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_the_page_is_told_by_the_bell_how_the_upload_ended()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 6));
        var bytes = FilledTemplate.Of(await upload.TemplateAsync(), ("answered", "486"), ("wait_s", "12O4"));
        var vendor = await upload.VendorAsync();
        var page = await vendor.GetAsync(upload.Path);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Files", "june.xlsx" } };
        foreach (var (name, value) in FormFields.Of(page.Form("form:has(input[type=file])")))
        {
            content.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, page.Url) { Content = content, Headers = { { "Accept", "application/x-ndjson" } } };
        (await vendor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)).Dispose();
        var waited = Stopwatch.StartNew();
        // Read or unread: a small file may be judged before the reader is gone.
        Screen inbox;
        while ((inbox = await vendor.GetAsync("/Notifications?kind=Upload&all=true")).Document.QuerySelector(".news") is null && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(100);
        }

        var report = (await upload.StateAsync()).Report!;
        Assert.Contains($"The report was refused: {report.RejectCount} problem", inbox.Find(".news") ?? "", StringComparison.Ordinal);
        Assert.Contains($"/Reports/Details/{report.Id.Value}", inbox.Links);
    }

    [Fact]
    public async Task Hostile_files_are_answered_with_a_sentence_and_leave_nothing_behind()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 7));
        var text = Text.For(Text.English, TimeZoneInfo.Utc);
        var files = HostileArchives.All().Where((f, i) => i % 9 == 0 && f.Expected.StartsWith("file.", StringComparison.Ordinal)).ToList();
        foreach (var file in files)
        {
            var screen = await upload.SendAsync(file.Name, file.Content());
            Assert.Equal(HttpStatusCode.OK, screen.Status);
            Assert.Contains(text[file.Expected].Split('{', '(', '[')[0].Trim(), screen.Text, StringComparison.Ordinal);
            Assert.Null((await upload.StateAsync()).Report);
        }

        Assert.True(files.Count >= 5, $"{files.Count} files");
    }

    [Fact]
    public async Task Another_vendor_finds_nothing_under_these_addresses()
    {
        using var upload = new ReportUpload(portal, new YearMonth(2025, 6));
        await upload.SendAsync("june.xlsx", FilledTemplate.Of(await upload.TemplateAsync()));
        var report = (await upload.StateAsync()).Report!.Id.Value;
        var network = upload.Network;
        using var other = await portal.SignedInAsync(network.At(Role.VendorManager, network.Vendors[1]));

        foreach (var path in new[] { $"/Reports/Details/{report}", $"/Reports/Details/{report}?handler=File", $"/Reports/Details/{report}?handler=Marked",
            $"/Reports/Reconcile/{report}", $"/Reports/Compare/{report}", upload.Path })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        }
    }

    private static string Part(byte[] workbook, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
