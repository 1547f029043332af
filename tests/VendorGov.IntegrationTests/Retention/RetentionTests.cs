using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Audit;
using VendorGov.Web.Features.Retention;
using Xunit;

namespace VendorGov.IntegrationTests.Retention;

public sealed class RetentionTests(Portal portal) : IClassFixture<Portal>
{
    private const string Phone = "13912348765";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_person_is_found_handed_over_and_erased_and_a_hold_keeps_what_it_covers()
    {
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var (first, second) = (await FileAsync("first"), await FileAsync("second"));
        var open = await FindAsync(headquarters, Phone);
        Assert.Contains("The issue is open", open.Find("tbody"), StringComparison.Ordinal);
        await CloseAsync(first);
        await NoteAsync(second);
        await CloseAsync(second);
        await HoldAsync(headquarters, second);

        var found = await FindAsync(headquarters, Phone);
        Assert.Contains("Under a legal hold", found.Find("tbody"), StringComparison.Ordinal);
        var file = await headquarters.SubmitAsync(found, "form[action*='handler=Export']");
        Assert.Equal("personal-data.xlsx", file.Answer.Content.Headers.ContentDisposition?.FileName);
        var done = await headquarters.SubmitAsync(found, "form[action*='handler=Erase']");
        Assert.Contains("1 place erased", done.Text, StringComparison.Ordinal);

        var (gone, kept) = (await IssueAsync(first), await IssueAsync(second));
        Assert.Equal(("赵**", "139****8765"), (gone.CustomerName, gone.CustomerPhone));
        Assert.DoesNotContain(Phone, gone.Description, StringComparison.Ordinal);
        Assert.Equal(Phone, kept.CustomerPhone);
        // What hangs on a held issue is held with it.
        Assert.Contains(Phone, await portal.InTenantAsync(Own.Tenant, db => db.IssueMessages.Where(m => m.IssueId == second).Select(m => m.Body).SingleAsync()), StringComparison.Ordinal);
        Assert.Null((await portal.InTenantAsync(Own.Tenant, (_, s) => ChainedAsync(s))).Break);
        Assert.Equal(3, await portal.InTenantAsync(Own.Tenant, db => db.AuditEntries.CountAsync(a => a.Subject == "PersonalData")) - 1);

        var few = await headquarters.SubmitAsync(await headquarters.GetAsync("/Retention/Person"), "#who", ("who", "139"));
        Assert.Contains("Enter a whole number", few.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_outlived_its_time_goes_once_and_the_trail_stays_whole()
    {
        var network = portal.Networks.Foreign;
        using var headquarters = await portal.SignedInAsync(network.Headquarters);
        var page = await headquarters.GetAsync("/Retention");
        var refused = await headquarters.SubmitAsync(page, "#Periods_Audit", ("Audit", "12"));
        Assert.Contains("72", refused.Find(".field-validation-error, .errsum"), StringComparison.Ordinal);
        await headquarters.SubmitAsync(page, "#Periods_Audit", ("Recordings", "3"));
        await portal.InTenantAsync(network.Tenant, (_, s) => ChainedAsync(s));

        portal.Clock.Advance(TimeSpan.FromDays(365 * 7));
        var recordings = await portal.InTenantAsync(network.Tenant, db => db.QaContacts.CountAsync());
        var due = await RunAsync(network);
        Assert.Equal(recordings, due.Recordings);
        Assert.InRange(due.Audit, 20, int.MaxValue);
        Assert.Equal(0, await portal.InTenantAsync(network.Tenant, db => db.QaContacts.CountAsync(c => c.Recording != null)));
        var finding = await portal.InTenantAsync(network.Tenant, (_, s) => ChainedAsync(s));
        Assert.Null(finding.Break);
        Assert.InRange(finding.Checked, 1, 20);
        Assert.Equal(0, (await RunAsync(network)).Recordings);
    }

    private Task<Outlived> RunAsync(Network network) =>
        portal.InTenantAsync(network.Tenant, (_, services) => services.GetRequiredService<RetentionRun>().RunAsync(default));

    private static async Task<AuditFinding> ChainedAsync(IServiceProvider services)
    {
        var keeper = services.GetRequiredService<AuditKeeper>();
        await keeper.ChainAsync(default);
        return await keeper.CheckAsync(default);
    }

    private static async Task<Screen> FindAsync(Visitor visitor, string who) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/Retention/Person"), "#who", ("who", who));

    private async Task HoldAsync(Visitor visitor, IssueId issue)
    {
        var number = (await IssueAsync(issue)).Number;
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/Retention"), "#Hold_Number", ("What", "issue"), ("Number", "nothing"), ("Reason", "诉讼"));
        Assert.Contains("There is no issue of this number", page.Text, StringComparison.Ordinal);
        var held = await visitor.SubmitAsync(page, "#Hold_Number", ("Number", number));
        Assert.Contains("The hold is placed", held.Text, StringComparison.Ordinal);
    }

    private Task<Issue> IssueAsync(IssueId id) => portal.InTenantAsync(Own.Tenant, db => db.Issues.AsNoTracking().SingleAsync(i => i.Id == id));

    /// <summary>Files an issue by the page, as an outlet does.</summary>
    private async Task<IssueId> FileAsync(string title)
    {
        using var manager = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0]));
        var form = await manager.GetAsync("/Issues/Open");
        var filed = await manager.SubmitAsync(form, "form[data-draft]",
            ("Type", nameof(ProblemType.TechnicalFault)), ("Title", title), ("Description", $"客户 {Phone} 来电投诉"),
            ("CustomerName", "赵敏"), ("CustomerPhone", Phone));
        return IssueId.From(Guid.Parse(filed.Path.Split('/')[^1]));
    }

    private Task<int> NoteAsync(IssueId id) => portal.InTenantAsync(Own.Tenant, async db =>
    {
        var issue = await db.Issues.Include(i => i.Obligations).SingleAsync(i => i.Id == id);
        var terms = await db.TermsVersions.SingleAsync(v => v.Id == issue.TermsVersionId);
        var faces = new ClockFaces(BusinessCalendar.Always, BusinessCalendar.Always, []);
        db.Add(issue.Write(new Author(null, "周敏", Side.Buyer), isInternal: true, $"已回拨 {Phone}", terms.Terms, faces, portal.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private Task<int> CloseAsync(IssueId id) => portal.InTenantAsync(Own.Tenant, db => db.Issues.Where(i => i.Id == id)
        .ExecuteUpdateAsync(s => s.SetProperty(i => i.ClosedAt, portal.Clock.Now).SetProperty(i => i.State, IssueState.Closed)));
}
