using Microsoft.Playwright;
using Xunit;

namespace VendorGov.BrowserTests;

/// <summary>What a person writes is shown, never run: a hundred payloads in the texts of issues, looked at by both sides on every page that shows them.</summary>
[Collection(OneDemo.Name)]
public sealed class ScriptTests(DemoPortal demo)
{
    private static readonly string[] Shapes =
    [
        "<script>{0}</script>", "<img src=x onerror={0}>", "<svg onload={0}>", "<body onload={0}>", "<iframe src=javascript:{0}>", "<a href=javascript:{0}>x</a>",
        "\"><script>{0}</script>", "'><img src=x onerror={0}>", "</title><script>{0}</script>", "</textarea><svg/onload={0}>", "--><script>{0}</script>",
        "<details open ontoggle={0}>", "<video><source onerror={0}>", "<input autofocus onfocus={0}>", "<math><mtext></p><img src=x onerror={0}>",
        "<object data=javascript:{0}>", "<embed src=javascript:{0}>", "<form action=javascript:{0}><button>x", "<style onload={0}></style>", "<marquee onstart={0}>x",
        "javascript:{0}", "\" onmouseover={0} x=\"", "' autofocus onfocus={0} x='", "<x onclick={0}>x", "&lt;script&gt;{0}&lt;/script&gt;",
    ];

    private static readonly string[] Calls = ["hit()", "hit`1`", "window['hit']()", "top.hit()"];

    internal static readonly string[] Payloads = [.. Calls.SelectMany(call => Shapes.Select(shape => shape.Replace("{0}", call, StringComparison.Ordinal)))];

    [Fact]
    public async Task Of_a_hundred_scripts_written_into_issues_none_runs_on_any_page_that_shows_them()
    {
        Assert.Equal(100, Payloads.Distinct().Count());
        await using var outlet = await OpenAsync("outlet@demo.example");
        List<string> issues = [];
        foreach (var four in Payloads.Chunk(4).Take(Full ? 25 : 7))
        {
            issues.Add(await FileAsync(outlet.Page, four));
        }

        await ShowAsync(outlet, ["/", "/Issues", "/Issues/Board", "/Ledger", "/Search?q=hit", "/Notifications", .. issues]);
        await using var vendor = await OpenAsync("vendor@demo.example");
        await ShowAsync(vendor, ["/", "/Issues", "/Issues/Board", "/Search?q=hit", "/Notifications", .. issues]);
    }

    private static bool Full => Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private async Task<Window> OpenAsync(string email)
    {
        var window = await Window.OpenAsync(demo, Look.All[2]);
        await window.Page.AddInitScriptAsync("window.hits = 0; window.hit = () => { window.hits++; sessionStorage.hit = location.href; };");
        await window.SignInAsync(email);
        return window;
    }

    /// <summary>Four texts of one issue: title, words, customer, and a message. Answers its address.</summary>
    private static async Task<string> FileAsync(IPage page, string[] texts)
    {
        await page.GotoAsync("/Issues/Open");
        await page.SelectOptionAsync("#Input_Type", "TechnicalFault");
        await page.FillAsync("#Input_Title", texts[0]);
        await page.FillAsync("#Input_Description", texts[1]);
        await page.FillAsync("#Input_CustomerName", texts[2]);
        await page.ClickAsync("form[data-draft=issue] .form-acts .btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/Issues/Details/", StringComparison.Ordinal));
        var path = new Uri(page.Url).AbsolutePath;
        await page.FillAsync("#words", texts[3]);
        await Steps.LeaveAsync(page, () => page.Keyboard.PressAsync("Control+Enter"));
        return path;
    }

    private static async Task ShowAsync(Window window, string[] paths)
    {
        foreach (var path in paths)
        {
            await window.Page.GotoAsync(path);
            Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => window.hits"));
            Assert.Null(await window.Page.EvaluateAsync<string?>("() => sessionStorage.hit ?? null"));
            Assert.Equal(0, await window.Page.Locator("main script:not([src]), main [onerror], main [onload], main [onclick], main [href^='javascript:']").CountAsync());
        }
    }
}
