using Microsoft.Playwright;
using Xunit;
using static VendorGov.BrowserTests.Steps;

namespace VendorGov.BrowserTests;

/// <summary>
/// The playbooks by hand: the outlet files, the vendor answers and works its list off, headquarters escalate, the outlet closes. The plain
/// run takes those with evidence and with a customer to be told; VENDORGOV_FULL=1 all six.
/// </summary>
[Collection(OneDemo.Name)]
public sealed class PlaybookTests(DemoPortal demo)
{
    private const string Ticks = "#playbook form[action*='handler=Tick']";
    private const string Evidenced = "SlowOrPoorService";
    private const string Complaint = "ComplaintMishandled";

    private static readonly string[] Types = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1"
        ? [Evidenced, Complaint, "StaffShortage", "TechnicalFault", "OffBrand", "ReportInaccurateOrLate"]
        : [Evidenced, Complaint];

    [Fact]
    public async Task A_playbook_is_walked_from_filing_to_closing_by_outlet_vendor_and_headquarters()
    {
        await using var outlet = await demo.SignedInAsync("outlet");
        await using var vendor = await demo.SignedInAsync("vendor");
        await using var headquarters = await demo.SignedInAsync("hq");
        foreach (var type in Types)
        {
            var issue = await FileAsync(outlet.Page, type);
            await AnswerAsync(vendor.Page, issue, type);
            await headquarters.Page.GotoAsync(issue);
            await DoAsync(headquarters.Page, "Escalate", "请供应商项目经理直接跟进。");
            await vendor.Page.GotoAsync(issue);
            await DoAsync(vendor.Page, "Resolve", "已整改完毕。");
            await outlet.Page.GotoAsync(issue);
            await TickAllAsync(outlet.Page);
            await DoAsync(outlet.Page, "Close");

            Assert.Contains("已关闭", await outlet.Page.Locator(".head").First.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await outlet.Page.Locator("#playbook li:not(.done)").CountAsync());
        }
    }

    private static async Task<string> FileAsync(IPage page, string type)
    {
        await page.GotoAsync("/Issues/Open");
        await page.SelectOptionAsync("#Input_Type", type);
        await page.FillAsync("#Input_Title", $"{type} 全流程");
        await page.FillAsync("#Input_Description", "客户反映情况属实，请按流程处理。");
        if (type == Evidenced)
        {
            byte[] sound = [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[4000]];
            await page.SetInputFilesAsync("[data-files] input[type=file]", [.. Enumerable.Range(1, 3).Select(i =>
                new FilePayload { Name = $"录音{i}.mp3", MimeType = "audio/mpeg", Buffer = [.. sound, (byte)i] })]);
            await page.Locator(".file:not(.bad) input[name=files]").Nth(2).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        await page.ClickAsync("form[data-draft=issue] .form-acts .btn-primary");
        await page.WaitForURLAsync("**/Issues/Details/**");
        return page.Url;
    }

    private static async Task AnswerAsync(IPage page, string issue, string type)
    {
        await page.GotoAsync(issue);
        await DoAsync(page, "Acknowledge");
        await page.FillAsync("#reply textarea[name=words]", "已安排专人核查。");
        await LeaveAsync(page, page.Locator("#reply .btn-primary"));
        await DoAsync(page, "Contain", "已采取临时措施。");
        await TickAllAsync(page);
        if (type == Complaint)
        {
            await DoAsync(page, "TellCustomer", "录音编号 0302");
        }
    }

    private static async Task DoAsync(IPage page, string act, string? words = null)
    {
        if (words is not null)
        {
            await page.ClickAsync($"#do-{act} > summary");
            await page.FillAsync($"#do-{act} textarea[name=words]", words);
        }

        await LeaveAsync(page, page.Locator($"form[action*='handler={act}'] button").Last);
    }

    /// <summary>Every line that this side may tick, with a proof where one is asked for.</summary>
    private static async Task TickAllAsync(IPage page)
    {
        for (var form = page.Locator(Ticks).First; await form.CountAsync() > 0; form = page.Locator(Ticks).First)
        {
            var proof = form.Locator("textarea");
            if (await proof.CountAsync() > 0)
            {
                await page.Locator("#playbook details.tick:not([open]) > summary").First.ClickAsync();
                await proof.FillAsync("记录已归档");
            }

            await LeaveAsync(page, form.Locator("button"));
        }
    }
}
