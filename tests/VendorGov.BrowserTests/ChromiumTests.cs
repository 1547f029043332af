using Xunit;

namespace VendorGov.BrowserTests;

public sealed class ChromiumTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_browser_of_the_suite_shows_chinese_text()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.SetContentAsync("<h1>供应商服务治理</h1>");
        Assert.Equal("供应商服务治理", await page.InnerTextAsync("h1"));
    }
}
