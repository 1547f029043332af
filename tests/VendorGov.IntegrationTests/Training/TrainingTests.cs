using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Training;
using Xunit;

namespace VendorGov.IntegrationTests.Training;

public sealed class TrainingTests(Portal portal) : IClassFixture<Portal>
{
    private Network Network => portal.Networks.Own;

    [Fact]
    public async Task Who_passes_is_certified_who_fails_is_not_and_the_roster_shows_it()
    {
        var today = new DateOnly(2026, 3, 2);
        await HireAsync(today);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        var courses = await vendor.GetAsync("/Training/Courses");
        await vendor.SubmitAsync(courses, "#Input_Title", ("Title", "上岗考试"), ("Kind", "Contacts"), ("PassMark", "80"), ("ValidMonths", "12"));
        var sessions = await vendor.GetAsync("/Training");
        var course = await portal.InTenantAsync(Network.Tenant, db => db.Courses.AsNoTracking().SingleAsync(c => c.Title == "上岗考试"));
        var session = await vendor.SubmitAsync(
            sessions, "#Input_Trainer", ("Course", course.Id.ToString()), ("Date", "2026-03-02"), ("Trainer", "李老师"));
        Assert.Contains("5001", session.Text, StringComparison.Ordinal);

        var rows = session.All("td:first-child").ToList();
        var (first, second) = (rows.FindIndex(r => r.StartsWith("5001", StringComparison.Ordinal)), rows.FindIndex(r => r.StartsWith("5002", StringComparison.Ordinal)));
        var wrong = await vendor.SubmitAsync(session, "main form", ($"Entries[{first}].Attended", "true"), ($"Entries[{first}].Score", "101"));
        Assert.Contains("Points are 0 to 100", wrong.Text, StringComparison.Ordinal);
        var kept = await vendor.SubmitAsync(
            session, "main form", ($"Entries[{first}].Attended", "true"), ($"Entries[{first}].Score", "80"),
            ($"Entries[{second}].Attended", "true"), ($"Entries[{second}].Score", "79"));
        Assert.Contains("2 recorded, 1 certified", kept.Text, StringComparison.Ordinal);

        var certificate = await portal.InTenantAsync(Network.Tenant, db => db.Certificates.AsNoTracking().SingleAsync(c => c.Title == "上岗考试"));
        Assert.Equal((today, new DateOnly(2027, 3, 1)), (certificate.ValidFrom, certificate.ValidUntil));
        var violations = await vendor.GetAsync("/Training/Violations");
        Assert.Contains("5002", violations.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5001", violations.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_fails_opens_a_technical_issue_and_one_that_passes_opens_none()
    {
        using var lead = await portal.SignedInAsync(Network.At(Role.VendorAgentLead, Network.Vendors[0]));
        var page = await lead.GetAsync("/Training/Checks");
        var silent = await lead.SubmitAsync(page, Unticked(page, 0), [], []);
        Assert.Contains("Say what is wrong", silent.Text, StringComparison.Ordinal);
        page = await lead.GetAsync("/Training/Checks");
        var failed = await lead.SubmitAsync(page, Unticked(page, 0), [("Entries[0].Note", "外呼线路全部占线")], []);
        Assert.Contains("the failures opened", failed.Text, StringComparison.Ordinal);
        var issue = await portal.InTenantAsync(Network.Tenant, db => db.Issues.AsNoTracking().SingleAsync(i => i.Title.Contains("Telephony") || i.Title.Contains("话务系统")));
        Assert.Equal((ProblemType.TechnicalFault, Severity.S2, Network.Contracts[0].Id), (issue.ProblemType, issue.Severity, issue.ContractId));
        var works = await lead.SubmitAsync(await lead.GetAsync("/Training/Checks"), "main form[method=post]");
        Assert.Contains("All works", works.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_briefing_from_the_outlet_is_signed_for_by_each_agent()
    {
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[2]));
        var page = await outlet.GetAsync("/Training/Briefings");
        var published = await outlet.SubmitAsync(page, "#Input_Body", ("Title", "清明停运口径"), ("Body", "先致歉，再给时限。"));
        Assert.Contains("清明停运口径", published.Text, StringComparison.Ordinal);
        using var lead = await portal.SignedInAsync(Network.At(Role.VendorAgentLead, Network.Vendors[1]));
        var briefing = await portal.InTenantAsync(Network.Tenant, db => db.Briefings.AsNoTracking().SingleAsync(b => b.Title == "清明停运口径"));
        var read = await lead.GetAsync($"/Training/Briefing/{briefing.Id}");
        var form = read.Form("input[name=numbers]");
        read.Document.QuerySelector("input[name=numbers]")!.SetAttribute("checked", "");
        Assert.Contains("1 receipt recorded", (await lead.SubmitAsync(read, form, [], [])).Text, StringComparison.Ordinal);
        var receipts = await portal.InTenantAsync(Network.Tenant, db => db.BriefingReceipts.CountAsync(r => r.BriefingId == briefing.Id));
        Assert.Equal(1, receipts);
    }

    [Fact]
    public async Task An_order_from_an_issue_is_met_by_attendance_and_a_passed_retest()
    {
        var (issue, course, agent) = await portal.InTenantAsync(Network.Tenant, async db => (
            await db.Issues.AsNoTracking().FirstAsync(i => i.ContractId == Network.Contracts[0].Id && i.Source == null && i.State == IssueState.InProgress),
            await db.Courses.AsNoTracking().FirstAsync(c => c.ContractId == Network.Contracts[0].Id && c.Title.EndsWith("理赔口径")),
            await db.Agents.AsNoTracking().SingleAsync(a => a.ContractId == Network.Contracts[0].Id && a.Number == "1001")));
        using var outlet = await portal.SignedInAsync(Network.Headquarters);
        var page = await outlet.GetAsync($"/Training/Orders?issue={issue.Id.Value}");
        var form = page.Form("#order");
        var empty = await outlet.SubmitAsync(page, form, [("Course", course.Id.ToString())], []);
        Assert.Contains("Agents", empty.Find(".errsum"), StringComparison.Ordinal);
        page = await outlet.GetAsync($"/Training/Orders?issue={issue.Id.Value}");
        page.Document.QuerySelector($"input[name='Input.Agents'][value='{agent.Id}']")!.SetAttribute("checked", "");
        var given = await outlet.SubmitAsync(page, page.Form("#order"), [("Course", course.Id.ToString()), ("Topic", "理赔复训"), ("DueOn", "2026-03-09")], []);
        Assert.Contains("0 / 1", given.Text, StringComparison.Ordinal);
        Assert.Contains("Training", (await outlet.GetAsync($"/Issues/Details/{issue.Id.Value}")).Text, StringComparison.Ordinal);

        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        Assert.Contains("理赔复训", (await vendor.GetAsync("/")).Find("#staff"), StringComparison.Ordinal);
        var session = await vendor.SubmitAsync(
            await vendor.GetAsync("/Training"), "#Input_Trainer", ("Course", course.Id.ToString()), ("Date", "2026-03-02"), ("Trainer", "李老师"));
        var row = session.All("td:first-child").ToList().FindIndex(r => r.StartsWith("1001", StringComparison.Ordinal));
        await vendor.SubmitAsync(session, "main form", ($"Entries[{row}].Attended", "true"), ($"Entries[{row}].Score", "90"));
        var order = await portal.InTenantAsync(Network.Tenant, db => db.TrainingOrders.AsNoTracking().SingleAsync(o => o.Topic == "理赔复训"));
        var owed = await portal.InTenantAsync(Network.Tenant, db => db.Obligations.AsNoTracking().SingleAsync(o => o.Id == order.ObligationId));
        Assert.Equal((TrainingOrderState.Done, ObligationKind.Training, ClockState.Met, issue.Id), (order.State, owed.Kind, owed.State, owed.IssueId));
    }

    [Fact]
    public async Task A_brand_pack_is_signed_and_an_article_is_returned_then_approved()
    {
        using var headquarters = await portal.SignedInAsync(Network.Headquarters);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[1]));
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[2]));
        var brand = await headquarters.GetAsync($"/Training/Brand?contract={Network.Contracts[1].Id.Value}");
        var refused = await headquarters.SubmitAsync(
            brand, brand.Form("#Input_Rules"), [("Title", "门头与话术"), ("Rules", "先报品牌")], [("file", "rules.exe", [1, 2, 3])]);
        Assert.Contains("rules.exe", refused.Find(".errsum"), StringComparison.Ordinal);
        await headquarters.SubmitAsync(brand, brand.Form("#Input_Rules"), [("Title", "门头与话术"), ("Rules", "先报品牌")], [("file", "rules.pdf", "%PDF-1.7\n%%EOF"u8.ToArray())]);
        Assert.Contains("brand pack version 2 is not signed", (await vendor.GetAsync("/")).Find("#staff"), StringComparison.Ordinal);
        var pack = await portal.InTenantAsync(Network.Tenant, db => db.BrandPacks.AsNoTracking().SingleAsync(p => p.Title == "门头与话术"));
        Assert.Equal("%PDF-1.7\n%%EOF", await vendor.Http.GetStringAsync($"/Training/BrandPack/{pack.Id}?handler=File"));
        Assert.Contains("Signed", (await vendor.SubmitAsync(await vendor.GetAsync($"/Training/BrandPack/{pack.Id}"), "main form")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not signed", (await vendor.GetAsync("/")).Text, StringComparison.Ordinal);

        var list = await vendor.GetAsync("/Training/Knowledge");
        var personal = await vendor.SubmitAsync(list, "#propose", ("Title", "高值件"), ("Body", "回电13800002097"), ("Outlet", Network.Outlets[2].Id.Value.ToString()));
        Assert.Contains("telephone number", personal.Text, StringComparison.Ordinal);
        var proposed = await vendor.SubmitAsync(list, "#propose", ("Title", "高值件签收"), ("Body", "提醒当面验货"), ("Outlet", Network.Outlets[2].Id.Value.ToString()));
        var returned = await outlet.SubmitAsync(await outlet.GetAsync(proposed.Path), "#reason", ("reason", "写明时限"));
        Assert.Contains("写明时限", returned.Text, StringComparison.Ordinal);
        await vendor.SubmitAsync(await vendor.GetAsync(proposed.Path), "#Input_Body", ("Body", "提醒当面验货，两小时内登记"));
        var waiting = await outlet.GetAsync(proposed.Path);
        await outlet.SubmitAsync(waiting, waiting.Form("#decide form"), [], []);
        Assert.Contains("高值件签收", (await outlet.GetAsync("/Training/Knowledge?q=%E4%B8%A4%E5%B0%8F%E6%97%B6&state=Approved")).Find("main table"), StringComparison.Ordinal);
        Assert.Contains("Nothing matches", (await outlet.GetAsync("/Training/Knowledge?q=zzz")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_quarter_begins_once_and_the_vendor_is_told_how_many_have_passed()
    {
        for (var i = 0; i < 2; i++)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(Network.Tenant, actorName: "job");
            await scope.ServiceProvider.GetRequiredService<TrainingDuties>().RunAsync(CancellationToken.None);
        }

        var quarters = await portal.InTenantAsync(Network.Tenant, db => db.BrandQuarters.AsNoTracking()
            .Where(q => q.From == new DateOnly(2026, 1, 1)).GroupBy(q => q.ContractId).Select(g => g.Count()).ToListAsync());
        Assert.All(quarters, count => Assert.Equal(1, count));
        Assert.NotEmpty(quarters);
    }

    /// <summary>The form with one tick taken out.</summary>
    private static AngleSharp.Html.Dom.IHtmlFormElement Unticked(Screen page, int place)
    {
        page.Document.QuerySelector($"input[type=checkbox][name='Entries[{place}].Works']")!.RemoveAttribute("checked");
        return page.Form("input[name='Entries[0].Item']");
    }

    private Task<int> HireAsync(DateOnly today) => portal.InTenantAsync(Network.Tenant, async db =>
    {
        var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == Network.Contracts[0].Id);
        foreach (var number in new[] { "5001", "5002" })
        {
            var agent = new Agent(contract, new AgentDetails(number, "新人", null, [Channel.Voice], []), today.AddDays(-7), portal.Clock.Now);
            var day = new AgentDay(agent, today.AddDays(1), Channel.Voice, "lead", portal.Clock.Now);
            day.Plan(DayMask.Between(18, 34), Channel.Voice, 0);
            db.AddRange(agent, day);
        }

        return await db.SaveChangesAsync();
    });
}
