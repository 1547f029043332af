using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Notifications;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.Web.Hosting.Robots;
using Xunit;

namespace VendorGov.IntegrationTests.Notifications;

public sealed class RobotTests(NewsPortal portal) : IClassFixture<NewsPortal>
{
    [Theory]
    [InlineData("WeCom", "wecom", null)]
    [InlineData("DingTalk", "dingtalk", RobotServer.Secret)]
    [InlineData("Feishu", "feishu", RobotServer.Secret)]
    public async Task A_robot_is_set_up_tested_told_of_issues_and_removed(string platform, string path, string? secret)
    {
        using var outlet = await portal.OutletAsync();
        var shown = await AddAsync(outlet, platform, path, secret);
        Assert.DoesNotContain($"/{path}", shown.Document.DocumentElement.OuterHtml.Replace($"/{path}\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(RobotServer.Secret, shown.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.ContentAsync(), row => row.Cells.Values.Any(v => v.Contains(RobotServer.Secret, StringComparison.OrdinalIgnoreCase)));

        var tested = await outlet.SubmitAsync(shown, "form[action*='handler=Test']");
        Assert.Contains("The test message went to", tested.Text, StringComparison.Ordinal);
        Assert.Equal(platform, portal.Robots.Messages.Last().Platform);

        var filed = await outlet.FileAsync($"{platform} 群消息", waybill: "YT7302268888");
        await portal.RunAsync();
        var heard = portal.Robots.Messages.Last();
        Assert.Equal(platform, heard.Platform);
        Assert.Contains($"https://portal.example{filed.Path}", heard.Text, StringComparison.Ordinal);
        Assert.Contains("新问题", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("群消息", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("YT7302268888", heard.Text, StringComparison.Ordinal);

        var wrong = await outlet.SubmitAsync(
            tested, tested.Form("form.form-w"), [("Address", $"{portal.Robots.Root}/{path}"), ("Secret", "another")], []);
        var failed = await outlet.SubmitAsync(wrong, "form[action*='handler=Test']");
        Assert.Equal(secret is null, failed.Text.Contains("The test message went to", StringComparison.Ordinal));

        var removed = await outlet.SubmitAsync(failed, "form[action*='handler=Remove']");
        Assert.Contains("was removed", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_news_are_a_digest_emergencies_are_not_and_a_receiver_that_was_away_misses_nothing()
    {
        using var headquarters = await portal.HeadquartersAsync();
        var page = await AddAsync(headquarters, "WeCom", "wecom", null);
        var robot = Guid.Parse(page.Path.Split('/')[^1]);
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await portal.RunAsync();
        portal.Robots.Messages.Clear();
        await QueueAsync(robot, 60, urgent: false);
        await QueueAsync(robot, 3, urgent: true);
        portal.Robots.Down = true;
        await portal.RunAsync();
        Assert.Empty(portal.Robots.Messages);
        Assert.Contains("HTTP 500", (await headquarters.GetAsync("/Notifications/Robots")).Text, StringComparison.Ordinal);

        portal.Robots.Down = false;
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await portal.RunAsync();
        var texts = portal.Robots.Messages.Select(m => m.Text).ToList();
        Assert.True(texts.Count <= 20, $"{texts.Count} messages in one minute");
        Assert.Equal(3, texts.Count(t => t.Contains("urgent-", StringComparison.Ordinal)));
        Assert.Contains(texts, t => t.Contains("put together", StringComparison.Ordinal) || t.Contains("已合并", StringComparison.Ordinal));
        var left = await portal.InTenantAsync(
            portal.Networks.Own.Tenant, db => db.Outbox.CountAsync(m => m.RobotId == robot && m.DeliveredAt == null));
        Assert.Equal(0, left);
        await headquarters.SubmitAsync(await headquarters.GetAsync(page.Path), "form[action*='handler=Remove']");
    }

    [Theory]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", "must be https")]
    [InlineData("https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send", "Only addresses of the platform")]
    [InlineData("https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send", "Only addresses of the platform")]
    [InlineData("https://qyapi.weixin.qq.com@127.0.0.1/cgi-bin/webhook/send", "Not an address")]
    [InlineData("https://qyapi.weixin.qq.com/other", "Only addresses of the platform")]
    [InlineData("https://169.254.169.254/latest/meta-data", "Only addresses of the platform")]
    [InlineData("https://[::1]/cgi-bin/webhook/send", "Only addresses of the platform")]
    [InlineData("file:///etc/passwd", "must be https")]
    [InlineData("not an address", "Not an address")]
    public async Task An_address_that_is_not_the_platforms_is_refused_beside_its_field(string address, string sentence)
    {
        using var vendor = await portal.VendorAsync();
        var page = await vendor.GetAsync("/Notifications/Robot");
        var refused = await vendor.SubmitAsync(page, "form.form-w", ("Name", "试探"), ("Platform", "WeCom"), ("Address", address));
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
        Assert.Equal("试探", refused.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_name_that_leads_inside_is_not_asked()
    {
        var words = new RobotWords("标题", "内容", null, "");
        using var open = Client(insecure: true, portal.Robots.Host);
        var before = portal.Robots.Messages.Count;
        var redirected = await Assert.ThrowsAsync<RobotRefusedException>(() => open.SendAsync(
            RobotPlatform.WeCom, $"{portal.Robots.Root}/elsewhere", null, words, portal.Clock.Now, CancellationToken.None));
        Assert.Equal(("HTTP 307", before), (redirected.Message, portal.Robots.Messages.Count));

        using var strict = Client(insecure: false, "localhost:9");
        var inside = await Assert.ThrowsAsync<RobotRefusedException>(() => strict.SendAsync(
            RobotPlatform.WeCom, "https://localhost:9/", null, words, portal.Clock.Now, CancellationToken.None));
        Assert.Contains("private address", inside.Message, StringComparison.Ordinal);
    }

    private static RobotClient Client(bool insecure, string host) => new(Options.Create(new RobotOptions { Hosts = [host], AllowInsecure = insecure }));

    private async Task<Screen> AddAsync(Visitor visitor, string platform, string path, string? secret)
    {
        var page = await visitor.GetAsync("/Notifications/Robot");
        var saved = await visitor.SubmitAsync(
            page, "form.form-w", ("Name", $"{platform} 群"), ("Platform", platform), ("Address", $"{portal.Robots.Root}/{path}"), ("Secret", secret ?? ""));
        Assert.Contains("was saved", saved.Text, StringComparison.Ordinal);
        return saved;
    }

    private Task<int> QueueAsync(Guid id, int count, bool urgent) => portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
    {
        var robot = await db.Robots.SingleAsync(r => r.Id == id);
        db.Outbox.AddRange(Enumerable.Range(0, count).Select(i => OutboxMessage.ToRobot(
            robot, new RobotNews($"{(urgent ? "urgent" : "news")}-{i}-", "…", null, $"{urgent}{i}", urgent), portal.Clock.Now, portal.Clock.Now)));
        return await db.SaveChangesAsync();
    });
}
