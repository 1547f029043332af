using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
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
