using System.Globalization;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using Xunit;

namespace VendorGov.IntegrationTests.Cases;

/// <summary>The complaint ledger by its pages: import, list, export, and the word to the customer.</summary>
public sealed class LedgerTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_ledger_comes_in_with_its_times_once_however_often_it_is_imported()
    {
        using var hq = await portal.HeadquartersAsync();
        var file = await FilledAsync(hq, "TS-1");
        var preview = await UploadAsync(hq, file);
        Assert.Empty(await OfAsync("TS-1"));
        Assert.Contains("1 new", preview.Text, StringComparison.Ordinal);

        var list = await hq.SubmitAsync(preview, "#apply");
        Assert.Equal("/Ledger", list.Path);
        Assert.Contains("TS-1", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800002097", list.Text, StringComparison.Ordinal);
        var stored = Assert.Single(await OfAsync("TS-1"));
        Assert.Equal(new DateTimeOffset(2026, 2, 2, 1, 40, 0, TimeSpan.Zero), stored.FiledAt);
        Assert.Equal((IssueState.Closed, "陈屿", ToldHow.Sms), (stored.State, stored.Notice!.By, stored.Notice.How));
        Assert.Equal(ClockState.Met, Clock(stored, ObligationKind.CustomerTold));

        var again = await UploadAsync(hq, file);
        Assert.Contains("0 new · 0 completed · 1 unchanged", again.Text, StringComparison.Ordinal);
        var more = await hq.SubmitAsync(await UploadAsync(hq, await FilledAsync(hq, "TS-1", sheet => sheet.Cell(2, 22).SetValue("电话回访满意"))), "#apply");
        Assert.Contains("0 new, 1 completed", more.Text, StringComparison.Ordinal);
        Assert.Single(await OfAsync("TS-1"));
        var other = await UploadAsync(hq, await FilledAsync(hq, "TS-1", sheet => sheet.Cell(2, 15).SetValue("2026-02-05 09:00")));
        Assert.Contains("overwrites nothing", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_ledger_out_and_says_where_and_what_to_do()
    {
        using var hq = await portal.HeadquartersAsync();
        var screen = await UploadAsync(hq, await FilledAsync(hq, "TS-2", sheet =>
        {
            sheet.Cell(2, 2).SetValue("nowhere");
            sheet.Cell(2, 18).SetValue("2026-02-01 08:00");
            sheet.Cell(2, 7).SetValue("Pigeon");
        }));

        Assert.Null(screen.Document.QuerySelector("#apply"));
        var told = screen.All("#problems tbody tr").ToList();
        Assert.Contains(told, t => t.Contains("nowhere", StringComparison.Ordinal) && t.Contains("No such outlet", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("2026-02-01 08:00", StringComparison.Ordinal) && t.Contains("earlier than the step before", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("Pigeon", StringComparison.Ordinal) && t.Contains("Hotline", StringComparison.Ordinal));
        Assert.Empty(await OfAsync("TS-2"));
    }

    [Fact]
    public async Task An_outlet_makes_a_complaint_of_an_issue_and_records_how_the_customer_was_told()
    {
        using var outlet = await portal.OutletAsync();
        var filed = await outlet.FileAsync("轨迹查不到，客户投诉", waybill: "YT6655443322");
        var entry = await outlet.GetAsync($"/Ledger/Entry/{filed.IdOf()}");
        var saved = await outlet.SubmitAsync(entry, "#facts", ("Channel", "Platform"), ("Category", "Delayed"), ("Compensation", "20"));
        var early = portal.Clock.Now.AddDays(-1).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var refused = await outlet.SubmitAsync(saved, "#tell", ("At", early), ("Proof", "短信截图"));
        Assert.Contains("短信截图", refused.Text, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector("[id='Told_At-error']"));

        var done = await outlet.SubmitAsync(refused, "#tell", ("At", LocalNow()), ("How", "Sms"), ("By", "邵宁"));

        Assert.Contains("邵宁", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector("#tell"));
        var list = await outlet.GetAsync("/Ledger?waybill=443322&category=Delayed&legal=ToldInTime");
        Assert.Contains("轨迹查不到", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("轨迹查不到", (await outlet.GetAsync("/Ledger?waybill=443322&legal=Overdue")).Text, StringComparison.Ordinal);
        var csv = await outlet.Http.GetStringAsync("/Ledger?handler=Export&format=csv&waybill=443322");
        Assert.Contains("邵宁", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private string LocalNow() => portal.Clock.Now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static ClockState Clock(Issue issue, ObligationKind kind) => issue.Obligations.Single(o => o.Kind == kind).State;

    private Task<List<Issue>> OfAsync(string key) => portal.InTenantAsync(
        portal.Networks.Own.Tenant, db => db.Issues.AsNoTracking().Include(i => i.Obligations).Where(i => i.ExternalKey == key).ToListAsync());

    private static async Task<Screen> UploadAsync(Visitor visitor, byte[] file)
    {
        var page = await visitor.GetAsync("/Ledger/Import");
        return await visitor.SubmitAsync(page, page.Form("#upload"), [], [("file", "ledger.xlsx", file)]);
    }

    private static async Task<byte[]> FilledAsync(Visitor visitor, string key, Action<IXLWorksheet>? spoil = null)
    {
        using var book = new XLWorkbook(new MemoryStream(await visitor.Http.GetByteArrayAsync("/Ledger/Import?handler=Template")));
        string[] cells =
        [
            key, "north-1", "", "2026-02-02 09:40", "包裹破损，要求赔付", "外箱压扁", "Hotline", "Damaged", "S2", "YT7302260441", "刘女士", "13800002097", "赔付 268 元",
            "2026-02-02 10:25", "2026-02-04 16:05", "Text message", "陈屿", "2026-02-04 16:30", "2026-02-05 11:00", "已赔付", "268", "",
        ];
        var sheet = book.Worksheet("Complaints");
        for (var i = 0; i < cells.Length; i++)
        {
            sheet.Cell(2, i + 1).SetValue(cells[i]);
        }

        spoil?.Invoke(sheet);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }
}
