using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Feed;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.Web.Features.Callbacks;
using VendorGov.Web.Features.Referrals;
using Xunit;

namespace VendorGov.IntegrationTests.Cases;

/// <summary>What hangs on a case, by its pages: promises, callbacks, referrals, investigations, faults.</summary>
public sealed class CaseWalkTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_promise_is_recorded_in_local_time_shows_on_the_home_page_when_overdue_and_counts_in_the_rate()
    {
        using var vendor = await portal.VendorAsync();
        using var outlet = await portal.OutletAsync();
        var issue = (await outlet.FileAsync("客户等回电")).IdOf();
        var past = await vendor.SubmitAsync(await vendor.GetAsync($"/Promises/Add/{issue}"), "form[data-draft]", ("What", "一小时内回电"), ("Due", Local(-10)));
        Assert.Contains("一小时内回电", past.Text, StringComparison.Ordinal);
        Assert.NotNull(past.Document.QuerySelector("#Input_Due-error"));

        var promise = await vendor.SubmitAsync(past, "form[data-draft]", ("Due", Local(60)));
        Assert.Equal(portal.Clock.Now.AddMinutes(60), (await PromisesAsync(issue)).Single().DueAt);
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await AgainAsync(vendor, Role.VendorManager);
        await AgainAsync(outlet, Role.OutletManager);
        Assert.Contains("一小时内回电", (await outlet.GetAsync("/")).Find("#duties"), StringComparison.Ordinal);
        Assert.Contains("一小时内回电", (await outlet.GetAsync("/Promises?view=Overdue")).Text, StringComparison.Ordinal);
        var kept = await vendor.SubmitAsync(
            await vendor.GetAsync(promise.Path), (await vendor.GetAsync(promise.Path)).Form("form[action*='handler=Keep']"), [("at", Local(0)), ("words", "录音 A1")], []);

        Assert.Contains("Kept late", kept.Text, StringComparison.Ordinal);
        Assert.Contains("0% (n=", (await outlet.GetAsync("/Promises/Rates?outlets=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_low_survey_opens_one_callback_and_calling_it_hands_out_the_next_with_the_number_masked_until_it_is_asked_for()
    {
        await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Callbacks.ExecuteDeleteAsync());
        using var outlet = await portal.OutletAsync();
        using var system = await FeedCaller.OfVendorAsync(portal);
        var sent = await system.SendAsync("surveys", Lines.Json(new Dictionary<string, object?>
        {
            ["id"] = "low-1", ["outlet"] = "north-1", ["channel"] = "voice", ["contact_at"] = At(-120), ["responded_at"] = At(-60), ["score"] = 1,
        }));
        Assert.Equal((200, 1), (sent.Status, sent["added"]));
        Assert.Equal((1, 0), (await FollowUpsAsync(), await FollowUpsAsync()));
        var issue = (await outlet.FileAsync("赔款未到账")).IdOf();
        await outlet.SubmitAsync(await outlet.GetAsync($"/Callbacks/Add/{issue}"), "form[data-draft]", ("Topic", "确认赔款到账"), ("Due", Local(30)));

        using var vendor = await portal.VendorAsync();
        var first = await vendor.SubmitAsync(await vendor.GetAsync("/Callbacks"), "#next");
        Assert.Contains("确认赔款到账", first.Text, StringComparison.Ordinal);
        using var lead = await portal.SignedInAsync(portal.Networks.Own.At(Role.VendorAgentLead, portal.Networks.Own.Vendors[0]));
        Assert.Contains("Nothing is due now", (await lead.SubmitAsync(await lead.GetAsync("/Callbacks"), "#next")).Text, StringComparison.Ordinal);
        var missed = await vendor.SubmitAsync(first, "#missed", ("retry", Local(120)));
        Assert.Equal("/Callbacks", missed.Path);
        Assert.Contains("评价 1 分", missed.Text, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromHours(3));
        await AgainAsync(vendor, Role.VendorManager);
        var again = await vendor.GetAsync(first.Path);
        var saved = await vendor.SubmitAsync(again, "#reached", ("score", "2"), ("words", "还没到账"));

        Assert.Contains("a follow-up was opened", saved.Text, StringComparison.Ordinal);
        var all = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Callbacks.AsNoTracking().ToListAsync());
        Assert.Equal([CallbackReason.LowCallback, CallbackReason.LowSurvey, CallbackReason.Planned], all.Select(c => c.Reason).OrderBy(r => r.ToString(), StringComparer.Ordinal));
        Assert.Equal(2, all.Single(c => c.Reason == CallbackReason.Planned).Attempts.Count);
    }

    [Fact]
    public async Task A_referral_climbs_while_nobody_answers_and_its_answer_stands_in_the_thread()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("理赔口径不清");
        var add = await outlet.GetAsync($"/Referrals/Add/{filed.IdOf()}");
        var referral = await outlet.SubmitAsync(add, "form[data-draft]", ("Department", "Claims"), ("Finding", "请明确破损赔付口径"), ("Days", "1"));
        Assert.Null((await vendor.GetAsync(referral.Path)).Document.QuerySelector("#answer"));
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await AgainAsync(vendor, Role.VendorManager);
        await AgainAsync(outlet, Role.OutletManager);
        var climbed = await portal.InTenantAsync(
            portal.Networks.Own.Tenant, (_, services) => services.GetRequiredService<ReferralSweep>().RunAsync(portal.Clock.Now));
        Assert.True(climbed >= 1);
        Assert.Contains("请明确破损赔付口径", (await outlet.GetAsync("/")).Find("#duties"), StringComparison.Ordinal);

        var answered = await outlet.SubmitAsync(await outlet.GetAsync(referral.Path), "#answer", ("words", "按实价赔付"), ("answeredBy", "理赔岗 王"));

        Assert.Contains("Answered late", answered.Text, StringComparison.Ordinal);
        Assert.Contains("recorded the answer to a referral", (await vendor.GetAsync(filed.Path)).Text, StringComparison.Ordinal);
        Assert.Contains("理赔岗 王", await outlet.Http.GetStringAsync("/Referrals?handler=Export&format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buyer_sees_an_investigation_once_it_is_submitted_and_never_its_draft()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        using var hq = await portal.HeadquartersAsync();
        var path = $"/Investigations/Details/{(await outlet.FileAsync("投诉未登记即结案", "ComplaintMishandled")).IdOf()}";
        var draft = await vendor.SubmitAsync(await vendor.GetAsync(path), "#write", ("Facts", "草稿里的经过"));
        Assert.Contains("are all needed", draft.Text, StringComparison.Ordinal);
        await SubmitAsync(vendor, draft, "Draft", ("Facts", "草稿里的经过"));
        Assert.Contains("草稿里的经过", (await vendor.GetAsync(path)).Text, StringComparison.Ordinal);
        foreach (var buyer in new[] { outlet, hq })
        {
            Assert.DoesNotContain("草稿里的经过", (await buyer.GetAsync(path)).Text, StringComparison.Ordinal);
        }

        var sent = await vendor.SubmitAsync(
            await vendor.GetAsync(path), "#write",
            ("Facts", "09:12 来电未登记"), ("Cause", "班前会未讲"), ("Responsible", "Agent"), ("Responsibility", "坐席"), ("Remedy", "复训"));
        Assert.Null(sent.Document.QuerySelector("#write"));
        var judged = await outlet.GetAsync(path);
        Assert.Contains("09:12 来电未登记", judged.Text, StringComparison.Ordinal);
        await SubmitAsync(outlet, judged, "Return", ("reason", "原因不清"));
        Assert.Contains("原因不清", (await vendor.GetAsync(path)).Find("#write"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_reported_its_missed_contacts_pasted_once_and_called_one_by_one()
    {
        using var vendor = await portal.VendorAsync();
        var report = await vendor.GetAsync("/Faults/Report");
        var place = report.Document.QuerySelectorAll("[name='Input.Place'] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        var fault = await vendor.SubmitAsync(
            report, "form[data-draft]", ("Place", place), ("Title", "话务中断"), ("Words", "呼入全部失败"), ("Kind", "Telephony"), ("Started", Local(-60)),
            ("Learned", Local(-20)), ("Workaround", "转手机值班"), ("Tier", "2"));
        Assert.StartsWith("/Faults/Details/", fault.Path, StringComparison.Ordinal);
        var id = fault.IdOf();
        var clocks = (await StoredAsync(id)).Obligations;
        Assert.Equal(ClockState.Met, clocks.Single(o => o.Kind == ObligationKind.FaultReport).State);

        var list = await vendor.GetAsync($"/Faults/Missed/{id}");
        var wrong = await PasteAsync(vendor, list, $"{Pasted(-50)},13800002097,刘女士,YT1\n{Pasted(-40)},abc");
        Assert.Contains("Not a phone number", wrong.Find("#problems"), StringComparison.Ordinal);
        list = await PasteAsync(vendor, wrong, $"{Pasted(-50)},13800002097,刘女士,YT1\n{Pasted(-40)},13900001234\n{Pasted(-40)},13900001234");
        Assert.Contains("2 added, 1 were there", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800002097", list.Text, StringComparison.Ordinal);
        var shown = await vendor.SubmitAsync(list, "#list form[action*='handler=Reveal']");
        Assert.Contains("13800002097", shown.Text, StringComparison.Ordinal);
        list = await vendor.SubmitAsync(shown, "#list form[action*='handler=Called']", ("result", "Reached"));
        Assert.Contains("1 of 2 called", list.Text, StringComparison.Ordinal);
        list = await vendor.SubmitAsync(list, "#list form[action*='handler=Called']", ("result", "NotReached"));

        Assert.Contains("All missed contacts were called", list.Text, StringComparison.Ordinal);
        var page = await vendor.GetAsync($"/Issues/Details/{id}");
        Assert.NotNull(page.Document.QuerySelector($"#playbook a[href='/Faults/Missed/{id}']"));
        var stored = await StoredAsync(id);
        Assert.NotNull(stored.Checklist.Single(c => c.Code == "4.4").DoneAt);
        await vendor.SubmitAsync(await vendor.GetAsync(fault.Path), "form[action*='handler=Cause']", ("Cause", "运营商割接"));
        Assert.Equal(ClockState.Met, (await StoredAsync(id)).Obligations.Single(o => o.Kind == ObligationKind.RootCause).State);
    }

    /// <summary>Hours have passed and sessions with them.</summary>
    private async Task AgainAsync(Visitor visitor, Role role)
    {
        var own = portal.Networks.Own;
        var person = role == Role.OutletManager ? own.At(role, own.Outlets[0]) : own.At(role, own.Vendors[0]);
        if ((await visitor.GetAsync("/Issues")).Path != "/Issues")
        {
            await visitor.SignInAsync(person.Email, Networks.Password);
        }
    }

    private static Task<Screen> PasteAsync(Visitor visitor, Screen page, string lines) =>
        visitor.SubmitAsync(page, page.Form("#add"), [("lines", lines)], []);

    /// <summary>Presses one of several buttons of a form: each posts to a handler of its own.</summary>
    private static async Task<Screen> SubmitAsync(Visitor visitor, Screen page, string handler, params (string, string)[] values)
    {
        var button = page.Document.QuerySelector($"button[formaction*='handler={handler}']");
        var form = page.Form(button is null ? $"form[action*='handler={handler}']" : $"button[formaction*='handler={handler}']");
        if (button is not null)
        {
            form.SetAttribute("action", button.GetAttribute("formaction")!);
        }

        return await visitor.SubmitAsync(page, form, values, []);
    }

    private Task<int> FollowUpsAsync() => portal.InTenantAsync(
        portal.Networks.Own.Tenant, (_, services) => services.GetRequiredService<FollowUps>().RunAsync(portal.Clock.Now));

    private Task<List<Promise>> PromisesAsync(string issue)
    {
        var id = IssueId.From(Guid.Parse(issue));
        return portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Promises.AsNoTracking().Where(p => p.IssueId == id).ToListAsync());
    }

    private Task<Issue> StoredAsync(string issue)
    {
        var id = IssueId.From(Guid.Parse(issue));
        return portal.InTenantAsync(
            portal.Networks.Own.Tenant,
            db => db.Issues.AsNoTracking().Include(i => i.Obligations).Include(i => i.Checklist).AsSplitQuery().SingleAsync(i => i.Id == id));
    }

    private DateTimeOffset Beijing(int minutes) => portal.Clock.Now.AddMinutes(minutes).ToOffset(TimeSpan.FromHours(8));

    private string Local(int minutes) => Beijing(minutes).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private string Pasted(int minutes) => Beijing(minutes).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string At(int minutes) => Beijing(minutes).ToString("O", CultureInfo.InvariantCulture);
}
