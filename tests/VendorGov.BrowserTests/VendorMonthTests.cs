using Microsoft.Playwright;
using VendorGov.IntegrationTests.Reports;
using Xunit;
using static VendorGov.BrowserTests.Steps;

namespace VendorGov.BrowserTests;

/// <summary>
/// A vendor's month by hand: the template is fetched and filled in, a file with mistakes is refused with each of them, the corrected one is
/// accepted, differs from what the telephone system sent, is explained, and headquarters accept the explanation.
/// </summary>
[Collection(OneDemo.Name)]
public sealed class VendorMonthTests(DemoPortal demo)
{
    [Fact]
    public async Task A_month_is_reported_refused_corrected_accepted_reconciled_and_explained()
    {
        await using var vendor = await demo.SignedInAsync("vendor");
        var page = vendor.Page;
        await page.GotoAsync("/Reports");
        await page.Locator("tbody a[href*='/Reports/Details/']").First.ClickAsync();
        await page.WaitForURLAsync("**/Reports/Details/**");
        var template = await DownloadAsync(page, page.Locator("a[href*='/Reports/Template']"));

        await UploadAsync(page, "有误.xlsx", FilledTemplate.Of(template, ("wait_s", "约5000"), ("answered_20s", "9999")));
        Assert.Contains("一行也没有写入", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("约5000", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal([2, 2], (await page.Locator("tr:has(.late) td.mono.num").AllInnerTextsAsync()).Select(int.Parse));
        var marked = await DownloadAsync(page, page.Locator("a[href*='handler=Marked'], a[href*='/Marked']"));
        Assert.Equal("PK"u8.ToArray(), marked[..2]);

        await UploadAsync(page, "更正.xlsx", FilledTemplate.Of(template));
        await page.Locator(".inline-note.g").First.WaitForAsync();
        await page.Locator("a[href*='/Reports/Reconcile/']").ClickAsync();
        await page.WaitForURLAsync("**/Reports/Reconcile/**");
        await ExplainAsync(page);
        await SettleAsync(page.Url);
    }

    /// <summary>The calls differ from those of the feed, tickets nobody else sees.</summary>
    private static async Task ExplainAsync(IPage page)
    {
        Assert.True(await page.Locator("tr.is-late .st-missed").CountAsync() > 0);
        Assert.Equal(1, await page.Locator(".inline-note.e a[href*='/Issues/Details/']").CountAsync());
        Assert.Contains("未比对", await page.Locator("#rules tr:has-text('工单')").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.FillAsync("#Explanation", "月报按演练口径填报，正式数据下周重报。");
        await page.ClickAsync("form[action*='Explain'] .btn-primary");
        await page.Locator(".inline-note.w").First.WaitForAsync();
    }

    private async Task SettleAsync(string address)
    {
        await using var headquarters = await demo.SignedInAsync("hq");
        await headquarters.Page.GotoAsync(address);
        await headquarters.Page.ClickAsync("button[name=accept][value=true]");
        await headquarters.Page.Locator(".inline-note.g").First.WaitForAsync();
        Assert.Contains("月报按演练口径填报", await headquarters.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Sends the file and waits for the version's own page; what the bar says on the way names rows.</summary>
    private static async Task UploadAsync(IPage page, string name, byte[] bytes)
    {
        var before = page.Url;
        await page.EvaluateAsync("""
            () => { sessionStorage.said = '';
                    new MutationObserver(() => { sessionStorage.said += document.querySelector('[data-said]').textContent + '|'; })
                        .observe(document.querySelector('[data-said]'), { childList: true, characterData: true, subtree: true }); }
            """);
        await page.SetInputFilesAsync("#Files", new FilePayload
        {
            Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes,
        });
        await page.ClickAsync("form:has(#Files) .btn-primary");
        await page.WaitForURLAsync(url => url != before && url.Contains("/Reports/Details/", StringComparison.Ordinal));
        Assert.Contains("行", await page.EvaluateAsync<string>("() => sessionStorage.said"), StringComparison.Ordinal);
    }

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
