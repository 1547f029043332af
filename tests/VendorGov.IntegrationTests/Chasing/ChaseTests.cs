using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.Web.Features.Chasing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VendorGov.IntegrationTests.Chasing;

/// <summary>The clock begins on Monday, 2 March 2026, 10:00 in Shanghai; the office opens at half past eight.</summary>
public sealed class ChaseTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_unresolved_complaint_chases_itself_on_working_days_two_four_and_five_and_once_each()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await ComplainAsync(outlet, "包裹破损未回访");
        var id = IssueId.From(Guid.Parse(filed.IdOf()));
        var start = portal.Clock.Now;

        Assert.Equal(0, await RunAsync(start.AddDays(1)));
        Assert.Equal(0, await RunAsync(At(4, 8)));
        Assert.Equal(1, await RunAsync(At(4, 9, 30)));
        Assert.Equal(0, await RunAsync(At(4, 9, 31)));
        // Down from Wednesday to the next Tuesday: days 4 and 5 are one chase.
        Assert.Equal(1, await RunAsync(At(10, 9)));
        Assert.Equal(0, await RunAsync(At(20, 9)));

        var chases = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.ComplaintChases.Where(c => c.IssueId == id).OrderBy(c => c.Day).ToListAsync());
        Assert.Equal([(2, false), (4, true), (5, false)], chases.Select(c => (c.Day, c.PassedOver)));
        var news = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.NoticeEvents.CountAsync(e => e.IssueId == id && e.Kind == NoticeKind.Chase));
        Assert.Equal(2, news);
        var page = await vendor.GetAsync(filed.Path);
        Assert.Contains("Unresolved on working day 5", page.Find("#thread") ?? "", StringComparison.Ordinal);
        Assert.Contains("Legal 7 days", page.Find("#customer") ?? "", StringComparison.Ordinal);
        var list = await outlet.GetAsync("/Chasing?chased=2");
        Assert.Contains("包裹破损未回访", list.Find("table") ?? "", StringComparison.Ordinal);
        Assert.Contains("包裹破损未回访", await outlet.Http.GetStringAsync("/Chasing?handler=Export&format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolved_complaint_and_another_problem_are_left_alone()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var resolved = await ComplainAsync(outlet, "已解决的投诉");
        await vendor.DoAsync(await vendor.GetAsync(resolved.Path), "Resolve", ("words", "已赔付"));
        var other = await outlet.FileAsync("不是投诉");

        await RunAsync(At(10, 12));

        Guid[] ids = [Guid.Parse(resolved.IdOf()), Guid.Parse(other.IdOf())];
        var keys = ids.Select(IssueId.From).ToList();
        Assert.Equal(0, await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.ComplaintChases.CountAsync(c => keys.Contains(c.IssueId))));
    }

    [Fact]
    public async Task A_customer_of_tier_A_goes_first_and_is_found_by_the_filter()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var plain = await outlet.FileAsync("等级普通客户");
        var first = await outlet.FileAsync("等级重点客户");
        var changed = await outlet.DoAsync(await outlet.GetAsync(first.Path), "Tier", ("tier", "A"));
        Assert.Contains("Customer tier changed", changed.Text, StringComparison.Ordinal);

        var rows = (await vendor.GetAsync("/Issues?q=" + Uri.EscapeDataString("等级"))).All("#issues tbody tr").ToList();
        Assert.Contains("等级重点客户", rows[0], StringComparison.Ordinal);
        Assert.Contains("Tier A customer", rows[0], StringComparison.Ordinal);
        Assert.Contains("等级普通客户", rows[1], StringComparison.Ordinal);
        var filtered = (await vendor.GetAsync("/Issues?tier=A")).Find("#issues tbody") ?? "";
        Assert.DoesNotContain("等级普通客户", filtered, StringComparison.Ordinal);
        Assert.Null((await vendor.GetAsync(plain.Path)).Document.QuerySelector("form[action*='handler=Tier']"));
    }

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new DateTimeOffset(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private static Task<Screen> ComplainAsync(Visitor outlet, string title) =>
        outlet.FileAsync(title, "ComplaintMishandled", null, ("a.mp3", IssuePages.Recording), ("b.txt", IssuePages.Chat), ("c.txt", IssuePages.Chat));

    private Task<int> RunAsync(DateTimeOffset at) => portal.InTenantAsync(
        portal.Networks.Own.Tenant, (_, services) => services.GetRequiredService<ChaseDesk>().RunAsync(at, CancellationToken.None));
}
