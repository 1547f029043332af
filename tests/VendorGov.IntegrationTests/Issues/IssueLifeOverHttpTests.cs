using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Issues;

public sealed class IssueLifeOverHttpTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_issue_is_filed_acknowledged_answered_resolved_and_closed_by_its_playbook()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("轨迹查询中断");
        var seen = await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Acknowledge");
        seen = await vendor.DoAsync(seen, "Reply", ("words", "正在切换备用线路。"));
        seen = await vendor.DoAsync(seen, "Contain", ("words", "已切换备用线路。"));
        foreach (var _ in Enumerable.Range(0, 4))
        {
            seen = await vendor.SubmitAsync(seen, "#playbook form[action*='handler=Tick']", ("words", "公告 0302-1，10:20 完成"));
        }

        Assert.Null(seen.Document.QuerySelector("#playbook form[action*='handler=Tick']"));
        await vendor.DoAsync(seen, "Resolve", ("words", "线路恢复。"));

        var open = await outlet.GetAsync(filed.Path);
        var refused = await outlet.SubmitAsync(open, open.Form("#do-Close form"), [("words", " ")], []);
        Assert.Contains("criteria are open", refused.Text, StringComparison.Ordinal);
        var closed = await outlet.SubmitAsync(refused, refused.Form("#do-Close form"), [("words", "试运行一周无异常")], []);

        Assert.Contains("Closed", closed.Text, StringComparison.Ordinal);
        var stored = await StoredAsync(filed);
        Assert.Equal(IssueState.Closed, stored.State);
        // The cause is owed for three working days, whether or not the service is back.
        Assert.All(stored.Obligations, o => Assert.Equal(o.Kind == ObligationKind.RootCause ? ClockState.Running : ClockState.Met, o.State));
        Assert.All(stored.Checklist.Where(c => c.Kind == ChecklistKind.Criterion), c => Assert.True(c.Overruled));
        Assert.All(stored.Checklist.Where(c => c is { Kind: ChecklistKind.Action, Owner: Side.Vendor }), c => Assert.NotNull(c.Proof));
    }

    [Fact]
    public async Task Who_acts_on_a_page_that_is_old_is_told_and_keeps_the_words()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("两人同时处理");
        var old = await vendor.GetAsync(filed.Path);
        await outlet.DoAsync(await outlet.GetAsync(filed.Path), "Severity", ("severity", "S1"), ("words", "影响扩大"));

        var told = await vendor.DoAsync(old, "Resolve", ("words", "重启后恢复。"));

        Assert.Contains("Changed meanwhile", told.Text, StringComparison.Ordinal);
        Assert.Equal("重启后恢复。", told.Find("#w-Resolve"));
        Assert.Equal(IssueState.New, (await StoredAsync(filed)).State);
    }

    [Fact]
    public async Task An_internal_note_reaches_the_other_side_by_no_page_list_search_or_export()
    {
        const string secret = "准备换供应商";
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("内部记录");
        await outlet.SubmitAsync(filed, filed.Form("#reply"), [("internal", "true"), ("words", secret)], []);

        Assert.Contains(secret, (await outlet.GetAsync(filed.Path)).Text, StringComparison.Ordinal);
        var search = $"/Issues?view=All&q={Uri.EscapeDataString(secret)}";
        Assert.Contains("内部记录", (await outlet.GetAsync(search)).Find("#issues tbody") ?? "", StringComparison.Ordinal);
        foreach (var path in new[] { filed.Path, "/Issues?view=All", search })
        {
            Assert.DoesNotContain(secret, (await vendor.GetAsync(path)).Document.QuerySelector("#issues tbody, #thread")?.TextContent ?? "", StringComparison.Ordinal);
        }

        Assert.Null((await vendor.GetAsync(search)).Document.QuerySelector("#issues tbody"));
        Assert.DoesNotContain(secret, await vendor.Http.GetStringAsync("/Issues?handler=Csv&view=All"), StringComparison.Ordinal);
        var audit = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.AuditEntries.Where(a => a.Changes.Contains(secret)).CountAsync());
        Assert.Equal(0, audit);
    }

    [Fact]
    public async Task A_contest_is_answered_by_the_outlet_and_decided_by_headquarters()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        using var headquarters = await portal.HeadquartersAsync();
        var filed = await outlet.FileAsync("不属于我方的问题");
        var contested = await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Contest", ("ground", "NotOurs"), ("words", "由快递员造成。"));
        Assert.Null(contested.Document.QuerySelector("form[action*='handler=Contest']"));

        var answered = await outlet.DoAsync(await outlet.GetAsync(filed.Path), "AnswerContest", ("agrees", "true"), ("words", "属实。"));
        Assert.Contains("Awaits headquarters", answered.Text, StringComparison.Ordinal);
        Assert.Null(answered.Document.QuerySelector("form[action*='handler=DecideContest']"));

        await headquarters.DoAsync(await headquarters.GetAsync(filed.Path), "DecideContest", ("agrees", "true"), ("words", "同意取消。"));
        var stored = await StoredAsync(filed);
        Assert.Equal((IssueState.Withdrawn, ContestState.Upheld), (stored.State, stored.ContestState));
        Assert.All(stored.Obligations, o => Assert.Equal(ClockState.Cancelled, o.State));
    }

    [Fact]
    public async Task A_waiver_counts_when_headquarters_approves_it()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        using var headquarters = await portal.HeadquartersAsync();
        var filed = await outlet.FileAsync("申请豁免");
        var clock = (await StoredAsync(filed)).Obligations.Single(o => o.Kind == ObligationKind.Resolve).Id.Value.ToString();
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "AskWaiver", ("item", clock), ("words", "光缆被挖断。"));
        Assert.Equal(ClockState.Running, (await StoredAsync(filed)).Obligations.Single(o => o.Kind == ObligationKind.Resolve).State);

        var page = await headquarters.GetAsync(filed.Path);
        var form = page.Form("form[action*='handler=DecideWaiver']");
        var fields = FormFields.Of(form, form.QuerySelector("button[value=true]"));
        fields.RemoveAll(f => f.Key == "words");
        fields.Add(new("words", "同意。"));
        await headquarters.Http.PostAsync(new Uri(page.Url, form.GetAttribute("action")), new FormUrlEncodedContent(fields));

        Assert.Equal(ClockState.Waived, (await StoredAsync(filed)).Obligations.Single(o => o.Kind == ObligationKind.Resolve).State);
    }

    [Fact]
    public async Task Who_is_mentioned_watches_and_who_has_read_is_seen()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("提到同事");
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Reply", ("words", "@lead-V1 请接手。"));
        using var lead = await portal.SignedInAsync(portal.Networks.Own.At(Role.VendorAgentLead, portal.Networks.Own.Vendors[0]));
        var page = await lead.GetAsync(filed.Path);
        Assert.Contains("Watching", page.Find("#people") ?? "", StringComparison.Ordinal);
        await lead.SubmitAsync(page, "#seen");

        var people = (await outlet.GetAsync(filed.Path)).Find("#people") ?? "";
        Assert.Contains("lead-V1", people, StringComparison.Ordinal);
        Assert.Contains("read ", people, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SF1399887766", 1)]
    [InlineData("998877", 1)]
    [InlineData("7766", 1)]
    [InlineData("sf-1399", 1)]
    [InlineData("998878", 0)]
    public async Task A_part_of_a_waybill_finds_its_issue(string asked, int found)
    {
        using var outlet = await portal.OutletAsync();
        if ((await outlet.GetAsync("/Issues?view=All&q=SF1399887766")).Document.QuerySelector("#issues tbody") is null)
        {
            await outlet.FileAsync("按运单查找", waybill: "SF1399887766");
        }

        var list = await outlet.GetAsync($"/Issues?view=All&q={asked}");
        Assert.Equal(found, list.Document.QuerySelectorAll("#issues tbody tr").Length);
        var similar = await outlet.GetAsync($"/Issues/Similar?waybills={asked}");
        Assert.Equal(asked.Length < 6 ? 0 : found, similar.Document.QuerySelectorAll("li").Length);
    }

    [Fact]
    public async Task Several_issues_escalate_at_once_and_what_is_closed_keeps_none_of_the_others()
    {
        using var outlet = await portal.OutletAsync();
        var first = await outlet.FileAsync("批量一");
        var second = await outlet.FileAsync("批量二");
        await outlet.DoAsync(await outlet.GetAsync(second.Path), "Withdraw", ("words", "误报"));
        var list = await outlet.GetAsync("/Issues?view=All");
        var fields = FormFields.Of(list.Form("#bulk"));
        fields.RemoveAll(f => f.Key is "ids" or "words" or "do");
        fields.AddRange([new("ids", first.IdOf()), new("ids", second.IdOf()), new("do", "Escalate"), new("words", "客户催促")]);
        var after = await Screen.ReadAsync(await outlet.Http.PostAsync(
            new Uri(list.Url, list.Form("#bulk").GetAttribute("action")), new FormUrlEncodedContent(fields)));

        Assert.Contains("1 done, 1 not", after.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await StoredAsync(first)).EscalationLevel);
        Assert.Equal(1, (await StoredAsync(second)).EscalationLevel);
    }

    [Fact]
    public async Task A_filter_without_a_name_is_not_kept_and_the_page_says_why()
    {
        using var outlet = await portal.OutletAsync();
        var kept = await outlet.SubmitAsync(await outlet.GetAsync("/Issues?severity=S1"), "#save-filter", ("title", " "));
        Assert.Contains("Give the filter a name", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_kept_for_its_owner_alone()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var list = await outlet.GetAsync("/Issues?severity=S1");
        var kept = await outlet.SubmitAsync(list, "#save-filter", ("title", "我的 S1"));

        Assert.Contains("我的 S1", kept.Find(".chips") ?? "", StringComparison.Ordinal);
        Assert.Contains("/Issues?severity=S1", kept.Links);
        Assert.DoesNotContain("我的 S1", (await vendor.GetAsync("/Issues")).Text, StringComparison.Ordinal);
    }

    private Task<Issue> StoredAsync(Screen filed) => portal.InTenantAsync(portal.Networks.Own.Tenant, db =>
    {
        var id = IssueId.From(Guid.Parse(filed.IdOf()));
        return db.Issues.AsNoTracking().Include(i => i.Obligations).Include(i => i.Checklist).AsSplitQuery().SingleAsync(i => i.Id == id);
    });
}
