using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Issues;

/// <summary>Each of the six playbooks from the filing to the closing, by outlet, vendor and headquarters, through the pages.</summary>
public sealed class PlaybookWalkTests(Portal portal) : IClassFixture<Portal>
{
    private const string Ticks = "#playbook form[action*='handler=Tick']";

    [Theory]
    [InlineData(ProblemType.SlowOrPoorService)]
    [InlineData(ProblemType.ComplaintMishandled)]
    [InlineData(ProblemType.StaffShortage)]
    [InlineData(ProblemType.TechnicalFault)]
    [InlineData(ProblemType.OffBrand)]
    [InlineData(ProblemType.ReportInaccurateOrLate)]
    public async Task An_issue_of_each_type_goes_from_filing_to_closing_by_its_playbook(ProblemType type)
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        using var headquarters = await portal.HeadquartersAsync();
        var bare = await outlet.FileAsync($"{type} 全流程", type.ToString());
        var needsEvidence = bare.Path == "/Issues/Open";
        Assert.Equal(type == ProblemType.SlowOrPoorService, needsEvidence);
        var filed = needsEvidence
            ? await outlet.FileAsync(
                $"{type} 全流程", type.ToString(), null, ("一.mp3", IssuePages.Recording), ("二.txt", IssuePages.Chat), ("三.txt", IssuePages.Chat))
            : bare;
        Assert.Equal(Playbook.For(type).DefaultSeverity, (await StoredAsync(filed)).Severity);

        var seen = await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Acknowledge");
        seen = await vendor.DoAsync(seen, "Reply", ("words", "已安排专人核查。"));
        seen = await vendor.DoAsync(seen, "Contain", ("words", "已采取临时措施。"));
        await headquarters.DoAsync(await headquarters.GetAsync(filed.Path), "Escalate", ("words", "请供应商项目经理直接跟进。"));
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        seen = await TickAllAsync(vendor, filed);
        if (seen.Document.QuerySelector("form[action*='handler=TellCustomer']") is not null)
        {
            var told = portal.Clock.Now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            seen = await vendor.DoAsync(seen, "TellCustomer", ("words", "录音编号 0302"), ("at", told));
        }

        await vendor.DoAsync(seen, "Resolve", ("words", "已整改完毕。"));
        await TickAllAsync(outlet, filed);
        var open = await outlet.GetAsync(filed.Path);
        await outlet.DoAsync(open, "Close");

        var stored = await StoredAsync(filed);
        Assert.Equal((IssueState.Closed, 2), (stored.State, stored.EscalationLevel));
        Assert.Equal(type == ProblemType.ComplaintMishandled, stored.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold));
        // The investigation and the cause of a fault are owed beyond the closing, on pages of their own.
        Assert.All(
            stored.Obligations.Where(o => o.Kind is not (ObligationKind.Investigate or ObligationKind.RootCause)),
            o => Assert.Equal(ClockState.Met, o.State));
        Assert.All(stored.Checklist, line => Assert.True(line.IsDone, line.Code));
        Assert.DoesNotContain(stored.Checklist, line => line.Overruled);
    }

    /// <summary>Every line that this side may tick, with a proof.</summary>
    private static async Task<Screen> TickAllAsync(Visitor visitor, Screen issue)
    {
        var page = await visitor.GetAsync(issue.Path);
        for (var i = 0; i < 20 && page.Document.QuerySelector(Ticks) is not null; i++)
        {
            var proof = page.Document.QuerySelector(Ticks + " textarea") is not null;
            page = proof ? await visitor.SubmitAsync(page, Ticks + " textarea", ("words", $"凭证 {i + 1}")) : await visitor.SubmitAsync(page, Ticks);
        }

        return page;
    }

    private Task<Issue> StoredAsync(Screen filed) => portal.InTenantAsync(portal.Networks.Own.Tenant, db =>
    {
        var id = IssueId.From(Guid.Parse(filed.IdOf()));
        return db.Issues.AsNoTracking().Include(i => i.Obligations).Include(i => i.Checklist).AsSplitQuery().SingleAsync(i => i.Id == id);
    });
}
