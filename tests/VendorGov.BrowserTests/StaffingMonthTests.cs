using Microsoft.Playwright;
using Xunit;
using static VendorGov.BrowserTests.Steps;

namespace VendorGov.BrowserTests;

/// <summary>
/// A month of one vendor's staff by hand: the heat map, a shortfall that was raised and is answered, a replacement that the outlet asks for
/// and the vendor fills, training that is ordered, and the brand pack signed.
/// </summary>
[Collection(OneDemo.Name)]
public sealed class StaffingMonthTests(DemoPortal demo)
{
    private const string Handover = "夜班在线坐席，三件未结理赔";

    [Fact]
    public async Task A_month_of_staffing_is_walked_by_vendor_and_outlet()
    {
        await using var outlet = await demo.SignedInAsync("outlet");
        await using var vendor = await demo.SignedInAsync("vendor");
        await SeeMonthAsync(vendor.Page);
        await AnswerAlarmAsync(vendor.Page, outlet.Page);
        await ReplaceAsync(outlet.Page, vendor.Page);
        await TrainAsync(outlet.Page, vendor.Page);
        await SignAsync(vendor.Page);
    }

    /// <summary>Each day a row, each half hour a cell with the heads that were there; a day opens its half hours.</summary>
    private static async Task SeeMonthAsync(IPage page)
    {
        await page.GotoAsync("/Staffing");
        await page.ClickAsync("[aria-label=上个月]");
        await page.WaitForURLAsync("**month=*");
        Assert.InRange(await page.Locator("table.heat tbody tr").CountAsync(), 28, 31);
        Assert.True(await page.Locator("table.heat td.z1, table.heat td.z2").CountAsync() > 0, "The demo has half hours that are short.");
        await page.Locator("table.heat tbody th a").Nth(9).ClickAsync();
        await page.WaitForURLAsync("**day=*");
        Assert.True(await page.Locator("#day tbody tr").CountAsync() > 20);
        await page.GotoAsync("/Staffing/Roster");
        Assert.True(await page.Locator("main table tbody tr").CountAsync() >= 48);
    }

    /// <summary>Both sides see the alarm; what the vendor answers, the outlet reads.</summary>
    private static async Task AnswerAlarmAsync(IPage vendor, IPage outlet)
    {
        await outlet.GotoAsync("/Staffing/Alarms?unanswered=true");
        var seen = await outlet.Locator("tr.is-late").CountAsync();
        Assert.True(seen > 0, "A shortfall waits for an answer.");
        await vendor.GotoAsync("/Staffing/Alarms?unanswered=true");
        await vendor.Locator("tr.is-late input[name=answer]").First.FillAsync("已调两名在线坐席支援电话");
        await LeaveAsync(vendor, vendor.Locator("tr.is-late form button").First);
        await outlet.GotoAsync("/Staffing/Alarms");
        Assert.Contains("已调两名在线坐席支援电话", await outlet.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task ReplaceAsync(IPage outlet, IPage vendor)
    {
        await outlet.GotoAsync("/Staffing/Replacements");
        await outlet.SelectOptionAsync("#Input_Reason", "LongAbsence");
        await outlet.FillAsync("#Input_Handover", Handover);
        await LeaveAsync(outlet, outlet.Locator("#ask .btn-primary"));
        await vendor.GotoAsync("/Staffing/Replacements?state=Open");
        var asked = vendor.Locator("main tbody tr", new() { HasText = Handover });
        await asked.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await LeaveAsync(vendor, asked.GetByRole(AriaRole.Button).First);
        await outlet.GotoAsync("/Staffing/Replacements?state=Filled");
        var filled = await outlet.Locator("main tbody tr", new() { HasText = Handover }).InnerTextAsync();
        Assert.Contains("1002", filled, StringComparison.Ordinal);
        Assert.Contains("已达成", filled, StringComparison.Ordinal);
    }

    /// <summary>The outlet orders, the vendor holds a session today and records that the agent passed: the order is done.</summary>
    private static async Task TrainAsync(IPage outlet, IPage vendor)
    {
        await outlet.GotoAsync("/Training/Orders");
        await outlet.FillAsync("#Input_Topic", "延误件安抚复训");
        await outlet.SelectOptionAsync("#Input_Course", new SelectOptionValue { Index = 1 });
        await outlet.Locator("input[name='Input.Agents']").First.CheckAsync();
        await LeaveAsync(outlet, outlet.Locator("#order .btn-primary"));
        var (order, course) = (outlet.Url, await outlet.Locator(".cols b").First.InnerTextAsync());

        await vendor.GotoAsync("/Training");
        await vendor.SelectOptionAsync("#Input_Course", new SelectOptionValue { Label = course });
        await vendor.FillAsync("#Input_Trainer", "李老师");
        await vendor.Locator("#Input_Date").EvaluateAsync("e => { const d = new Date(e.value); d.setUTCDate(d.getUTCDate() - 1); e.value = d.toISOString().slice(0, 10); }");
        await LeaveAsync(vendor, vendor.Locator("form.form-w .btn-primary"));
        await vendor.CheckAsync("input[type=checkbox][name='Entries[0].Attended']");
        await vendor.FillAsync("input[name='Entries[0].Score']", "96");
        await LeaveAsync(vendor, vendor.Locator("main form .btn-primary"));
        await outlet.GotoAsync(order);
        Assert.Contains("已达成", await outlet.Locator(".head .meta").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The home page names the version that waits; signed, it names it no more.</summary>
    private static async Task SignAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("#staff a[href^='/Training/BrandPack/']").First.ClickAsync();
        await page.WaitForURLAsync("**/Training/BrandPack/**");
        await page.ClickAsync("main form .btn-primary");
        await LeaveAsync(page, page.Locator("dialog[open] [data-yes]"));
        Assert.Contains("已签收", await page.InnerTextAsync("main .cols"), StringComparison.Ordinal);
        await page.GotoAsync("/");
        Assert.Equal(0, await page.Locator("#staff a[href^='/Training/BrandPack/']").CountAsync());
    }
}
