using Microsoft.Playwright;
using Xunit;

namespace VendorGov.BrowserTests;

[Collection(OneDemo.Name)]
public sealed class UploadTests(DemoPortal demo)
{
    /// <summary>A second or two of upload on the slowed line.</summary>
    private const int Size = 1_500_000;

    [Fact]
    public async Task An_upload_shows_how_far_it_is_and_a_refused_file_takes_nothing_along()
    {
        await using var window = await Window.OpenAsync(demo, Look.All[2]);
        await window.SignInAsync("outlet@demo.example");
        var page = window.Page;
        await page.GotoAsync("/Issues/Open");
        await page.FillAsync("#Input_Title", "上传中断不丢内容");
        // What the bar showed, as a person would have seen it.
        await page.EvaluateAsync("""
            () => { window.seen = [];
                    setInterval(() => document.querySelectorAll('.file progress').forEach(bar => { if (!bar.hidden) window.seen.push(bar.value); }), 20); }
            """);
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = 20, ["downloadThroughput"] = 5_000_000, ["uploadThroughput"] = 1_000_000,
        });

        byte[] sound = [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[Size]];
        await page.SetInputFilesAsync("[data-files] input[type=file]",
        [
            new FilePayload { Name = "录音.mp3", MimeType = "audio/mpeg", Buffer = sound },
            new FilePayload { Name = "伪装.png", MimeType = "image/png", Buffer = "MZ not a picture"u8.ToArray() },
        ]);
        await page.Locator(".file small", new() { HasTextString = "SHA-256" }).First.WaitForAsync();
        await page.Locator(".file.bad").WaitForAsync();

        var seen = await page.EvaluateAsync<double[]>("() => window.seen");
        Assert.Contains(seen, value => value is > 0 and < 100);
        Assert.Equal(1, await page.Locator(".file:not(.bad) input[name=files]").CountAsync());
        Assert.Contains("伪装.png", await page.Locator(".file.bad").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("上传中断不丢内容", await page.InputValueAsync("#Input_Title"));
    }
}
