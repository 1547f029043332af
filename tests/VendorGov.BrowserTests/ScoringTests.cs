using Microsoft.Playwright;
using Xunit;

namespace VendorGov.BrowserTests;

/// <summary>One contact scored without touching the mouse.</summary>
[Collection(OneDemo.Name)]
public sealed class ScoringTests(DemoPortal demo)
{
    [Fact]
    public async Task A_contact_is_scored_by_keyboard_alone_and_the_next_one_comes()
    {
        await using var window = await Window.OpenAsync(demo, Look.All[0]);
        await window.SignInAsync("reviewer@demo.example");
        var page = window.Page;
        await page.GotoAsync("/Inspections?handler=Next");
        await page.WaitForURLAsync("**/Inspections/Score/**");
        var first = page.Url;
        var keys = page.Keyboard;
        var items = await page.Locator(".qr").CountAsync();
        await page.Locator(".qr.cur[data-item=A1]").WaitForAsync();
        for (var i = 0; i < items; i++)
        {
            await keys.PressAsync(i == 1 ? "2" : "1");
            if (i == 1)
            {
                await keys.TypeAsync("客户第二次说明时被打断");
                await keys.PressAsync("Tab");
                await page.Locator(":focus[name='Input.Items[A2].Cause']").PressAsync("ArrowDown");
                await keys.PressAsync("Tab");
                await page.Locator(":focus[name='Input.Items[A2].FaultOf']").PressAsync("ArrowDown");
                await keys.PressAsync("Escape");
            }
        }

        Assert.Equal($"{items}", await page.Locator("#done").InnerTextAsync());
        Assert.Equal("98.8", await page.Locator("#total").InnerTextAsync());
        await page.Locator("#saved:has-text('草稿已保存')").WaitForAsync();
        await keys.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("/Inspections/Score/", StringComparison.Ordinal) && url != first);
        Assert.Contains("得分 98.8", await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("0", await page.Locator("#done").InnerTextAsync());
    }
}
