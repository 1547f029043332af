using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Features.Staffing;
using Xunit;

namespace VendorGov.IntegrationTests.Staffing;

/// <summary>A month of one vendor's staff from the import of its agents to the scorecard, through the pages.</summary>
public sealed class StaffingTests(Portal portal) : IClassFixture<Portal>
{
    private Network Network => portal.Networks.Own;

    private Contract Contract => Network.Contracts[0];

    [Fact]
    public async Task A_month_of_staffing_from_the_first_agent_to_the_scorecard()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[0]));
        await ImportAgentsAsync(vendor);
        await SeeNoMoreThanAllowedAsync(outlet);
        await DemandAsync(outlet);
        await PlanAsync(vendor);
        await RunShortAsync();
        await ReportAsync();
        await ScoreAsync();
    }

    [Fact]
    public async Task A_vacancy_is_filled_by_a_certified_agent_only_and_counts_in_time()
    {
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[2]));
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[1]));
        var page = await outlet.GetAsync("/Staffing/Replacements");
        var empty = await outlet.SubmitAsync(page, "#ask", ("Handover", ""));
        Assert.Contains("Enter Handover", empty.Text, StringComparison.Ordinal);
        await outlet.SubmitAsync(page, "#ask", ("Reason", "Left"), ("Handover", "三件未结投诉"));

        await portal.InTenantAsync(Network.Tenant, async db =>
        {
            var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == Network.Contracts[1].Id);
            db.Add(new Agent(contract, new AgentDetails("2002", "接任坐席", null, [Channel.Voice], []), new DateOnly(2026, 2, 1), portal.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var request = await portal.InTenantAsync(Network.Tenant, db => db.ReplacementRequests.AsNoTracking().SingleAsync(r => r.Handover == "三件未结投诉"));
        var successor = await portal.InTenantAsync(Network.Tenant, db => db.Agents.AsNoTracking().SingleAsync(a => a.Number == "2002"));
        var refused = await FillAsync(vendor, request.Id, successor.Id);
        Assert.Contains("has no valid certificate", refused.Text, StringComparison.Ordinal);

        var card = await vendor.GetAsync($"/Staffing/Agent/{successor.Id}");
        await vendor.SubmitAsync(card, "#title", ("title", "上岗证"));
        Assert.Contains("Filled", (await FillAsync(vendor, request.Id, successor.Id)).Text, StringComparison.Ordinal);
        var owed = await portal.InTenantAsync(Network.Tenant, db => db.Obligations.AsNoTracking().SingleAsync(o => o.Id == request.ObligationId));
        Assert.Equal((ObligationKind.FillVacancy, ClockState.Met), (owed.Kind, owed.State));
    }

    private static async Task<Screen> FillAsync(Visitor vendor, Guid request, Guid agent)
    {
        var page = await vendor.GetAsync("/Staffing/Replacements");
        return await vendor.SubmitAsync(page, $"#s-{request}", ("agent", agent.ToString()));
    }

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task ImportAgentsAsync(Visitor vendor)
    {
        const string Head = "工号,姓名,手机号,渠道,入职日期,上岗证名称,上岗证生效,上岗证到期\n";
        var page = await vendor.GetAsync("/Staffing/AgentsImport");
        var wrong = await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "a.csv", Csv(Head + "3001,王敏,13812342097,传真,2025-01-01,,,\n"))]);
        Assert.Contains("The contract has no such channel", wrong.Text, StringComparison.Ordinal);
        var preview = await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "a.csv", Csv(
            Head + "3001,王敏,13812342097,电话,2025-01-01,上岗证,2025-06-01,2026-05-31\n3002,李静,13912340000,电话,2025-01-01,上岗证,2025-06-01,2026-03-04\n"))]);
        Assert.Contains("2 new, 0 changed, 0 unchanged", preview.Text, StringComparison.Ordinal);
        var applied = await vendor.SubmitAsync(preview, "input[name=payload]");
        Assert.Contains("2 new, 0 changed", applied.Text, StringComparison.Ordinal);
        Assert.Contains("13812342097", applied.Text, StringComparison.Ordinal);
    }

    private async Task SeeNoMoreThanAllowedAsync(Visitor outlet)
    {
        var list = await outlet.GetAsync("/Staffing/Agents");
        Assert.Contains("王敏", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2097", list.Document.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025", list.Text, StringComparison.Ordinal);
        using var headquarters = await portal.SignedInAsync(Network.Headquarters);
        var all = await headquarters.GetAsync($"/Staffing/Agents?contract={Contract.Id.Value}");
        Assert.Contains("138****2097", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812342097", all.Document.Source.Text, StringComparison.Ordinal);
    }

    /// <summary>A hundred calls of three minutes in half an hour take 14 heads; the outlet then asks for two in four half hours of two days.</summary>
    private static async Task DemandAsync(Visitor outlet)
    {
        var page = await outlet.GetAsync("/Staffing/Demand");
        var form = page.Form("#Input_Handling");
        form.SetAttribute("action", "/Staffing/Demand?handler=Preview");
        var computed = await outlet.SubmitAsync(page, form, [("Handling", "180"), ("Input.Figures[20]", "100")], []);
        Assert.Contains("7 head hours, 14 heads at the peak", computed.Text, StringComparison.Ordinal);
        page = await outlet.GetAsync("/Staffing/Demand");
        var saved = await outlet.SubmitAsync(
            page, "#Input_Handling", ("From", "2026-03-04"), ("To", "2026-03-05"), ("Entered", "true"),
            ("Input.Figures[18]", "2"), ("Input.Figures[19]", "2"), ("Input.Figures[20]", "2"), ("Input.Figures[21]", "2"));
        Assert.Contains("2 days changed", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Less than 10 working days ahead", saved.Text, StringComparison.Ordinal);
    }

    private async Task PlanAsync(Visitor vendor)
    {
        var page = await vendor.GetAsync("/Staffing/Upload?kind=Roster");
        var wrong = await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "r.csv", Csv("工号,日期,班次\n3001,2026-03-04,09:10-11:00\n3009,2026-03-04,09:00-11:00\n"))]);
        Assert.Contains("on the hour or half hour", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("No agent of this contract has this number", wrong.Text, StringComparison.Ordinal);
        var sent = await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "r.csv", Csv(
            "工号,日期,班次\n3001,2026-03-04,09:00-11:00\n3002,2026-03-04,09:00-11:00\n3001,2026-03-05,09:00-11:00\n3002,2026-03-05,22:00-02:00\n"))]);
        Assert.Contains("5 days changed", sent.Text, StringComparison.Ordinal);
        var days = await portal.InTenantAsync(Network.Tenant, db => db.AgentDays.AsNoTracking()
            .Where(d => d.ContractId == Contract.Id && d.Date >= new DateOnly(2026, 3, 4)).OrderBy(d => d.Date).ToListAsync());
        Assert.Equal(["09:00-11:00", "09:00-11:00", "09:00-11:00", "22:00-24:00", "00:00-02:00"], days.Select(d => d.Scheduled.ToString()).OrderBy(s => s == "00:00-02:00").ThenBy(s => s, StringComparer.Ordinal));
    }

    /// <summary>One of two is there: an alarm inside the half hour, to both sides, once.</summary>
    private async Task RunShortAsync()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 3, 4, 1, 0, 0, TimeSpan.Zero));
        using var vendor = await SignInAgainAsync();
        var page = await vendor.GetAsync("/Staffing/CheckIn");
        var form = page.Form($"tr:has(td .mono) form");
        form.SetAttribute("action", "/Staffing/CheckIn?handler=In");
        Assert.Contains("Here since 09:00", (await vendor.SubmitAsync(page, form, [], [])).Text, StringComparison.Ordinal);
        Assert.Equal(0, await WatchAsync());
        portal.Clock.Advance(TimeSpan.FromMinutes(8));
        Assert.Equal(1, await WatchAsync());
        Assert.Equal(0, await WatchAsync());
        var mails = await portal.InTenantAsync(Network.Tenant, db => db.Outbox.AsNoTracking().Where(m => m.Title.Contains("1 short")).Select(m => m.Recipient).ToListAsync());
        Assert.Equal(4, mails.Count);
        var alarms = await vendor.GetAsync("/Staffing/Alarms?unanswered=true");
        var answered = await vendor.SubmitAsync(alarms, alarms.Form("input[name=answer]"), [("answer", "一人迟到，已电话催促")], []);
        Assert.Equal(System.Net.HttpStatusCode.OK, answered.Status);
    }

    /// <summary>3001 was there all the time and had a declared break; 3002 came ten minutes late on the 4th and not at all on the 5th.</summary>
    private async Task ReportAsync()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 3, 6, 2, 0, 0, TimeSpan.Zero));
        using var vendor = await SignInAgainAsync();
        var page = await vendor.GetAsync("/Staffing/Upload?kind=Presence");
        var sent = await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "p.csv", Csv(
            "工号,日期,在岗时段,恢复休息\n3001,2026-03-04,09:00-11:00,10:00-10:15\n3002,2026-03-04,09:10-11:00,\n3001,2026-03-05,09:00-11:00,\n3002,2026-03-05,休,\n"))]);
        Assert.Contains("4 days changed", sent.Text, StringComparison.Ordinal);
        var revisions = await portal.InTenantAsync(Network.Tenant, db => db.AgentDays.AsNoTracking()
            .Where(d => d.ContractId == Contract.Id && d.Date == new DateOnly(2026, 3, 4)).CountAsync());
        Assert.Equal(4, revisions);
        var heat = await vendor.GetAsync("/Staffing?day=2026-03-04");
        Assert.Contains("09:30", heat.Find("#day table"), StringComparison.Ordinal);
        portal.Queries.Reset();
        await vendor.GetAsync("/Staffing/Roster?month=2026-03");
        Assert.InRange(portal.Queries.Count, 1, 15);
    }

    /// <summary>
    /// STAFF: of 8 required hours 3.75 - 1/6 on the 4th and 2 on the 5th. ADH: scheduled 2 - 0.25 + 2 + 2 + 2 + 2 hours. CERT: 3002's certificate ended on
    /// the 4th, so nobody was there without one.
    /// </summary>
    private async Task ScoreAsync()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 4, 13, 2, 0, 0, TimeSpan.Zero));
        using var vendor = await SignInAgainAsync();
        var march = new YearMonth(2026, 3);
        await portal.InTenantAsync(Network.Tenant, (_, services) => services.GetRequiredService<ScorecardRun>().RunAsync(march, new RunOptions(Contract.Id), default));
        var card = await portal.InTenantAsync(Network.Tenant, db => db.Scorecards.AsNoTracking().SingleAsync(s => s.ContractId == Contract.Id && s.Month == march));
        var metrics = card.Content.Metrics.ToDictionary(m => m.Code);
        var staffed = (225 - 10 + 120) / 60m;
        Assert.Equal((Provenance.Portal, staffed, 8m), (metrics["STAFF"].Source, metrics["STAFF"].Numerator, metrics["STAFF"].Denominator));
        Assert.Equal(((225 - 10 + 120) / 60m, 585 / 60m), (metrics["ADH"].Numerator, metrics["ADH"].Denominator));
        Assert.Equal((2m, 2m), (metrics["CERT"].Numerator, metrics["CERT"].Denominator));
        Assert.Equal((0m, 3m), (metrics["ATR"].Numerator, metrics["ATR"].Denominator));

        var page = await vendor.GetAsync("/Staffing/Upload?kind=Presence");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "p.csv", Csv("工号,日期,在岗时段\n3002,2026-03-05,22:00-23:00\n"))]);
        Assert.Equal((350, 410), (await PresentAsync(card.DraftedAt, march), await PresentAsync(portal.Clock.Now, march)));
        await portal.InTenantAsync(Network.Tenant, async (db, services) =>
        {
            var published = await db.Scorecards.SingleAsync(s => s.Id == card.Id);
            await services.GetRequiredService<SealChain>().PublishAsync([published], "总部", portal.Clock.Now, CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        var facts = await vendor.GetAsync($"/Scorecards/Facts/{card.Id.Value}?code=STAFF");
        Assert.Contains(VendorGov.Domain.Reports.ReportSchema.Default.FindField("staffed_h")!.NameEn, facts.Text, StringComparison.Ordinal);
        var late = await vendor.SubmitAsync(page, page.Form("#file"), [], [("file", "p.csv", Csv("工号,日期,在岗时段\n3002,2026-03-05,22:00-24:00\n"))]);
        Assert.Contains("is published; presence stands", late.Text, StringComparison.Ordinal);
    }

    /// <summary>Minutes of presence as they were known at the draft, whatever was recorded since.</summary>
    private Task<int> PresentAsync(DateTimeOffset at, YearMonth month) => portal.InTenantAsync(Network.Tenant, async db =>
        (await StaffingFacts.DaysAsync(db, [Contract.Id], month.FirstDay, month.LastDay, at, default)).Sum(d => d.Present?.TotalMinutes ?? 0));

    /// <summary>A session does not outlive two days of an idle clock.</summary>
    private Task<Visitor> SignInAgainAsync() => portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));

    private Task<int> WatchAsync() => portal.InTenantAsync(
        Network.Tenant, (_, services) => services.GetRequiredService<ShortfallWatch>().RunAsync(CancellationToken.None));
}
