using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Calendars;

/// <summary>The calendar editor over HTTP. The clock stands at Monday 2026-03-02, 10:00 in Shanghai.</summary>
public sealed class CalendarPagesTests(Portal portal) : IClassFixture<Portal>
{
    private const string Form = "main form[method=post]";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_notice_fills_in_the_form_and_saving_moves_open_clocks_but_no_verdict()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        await FileAsync();
        var path = await EditPathAsync(hq, "客服热线");
        var decided = await DecidedAsync();
        var page = await hq.GetAsync(path);
        var csv = Encoding.UTF8.GetBytes("date,kind,name\n2026-03-03,休,盘点\n2027-01-01,休,元旦\n2027-02-06,休,春节\n2027-02-07,closed,春节\n2027-02-08,休,春节\n2027-02-09,休,春节\n2027-02-20,班,\n2026-02-01,休,\n");

        var filled = await SubmitAsync(hq, page, "Notice", [], [("Notice", "2027.csv", csv)]);
        Assert.Contains("6 days off and 1 make-up days filled in; 1 days are past", filled.Text, StringComparison.Ordinal);
        Assert.Contains("盘点", filled.Find(".month"), StringComparison.Ordinal);
        Assert.Equal(1, await VersionsAsync("客服热线"));

        var saved = await SubmitAsync(hq, filled, null, [], []);
        Assert.Contains("Version 2 is saved; ", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("; 0 open clocks", saved.Text, StringComparison.Ordinal);
        Assert.Equal(2, await VersionsAsync("客服热线"));
        Assert.Equal(decided, await DecidedAsync());
        var open = await portal.InTenantAsync(Own.Tenant, db => db.Obligations.AsNoTracking()
            .Where(o => o.Calendar == ClockCalendar.Service && o.State == ClockState.Running).ToListAsync());
        Assert.All(open, o => Assert.Equal(ClockEventKind.MoveCalendar, o.Events[^1].Kind));

        // Who still has the first version before them is told, and can save on top of the second.
        var stale = await SubmitAsync(hq, page, null, [("Input.Week[0]", "10:00-20:00")], []);
        Assert.Contains("Version 2 came meanwhile", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_was_typed_stays()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var page = await hq.GetAsync(await EditPathAsync(hq, "办公"));

        var unreadable = await SubmitAsync(hq, page, null, [("Input.Week[0]", "nine to five")], []);
        Assert.Contains("not understood", unreadable.Text, StringComparison.Ordinal);
        Assert.Equal("nine to five", unreadable.Document.QuerySelector("[name='Input.Week[0]']")!.GetAttribute("value"));

        var unchanged = await SubmitAsync(hq, page, null, [], []);
        Assert.Contains("Nothing differs", unchanged.Text, StringComparison.Ordinal);

        var past = await SubmitAsync(hq, page, null, [("Input.Exceptions[0].Date", "2026-02-27")], []);
        Assert.Contains("is past and stays", past.Text, StringComparison.Ordinal);

        var bad = await SubmitAsync(hq, page, "Notice", [], [("Notice", "x.json", Encoding.UTF8.GetBytes("{}"))]);
        Assert.Contains("two lists of dates", bad.Text, StringComparison.Ordinal);
        var exe = await SubmitAsync(hq, page, "Notice", [], [("Notice", "x.csv", [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0])]);
        Assert.Contains("does not match its extension", exe.Text, StringComparison.Ordinal);
        Assert.Equal(1, await VersionsAsync("办公"));
    }

    [Fact]
    public async Task A_vendor_looks_and_does_not_edit()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var created = await SubmitAsync(hq, await hq.GetAsync("/Calendars/Edit"), null, [("Input.Name", "夜班"), ("Input.Week[0]", "22:00-6:00")], []);
        Assert.StartsWith("/Calendars/Details/", created.Path, StringComparison.Ordinal);
        Assert.Contains("22:00-06:00", created.Text, StringComparison.Ordinal);

        var list = await vendor.GetAsync("/Calendars");
        Assert.Contains("客服热线", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("夜班", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync(created.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync(await EditPathAsync(hq, "办公"))).Status);
        var month = await vendor.GetAsync((await EditPathAsync(hq, "办公")).Replace("Edit", "Details", StringComparison.Ordinal) + "?month=2026-10");
        Assert.Equal("off", month.Find(".month td.hol i"));
        Assert.Equal("work", month.Find(".month td.mk i"));
    }

    [Fact]
    public async Task An_issue_filed_at_a_time_would_be_due_when_the_calendar_says()
    {
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[1]));
        var path = $"/Contracts/Due/{Own.Contracts[1].Id.Value}";

        // S4 is acknowledged within one working day of the office calendar; 2026-09-30 is the eve of the long holiday.
        var before = await vendor.GetAsync(path + "?At=2026-09-30T10:00");
        Assert.Equal(4, before.Document.QuerySelectorAll("table.due tbody tr").Length);
        Assert.Contains("8 Oct 18:00", before.Find("table.due tbody tr:last-child td:nth-child(2)"), StringComparison.Ordinal);
        var provisional = await vendor.GetAsync(path + "?At=2026-12-30T10:00");
        Assert.Contains("Provisional", provisional.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync(path + "?At=nonsense&Type=TechnicalFault")).Status);
    }

    /// <summary>An issue of severity S3: its acknowledgement counts business hours of the service calendar.</summary>
    private Task<int> FileAsync() => portal.InTenantAsync(Own.Tenant, async (db, services) =>
    {
        var id = Own.Contracts[0].Id;
        var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == id);
        var terms = await db.TermsVersions.AsNoTracking().SingleAsync(t => t.ContractId == id);
        var faces = await services.GetRequiredService<ClockFacesLoader>().OfAsync(id, terms.Id);
        var report = new IssueReport("CAL-1", ProblemType.SlowOrPoorService, Severity.S3, "承诺回电未回", "三天内来电三次。", []);
        db.Add(Issue.Open(report, contract, Own.Outlets[0].Id, terms, faces, new Author(null, "周敏", Side.Buyer), portal.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private static async Task<string> EditPathAsync(Visitor hq, string name)
    {
        var list = await hq.GetAsync("/Calendars");
        var link = list.Document.QuerySelectorAll("main a[href*='/Calendars/Details/']").First(a => a.TextContent == name);
        return link.GetAttribute("href")!.Replace("Details", "Edit", StringComparison.Ordinal);
    }

    /// <summary>Presses one of the form's buttons: the handler's, or the one that saves.</summary>
    private static Task<Screen> SubmitAsync(
        Visitor by, Screen page, string? handler, (string, string)[] values, (string, string, byte[])[] files)
    {
        var form = page.Form(Form);
        form.SetAttribute("action", page.Path + (handler is null ? "" : $"?handler={handler}"));
        return by.SubmitAsync(page, form, values, files);
    }

    private Task<int> VersionsAsync(string name) => portal.InTenantAsync(Own.Tenant, db => db.CalendarVersions.CountAsync(c => c.Name == name));

    private Task<string> DecidedAsync() => portal.InTenantAsync(Own.Tenant, async db => string.Join('|', (await db.Obligations.AsNoTracking()
        .Where(o => o.State == ClockState.Met || o.State == ClockState.Missed).OrderBy(o => o.Id).ToListAsync())
        .Select(o => $"{o.Id.Value} {o.State} {o.DueAt:O} {o.ElapsedSeconds} {o.Events.Count}")));
}
