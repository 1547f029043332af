using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.Web.Features.Notifications;
using Xunit;

namespace VendorGov.IntegrationTests.Notifications;

public sealed class NewsTests(NewsPortal portal) : IClassFixture<NewsPortal>
{
    private const string Vendor = "vendor-v1@north.example";
    private const string Outlet = "manager-north-1@north.example";

    [Fact]
    public async Task Who_is_concerned_is_told_in_the_page_and_by_mail_and_nothing_of_the_customer_leaves()
    {
        portal.Mail.Letters.Clear();
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var page = await outlet.GetAsync("/Issues/Open");
        var filed = await outlet.SubmitAsync(
            page, "form[data-draft]", ("Type", "TechnicalFault"), ("Title", "刘晓梅的手机包裹查不到"), ("Description", "客户住在光华路 8 号"),
            ("Waybills", "YT7302269999"), ("CustomerName", "刘晓梅"), ("CustomerPhone", "13812342097"));
        await portal.RunAsync();

        var letter = Assert.Single(portal.Mail.To(Vendor));
        Assert.Contains("New issue", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Acknowledge", letter.Body, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example{filed.Path}", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Mail.Letters, l => new[] { "刘晓梅", "光华路", "13812342097", "YT7302269999" }.Any((l.Subject + l.Body).Contains));
        Assert.Empty(portal.Mail.To(Outlet));
        var inbox = await vendor.GetAsync("/Notifications?q=" + Uri.EscapeDataString("查不到"));
        Assert.Contains("New issue", inbox.Find(".news") ?? "", StringComparison.Ordinal);
        Assert.Contains("刘晓梅的手机包裹查不到", inbox.Find(".news") ?? "", StringComparison.Ordinal);

        // Opening the issue reads the line; the script says so.
        await vendor.SubmitAsync(await vendor.GetAsync(filed.Path), "#seen");
        Assert.Null((await vendor.GetAsync("/Notifications?q=" + Uri.EscapeDataString("查不到"))).Document.QuerySelector(".news"));
    }

    [Fact]
    public async Task Published_scorecards_are_mailed_once_to_those_concerned_and_a_vendor_learns_its_own_place_alone()
    {
        var own = portal.Networks.Own;
        var published = await portal.InTenantAsync(own.Tenant, db => db.Scorecards.Where(s => s.PublishedAt != null).Select(s => s.PublishedAt).FirstAsync());
        await portal.AtAsync(published!.Value.AddHours(1), async () =>
        {
            Assert.True(await portal.WriteMonthlyAsync() > 0);
            Assert.Equal(0, await portal.WriteMonthlyAsync());
        });

        var mails = await portal.TakeMonthlyAsync("monthly.scorecards.2026-01");
        var mail = Assert.Single(mails, m => m.Recipient == Vendor);
        Assert.Contains("https://portal.example/Scorecards?month=2026-01", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Vendors[1].Name, mail.Body, StringComparison.Ordinal);
        var headquarters = Assert.Single(mails, m => m.Recipient == own.Headquarters.Email);
        Assert.All(own.Vendors, v => Assert.Contains(v.Name, headquarters.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(mails, m => m.Recipient == own.Auditor.Email);
    }

    [Fact]
    public async Task On_the_tenth_who_is_concerned_is_warned_once_of_what_the_month_will_miss()
    {
        var own = portal.Networks.Own;
        using var outlet = await portal.OutletAsync();
        await outlet.FileAsync("没有人确认的问题");
        await portal.AtAsync(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero), async () =>
        {
            Assert.True(await portal.WriteMonthlyAsync() > 0);
            Assert.Equal(0, await portal.WriteMonthlyAsync());
        });

        var mails = await portal.TakeMonthlyAsync("monthly.pace.2026-03");
        var mail = Assert.Single(mails, m => m.Recipient == Vendor);
        Assert.Contains("will miss", mail.Title, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/Analysis/Pace", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Vendors[1].Name, mail.Body, StringComparison.Ordinal);
        Assert.Contains(mails, m => m.Recipient == own.Headquarters.Email);
    }

    [Fact]
    public async Task An_internal_note_and_a_mention_reach_the_own_side_alone()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("内部备注不外传");
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Acknowledge");
        await portal.RunAsync();
        portal.Clock.Advance(Notice.Window);
        portal.Mail.Letters.Clear();
        var before = portal.Robots.Messages.Count;

        var open = await outlet.GetAsync(filed.Path);
        await outlet.SubmitAsync(open, open.Form("#reply"), [("internal", "true"), ("words", "@reviewer-north-1 准备换供应商")], []);
        await portal.RunAsync();

        Assert.Empty(portal.Mail.To(Vendor));
        Assert.Equal(before, portal.Robots.Messages.Count);
        Assert.Contains(portal.Mail.To("reviewer-north-1@north.example"), l => l.Subject.Contains("mentioned", StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Mail.Letters, l => (l.Subject + l.Body).Contains("换供应商", StringComparison.Ordinal));
        Assert.DoesNotContain("note", (await vendor.GetAsync("/Notifications")).Find(".news") ?? "", StringComparison.Ordinal);

        using var lead = await portal.SignedInAsync(portal.Networks.Own.At(Role.VendorAgentLead, portal.Networks.Own.Vendors[0]));
        await lead.DoAsync(await lead.GetAsync(filed.Path), "Reply", ("words", "@vendor-V1 请接手"));
        await portal.RunAsync();
        Assert.Contains(portal.Mail.To(Vendor), l => l.Subject.Contains("mentioned", StringComparison.Ordinal));
        Assert.Contains(portal.Mail.To(Outlet), l => l.Subject.Contains("message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_news_again_and_again_is_one_line_and_two_mails()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("连续回复");
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Acknowledge");
        await portal.RunAsync();
        portal.Mail.Letters.Clear();
        for (var i = 1; i <= 6; i++)
        {
            await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Reply", ("words", $"进展 {i}"));
            await portal.RunAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(portal.Mail.To(Outlet));
        portal.Clock.Advance(Notice.Window);
        await portal.RunAsync();
        Assert.Equal(2, portal.Mail.To(Outlet).Count);
        Assert.EndsWith("×6", portal.Mail.To(Outlet)[^1].Subject, StringComparison.Ordinal);
        var lines = await outlet.GetAsync("/Notifications?kind=Reply&q=" + Uri.EscapeDataString("连续回复"));
        Assert.Single(lines.Document.QuerySelectorAll(".news li"));
        Assert.Contains("×6", lines.Find(".news") ?? "", StringComparison.Ordinal);

        await outlet.SubmitAsync(lines, lines.Form("form[action*='handler=Read'] button.btn-primary"), [], []);
        Assert.Null((await outlet.GetAsync("/Notifications")).Document.QuerySelector(".news"));

        portal.Clock.Advance(TimeSpan.FromDays(91));
        var gone = await portal.InTenantAsync(
            portal.Networks.Own.Tenant, (_, services) => services.GetRequiredService<NewsPurge>().RunAsync(CancellationToken.None));
        Assert.True(gone > 2);
        var left = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Notices.AsNoTracking().Select(n => n.ReadAt).ToListAsync());
        Assert.All(left, read => Assert.Null(read));
    }

    [Fact]
    public async Task A_person_chooses_kinds_quiet_hours_and_a_digest_and_an_emergency_passes_them()
    {
        using var reviewer = await portal.SignedInAsync(portal.Networks.Own.At(Role.OutletReviewer, portal.Networks.Own.Outlets[0]));
        using var vendor = await portal.VendorAsync();
        using var lead = await portal.SignedInAsync(portal.Networks.Own.At(Role.VendorAgentLead, portal.Networks.Own.Vendors[0]));
        var refused = await lead.SubmitAsync(
            await lead.GetAsync("/Notifications/Settings"), "form.form-w", ("Zone", "Mars/Olympus"), ("QuietFrom", "late"));
        Assert.Contains("Enter a time such as 08:30", refused.Text, StringComparison.Ordinal);
        Assert.Equal("late", refused.Document.QuerySelector("[name='Input.QuietFrom']")!.GetAttribute("value"));

        var page = await lead.GetAsync("/Notifications/Settings");
        var fields = FormFields.Of(page.Form("form.form-w"));
        fields.RemoveAll(f => f.Key is "Input.Digest" or "Input.DigestAt" || (f.Key == "Input.Page" && f.Value == "NewIssue"));
        fields.AddRange([new("Input.Digest", "true"), new("Input.DigestAt", "09:00")]);
        await lead.Http.PostAsync("/Notifications/Settings", new FormUrlEncodedContent(fields));
        portal.Mail.Letters.Clear();

        await reviewer.FileAsync("摘要一");
        await reviewer.FileAsync("摘要二");
        await portal.RunAsync();
        const string address = "lead-v1@north.example";
        Assert.Empty(portal.Mail.To(address));
        Assert.Null((await lead.GetAsync("/Notifications?q=" + Uri.EscapeDataString("摘要"))).Document.QuerySelector(".news"));

        var emergency = await vendor.GetAsync("/Issues/Emergency");
        var place = emergency.Document.QuerySelectorAll("[name='Input.Place'] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        await vendor.SubmitAsync(emergency, "form.emgf", ("Place", place), ("Kind", "PublicOpinion"), ("Waybill", "YT9988776655"), ("Note", "短视频曝光"));
        await portal.RunAsync();
        Assert.Contains("Emergency", Assert.Single(portal.Mail.To(address)).Subject, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromHours(24));
        await portal.RunAsync();
        var digest = portal.Mail.To(address)[^1];
        Assert.StartsWith("Daily digest", digest.Subject, StringComparison.Ordinal);
        var stored = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.NoticeSettings.CountAsync(s => s.Digest));
        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task A_corrective_action_is_told_by_its_number_and_not_to_whom_chose_not_to_hear_of_it()
    {
        var network = portal.Networks.Own;
        await portal.RunAsync();
        using var headquarters = await portal.SignedInAsync(network.Headquarters);
        using var lead = await portal.SignedInAsync(network.At(Role.VendorAgentLead, network.Vendors[0]));
        var fields = FormFields.Of((await lead.GetAsync("/Notifications/Settings")).Form("form.form-w"));
        fields.RemoveAll(f => f.Key is "Input.Page" or "Input.Mail" && f.Value == "Improvement");
        await lead.Http.PostAsync("/Notifications/Settings", new FormUrlEncodedContent(fields));
        portal.Mail.Letters.Clear();

        var page = await headquarters.GetAsync($"/Improvement?contract={network.Contracts[0].Id.Value}");
        var asked = await headquarters.SubmitAsync(page, "#Input_Finding", ("Title", "理赔口径"), ("Finding", "客户刘晓梅来电两次"), ("Metric", "QAP"), ("Target", "95"));
        Assert.StartsWith("/Improvement/Details/", asked.Path, StringComparison.Ordinal);
        await portal.RunAsync();

        var letter = Assert.Single(portal.Mail.To(Vendor));
        Assert.Contains("An improvement is demanded", letter.Subject, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example{asked.Path}", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Mail.Letters, l => new[] { "刘晓梅", "理赔口径" }.Any((l.Subject + l.Body).Contains));
        Assert.Empty(portal.Mail.To("lead-v1@north.example"));
        using var vendor = await portal.VendorAsync();
        Assert.Contains(asked.Path, (await vendor.GetAsync("/Notifications?kind=Improvement")).Links);
        Assert.DoesNotContain(asked.Path, (await lead.GetAsync("/Notifications?kind=Improvement")).Links);
    }

    [Fact]
    public async Task News_keeps_its_order_for_its_receiver_when_one_fails_and_holds_up_nobody_else()
    {
        const string Busy = "busy@order.example", Other = "other@order.example";
        var tenant = portal.Networks.Own.Tenant;
        portal.Mail.Busy[Busy] = 1;
        await WriteAsync((Busy, "一"), (Busy, "二"));
        await portal.RunAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(20));
        await WriteAsync((Busy, "三"), (Other, "四"));
        await portal.RunAsync();
        Assert.Empty(portal.Mail.To(Busy));
        Assert.Equal(["四"], portal.Mail.To(Other).Select(l => l.Subject));

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await portal.RunAsync();
        Assert.Equal(["一", "二", "三"], portal.Mail.To(Busy).Select(l => l.Subject));

        Task<int> WriteAsync(params (string To, string Title)[] mails) => portal.InTenantAsync(tenant, async db =>
        {
            db.Outbox.AddRange(mails.Select((m, i) => OutboxMessage.Mail(tenant, m.To, m.Title, "内容", portal.Clock.Now.AddMilliseconds(i - mails.Length))));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task What_no_server_takes_is_given_up_in_the_end_listed_and_sent_when_somebody_says_so()
    {
        await portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
        {
            db.Outbox.Add(OutboxMessage.Mail(portal.Networks.Own.Tenant, "refused@example.org", "送不到的邮件", "内容", portal.Clock.Now));
            return await db.SaveChangesAsync();
        });
        for (var attempt = 0; attempt < OutboxMessage.MaxAttempts; attempt++)
        {
            await portal.RunAsync();
            portal.Clock.Advance(TimeSpan.FromHours(7));
        }

        // Signed in now: three days are longer than a session.
        using var headquarters = await portal.HeadquartersAsync();
        var list = await headquarters.GetAsync("/Notifications/Outbox");
        Assert.Contains("送不到的邮件", list.Find("table") ?? "", StringComparison.Ordinal);
        using var foreign = await portal.SignedInAsync(portal.Networks.Foreign.Headquarters);
        Assert.DoesNotContain("送不到的邮件", (await foreign.GetAsync("/Notifications/Outbox")).Text, StringComparison.Ordinal);

        var queued = await headquarters.SubmitAsync(list, "form[action*='handler=Retry'] button.btn-sm");
        Assert.Contains("1 queued again", queued.Text, StringComparison.Ordinal);
        var waiting = await headquarters.GetAsync("/Notifications/Outbox?state=Waiting&q=" + Uri.EscapeDataString("送不到"));
        var gone = await headquarters.SubmitAsync(waiting, "form[action*='handler=Discard']");
        Assert.Contains("1 discarded", gone.Text, StringComparison.Ordinal);
        Assert.Contains("送不到的邮件", (await headquarters.GetAsync("/Notifications/Outbox?state=Discarded")).Text, StringComparison.Ordinal);
    }
}
