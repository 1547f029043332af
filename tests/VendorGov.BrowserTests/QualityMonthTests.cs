using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static VendorGov.BrowserTests.Steps;

namespace VendorGov.BrowserTests;

/// <summary>
/// A month of inspections by hand: contacts are drawn and the draw repeats itself, two are scored, one is appealed against with a recording, refused,
/// and upheld by headquarters; the other owes a talk and becomes an improvement demand. The month's scorecard counts all of it.
/// </summary>
[Collection(OneDemo.Name)]
public sealed class QualityMonthTests(DemoPortal demo)
{
    private static readonly byte[] Sound = [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[900]];

    [Fact]
    public async Task A_month_from_the_draw_over_score_appeal_ruling_and_talk_to_the_scorecard()
    {
        await using var headquarters = await demo.SignedInAsync("hq");
        await using var reviewer = await demo.SignedInAsync("reviewer");
        await using var vendor = await demo.SignedInAsync("vendor");
        await using var outlet = await demo.SignedInAsync("outlet");
        var month = await DrawAsync(outlet.Page);
        var card = await CardAsync(headquarters.Page, month);
        var before = await ScoredAsync(headquarters.Page, month);

        var appealed = await ScoreAsync(reviewer.Page, month, fatal: false);
        var failed = await ScoreAsync(reviewer.Page, month, fatal: true);
        await AppealAsync(vendor.Page, outlet.Page, headquarters.Page, appealed);
        await CoachAsync(vendor.Page, failed);
        await DemandAsync(outlet.Page, vendor.Page, failed);

        // The month is with the vendor for review already, so what came later counts in a revision.
        var after = await RunAsync(headquarters.Page, await ReviseAsync(headquarters.Page, vendor.Page, card), month);
        Assert.Equal((2, 1), (after.Scored - before.Scored, after.Fatal - before.Fatal));
        Assert.All(["QAP", "FATAL", "BRD", "CAP"], code => Assert.Contains(code, after.Codes));
    }

    /// <summary>What is missing of last month is drawn; seed and frame give the same contacts again.</summary>
    private static async Task<string> DrawAsync(IPage page)
    {
        await page.GotoAsync("/Inspections/Sampling");
        var month = (await page.Locator("#month option").First.GetAttributeAsync("value"))!;
        await LeaveAsync(page, page.Locator("form:has(#month) .btn-primary"));
        Assert.Matches("从 [\\d,]+ 通中抽取 \\d+ 通|没有", await page.Locator(".flash").InnerTextAsync());
        await LeaveAsync(page, page.Locator("form[action*='Repeat'] button").First);
        Assert.Contains("完全一致", await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        return month;
    }

    /// <summary>All items by the first key, or three below full with remark, cause and fault; the next contact follows.</summary>
    private static async Task<string> ScoreAsync(IPage page, string month, bool fatal)
    {
        await page.GotoAsync($"/Inspections?handler=Next&month={month}&purpose=Random");
        await page.WaitForURLAsync("**/Inspections/Score/**");
        var id = new Uri(page.Url).Segments[^1];
        await page.Locator(".qr.cur[data-item=A1]").WaitForAsync();
        foreach (var row in await page.Locator(".qr").AllAsync())
        {
            var item = await row.GetAttributeAsync("data-item");
            var level = fatal ? "Meets" : item == "A2" ? "Minor" : item is "D2" or "D3" ? "Fails" : "Meets";
            await row.Locator($"label:has(input[value={level}])").ClickAsync();
            if (level != "Meets")
            {
                await row.Locator(".qn input").FillAsync("02:08 客户第二次说明时被打断");
                await row.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
                await row.Locator("select").Last.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            }
        }

        if (fatal)
        {
            await page.CheckAsync("[name='Input.Fatal[Z2].On']");
            await page.FillAsync("[name='Input.Fatal[Z2].Note']", "03:20 客户未说完即挂机");
        }

        await LeaveAsync(page, page.Locator("#submit"));
        Assert.Contains(fatal ? "得分 0" : "得分 83.8", await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        return id;
    }

    /// <summary>The vendor's recording goes ahead of the form; the outlet hears it and refuses, headquarters uphold: 83.75 becomes 85.</summary>
    private static async Task AppealAsync(IPage vendor, IPage outlet, IPage headquarters, string id)
    {
        await vendor.GotoAsync($"/Inspections/Details/{id}");
        await vendor.SelectOptionAsync("#Input_Code", "A2");
        await vendor.SelectOptionAsync("#Input_Wanted", "Meets");
        await vendor.FillAsync("#Input_Reason", "02:08 为线路回声，见我方录音");
        await vendor.SetInputFilesAsync("#up-proof", new FilePayload { Name = "线路.mp3", MimeType = "audio/mpeg", Buffer = Sound });
        await vendor.Locator("#appeal .file input[name=files]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await LeaveAsync(vendor, vendor.Locator("#appeal .btn-primary"));

        await outlet.GotoAsync("/Inspections/Appeals?state=Open");
        var open = outlet.Locator("tbody tr", new() { Has = outlet.Locator($"a[href*='{id}']") });
        Assert.Equal(1, await open.Locator("audio").CountAsync());
        await open.Locator("summary").ClickAsync();
        await open.Locator("textarea").FillAsync("复听无回声，维持原评");
        await LeaveAsync(outlet, open.Locator("button[value=false]"));

        await vendor.GotoAsync("/Inspections/Appeals?state=Refused");
        var refused = vendor.Locator("tbody tr", new() { Has = vendor.Locator($"a[href*='{id}']") });
        await refused.Locator("summary").ClickAsync();
        await refused.Locator("textarea").FillAsync("请总部复听");
        await LeaveAsync(vendor, refused.Locator(".btn-primary"));

        await headquarters.GotoAsync("/Inspections/Appeals?state=Final");
        var final = headquarters.Locator("tbody tr", new() { Has = headquarters.Locator($"a[href*='{id}']") });
        await final.Locator("summary").ClickAsync();
        await final.Locator("textarea").FillAsync("双轨录音可辨回声，改为达标");
        await LeaveAsync(headquarters, final.Locator("button[value=true]"));
        await headquarters.GotoAsync($"/Inspections/Details/{id}");
        Assert.Contains("85", await headquarters.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>The home page leads to the talks; held and acknowledged, five more contacts are scored next.</summary>
    private static async Task CoachAsync(IPage vendor, string id)
    {
        await vendor.GotoAsync("/");
        await vendor.ClickAsync("#quality a[href='/Inspections/Coachings']");
        await vendor.WaitForURLAsync("**/Inspections/Coachings");
        var mine = vendor.Locator("tbody tr", new() { Has = vendor.Locator($"a[href*='{id}']") });
        var owed = await mine.CountAsync() > 0 ? mine.First : vendor.Locator("tbody tr:has(form[action*='Hold'])").First;
        var agent = await owed.Locator("td").First.InnerTextAsync();
        await owed.Locator("summary").ClickAsync();
        await owed.Locator("[name=coach]").FillAsync("邵宁");
        await owed.Locator("[name=notes]").FillAsync("复听 03:20，演练结束语");
        await LeaveAsync(vendor, owed.Locator(".btn-primary"));
        await vendor.Locator($"tbody tr:has-text('{agent}') form[action*='Acknowledge'] button").First.ClickAsync();
        await LeaveAsync(vendor, vendor.Locator("dialog[open] [data-yes]"));
        Assert.Contains("复检 5 通", await vendor.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>From the contact to the demand in one step, shown on both sides, found by its number.</summary>
    private static async Task DemandAsync(IPage outlet, IPage vendor, string id)
    {
        await outlet.GotoAsync($"/Inspections/Details/{id}");
        await outlet.ClickAsync("a[href*='/Improvement?evaluation=']");
        await outlet.WaitForURLAsync("**/Improvement?**");
        Assert.Contains("Z2", await outlet.InputValueAsync("#Input_Finding"), StringComparison.Ordinal);
        await LeaveAsync(outlet, outlet.Locator("#demand .btn-primary"));
        var number = (await outlet.Locator(".head .meta .mono").First.InnerTextAsync()).Trim();
        await vendor.GotoAsync($"/Search?q={number}");
        await LeaveAsync(vendor, vendor.Locator("#works a").First);
        Assert.Contains(id, await vendor.Locator(".kv a[href*='/Inspections/Details/']").First.GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    private static async Task<string> CardAsync(IPage page, string month)
    {
        await page.GotoAsync($"/Scorecards?month={month}&q=HT-2026-018");
        return new Uri(new Uri(page.Url), await page.Locator("main a[href*='/Scorecards/Details/']").First.GetAttributeAsync("href")).AbsolutePath;
    }

    /// <summary>
    /// The vendor has nothing to add to its review, headquarters rule on what it appealed against, publish, and open a revision: its address.
    /// </summary>
    private static async Task<string> ReviseAsync(IPage page, IPage vendor, string card)
    {
        await vendor.GotoAsync(card);
        if (await vendor.Locator("form[action*='CloseReview'] button").CountAsync() > 0)
        {
            await vendor.ClickAsync("form[action*='CloseReview'] button");
            await LeaveAsync(vendor, vendor.Locator("dialog[open] [data-yes]"));
        }

        await page.GotoAsync(card);
        foreach (var ruling in await page.Locator("main a[href*='/Scorecards/Ruling/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.href))]"))
        {
            await page.GotoAsync(ruling);
            if (await page.Locator("form[action*='handler=Rule'] .btn-late").CountAsync() > 0)
            {
                await page.FillAsync("#Input_Reason", "通话记录与门户一致");
                await LeaveAsync(page, page.Locator("form[action*='handler=Rule'] .btn-late"));
            }
        }

        await page.GotoAsync(card);
        if (await page.Locator("form[action*='Publish'] button").CountAsync() > 0)
        {
            await page.ClickAsync("form[action*='Publish'] button");
            await LeaveAsync(page, page.Locator("dialog[open] [data-yes]"));
        }

        await page.FillAsync("form[action*='Revise'] [name=reason]", "计入复核后的质检");
        await LeaveAsync(page, page.Locator("form[action*='Revise'] button"));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Computes the month anew and reads n of QAP, the fatal ones and the codes of the draft.</summary>
    private static async Task<(int Scored, int Fatal, string Codes)> RunAsync(IPage page, string card, string month)
    {
        await page.GotoAsync($"/Scorecards?month={month}");
        await LeaveAsync(page, page.Locator("form:has(#runMonth) .btn-primary"));
        for (var i = 0; i < 60 && await page.Locator("[role=status] use[href*='progress']").CountAsync() > 0; i++)
        {
            await Task.Delay(500);
            await page.ReloadAsync();
        }

        await page.GotoAsync(card);
        var codes = string.Join(' ', await page.Locator(".sc-tb .mono").AllInnerTextsAsync());
        return (await CountAsync(page, card, "QAP", "随机抽检"), await CountAsync(page, card, "FATAL", "致命差错"), codes);
    }

    /// <summary>Random evaluations of the month, and the fatal ones of them, as the list has them: other walks score contacts too.</summary>
    private static async Task<(int Scored, int Fatal)> ScoredAsync(IPage page, string month)
    {
        await page.GotoAsync("/Inspections");
        var contract = await page.Locator("select[name=contract] option:has-text('HT-2026-018')").GetAttributeAsync("value");
        async Task<int> Rows(string filter) => (await page.EvaluateAsync<string>(
            $"async () => await (await fetch('/Inspections?handler=Export&format=csv&contract={contract}&month={month}&{filter}')).text()"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        return (await Rows("show=Passed&purpose=Random") + await Rows("show=Failed&purpose=Random"), await Rows("show=Fatal&purpose=Random"));
    }

    /// <summary>The sum of a figure over the facts behind a metric.</summary>
    private static async Task<int> CountAsync(IPage page, string card, string code, string figure)
    {
        var csv = await page.EvaluateAsync<string>($"async () => await (await fetch('{card.Replace("Details", "Facts", StringComparison.Ordinal)}?handler=Export&format=csv&code={code}')).text()");
        var lines = csv.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Split(',')).ToList();
        var column = lines.Max(l => Array.FindIndex(l, c => c.Contains(figure, StringComparison.Ordinal)));
        return lines.Sum(l => column >= 0 && column < l.Length && decimal.TryParse(l[column], CultureInfo.InvariantCulture, out var value) ? (int)value : 0);
    }
}
