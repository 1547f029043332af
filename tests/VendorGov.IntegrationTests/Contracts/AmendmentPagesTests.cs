using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Scorecards;
using Xunit;

namespace VendorGov.IntegrationTests.Contracts;

/// <summary>Two sides negotiate over the pages. Each test has a contract of its own network or settles what it opened.</summary>
public sealed class AmendmentPagesTests(Portal portal) : IClassFixture<Portal>
{
    private const string Answer = "main form[method=post][action*=Agree]";
    private const string NoForm = "main form[method=post][action*=Withdraw]";

    private Network Own => portal.Networks.Own;

    private Contract First => Own.Contracts[0];

    [Fact]
    public async Task Headquarters_propose_the_vendor_agrees_and_a_month_that_is_past_computes_as_before()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var before = await FebruaryAsync();

        var sent = await ProposeAsync(hq, First, ("MonthlyCap", "7.5"), ("Charge", "61000"), ("Input.WeeklyDemanded", "true"), ("WeeklyDay", "3"), ("Emergency", "先电话后书面"));
        Assert.Contains("/Contracts/Amendment/", sent.Path, StringComparison.Ordinal);
        Assert.Contains("Monthly cap|10%|7.5%", Rows(sent));
        Assert.Contains("Monthly charge|¥50,000.00|¥61,000.00", Rows(sent));
        Assert.Contains("Weekly report|not agreed|by working day 3 of the next week, 18:00", Rows(sent));
        await RefuseSecondAsync(First.Id);
        Assert.Contains("Emergency clause|not agreed|先电话后书面", Rows(sent));

        var agreed = await vendor.SubmitAsync(await vendor.GetAsync(sent.Path), Answer);
        Assert.Contains("Agreed", agreed.Find("main .st"), StringComparison.Ordinal);

        var versions = await portal.InTenantAsync(Own.Tenant, db => db.TermsVersions.AsNoTracking()
            .Where(t => t.ContractId == First.Id).OrderBy(t => t.Number).ToListAsync());
        Assert.Equal([(1, 10m, 50_000m), (2, 7.5m, 61_000m)], versions.Select(v => (v.Number, v.Terms.Credits.MonthlyCapPercent, v.Terms.MonthlyCharge!.Value)));
        Assert.Equal(new DateOnly(2026, 4, 1), versions[1].EffectiveFrom);
        Assert.Equal(before, await FebruaryAsync());

        var compare = await hq.GetAsync($"/Contracts/Compare/{First.Id.Value}");
        Assert.Contains("Monthly cap|10%|7.5%", Rows(compare));
    }

    [Fact]
    public async Task The_side_that_proposed_cannot_agree_and_strangers_find_nothing()
    {
        var contract = Own.Contracts[1];
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[1]));
        using var other = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        using var outlet = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[2]));
        using var foreignOutlet = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0]));
        var sent = await ProposeAsync(vendor, contract, ("MinimumFacts", "40"));

        var own = await vendor.SubmitAsync(sent, sent.Form(NoForm), [], []) ;
        Assert.Contains("Withdrawn", own.Text, StringComparison.Ordinal);
        var second = await ProposeAsync(vendor, contract, ("MinimumFacts", "45"));
        var token = second.Form(NoForm);
        var forced = await vendor.Http.PostAsync(second.Path + "?handler=Agree", new FormUrlEncodedContent(FormFields.Of(token)));
        Assert.Contains("The other side answers", await forced.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await outlet.GetAsync(second.Path)).Status);
        Assert.Null((await outlet.GetAsync(second.Path)).Document.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await outlet.GetAsync($"/Contracts/Terms/{contract.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(second.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await foreignOutlet.GetAsync(second.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/Contracts/Terms/{contract.Id.Value}")).Status);

        // A second proposal waits for the first to be settled.
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var late = await ProposeAsync(hq, contract, ("MinimumFacts", "60"));
        Assert.Contains("Another amendment waits", late.Text, StringComparison.Ordinal);

        var asked = await hq.GetAsync(second.Path);
        var noReason = await hq.SubmitAsync(asked, "main form[action*=Refuse]", ("Reason", " "));
        Assert.Contains("Enter a reason", noReason.Text, StringComparison.Ordinal);
        var refused = await hq.SubmitAsync(noReason, "main form[action*=Refuse]", ("Reason", "样本不足"));
        Assert.Contains("样本不足", refused.Text, StringComparison.Ordinal);

        // Whoever looked at it before the answer is told that it changed.
        var stale = await hq.SubmitAsync(asked, Answer);
        Assert.Contains("Changed meanwhile", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_wrong_says_so_beside_the_fields_and_keeps_what_was_typed()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var page = await hq.GetAsync($"/Contracts/Terms/{First.Id.Value}");

        var wrong = await hq.SubmitAsync(
            page, "main form[method=post]", ("Input.Metrics[0].Weight", "1"), ("Input.Metrics[1].Minimum", "101"), ("Input.Metrics[2].Severe", "3"), ("Note", "  "));

        Assert.Equal("1", wrong.Document.QuerySelector("[name='Input.Metrics[0].Weight']")!.GetAttribute("value"));
        Assert.Contains("the minimum cannot be better", wrong.Find("[id='Input_Metrics_1__Minimum-error']"), StringComparison.Ordinal);
        Assert.Contains("both edges", wrong.Find("[id='Input_Metrics_2__Severe-error']"), StringComparison.Ordinal);
        Assert.Contains("Enter Why", wrong.Find("[id='Input_Note-error']"), StringComparison.Ordinal);

        var sum = await hq.SubmitAsync(page, "main form[method=post]", ("Input.Metrics[0].Weight", "1"), ("Note", "试算"));
        Assert.Contains("they must sum to 100", sum.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_contract_takes_its_first_terms_without_the_vendor_and_is_left_out_of_the_edit_page()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var create = await hq.GetAsync("/Contracts/Edit");
        var saved = await hq.SubmitAsync(
            create, "main form[method=post]", ("Number", "C-9"), ("Vendor", Own.Vendors[0].Id.Value.ToString()), ("Title", "夜间客服"),
            ("Charge", "8000"), ("Input.Channels", "Voice"), ("Input.Outlets", Own.Outlets[0].Id.Value.ToString()));
        Assert.StartsWith("/Contracts/Details/", saved.Path, StringComparison.Ordinal);

        var terms = await hq.GetAsync(saved.Path.Replace("Details", "Terms", StringComparison.Ordinal));
        var direct = await hq.SubmitAsync(terms, "main form[method=post]", ("Charge", "8500"), ("Scoring", "Stepped"));

        Assert.Contains("Terms version 2 is saved", direct.Text, StringComparison.Ordinal);
        Assert.Contains("¥8,500.00", direct.Text, StringComparison.Ordinal);
        Assert.Contains("Stepped", direct.Text, StringComparison.Ordinal);
        var edit = await hq.GetAsync(saved.Path.Replace("Details", "Edit", StringComparison.Ordinal));
        Assert.Null(edit.Document.QuerySelector("[name='Input.Charge']"));
    }

    [Fact]
    public async Task Each_side_edits_its_own_contacts_and_two_who_edit_at_once_are_told()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var path = $"/Contracts/Contacts/{First.Id.Value}";
        var stale = await hq.GetAsync(path);
        var saved = await vendor.SubmitAsync(await vendor.GetAsync(path), "main form[method=post]", ("Lines[0].Name", "林一"), ("Lines[0].Phone", "139 0000 0000"));
        Assert.Contains("林一", saved.Text, StringComparison.Ordinal);

        var conflict = await hq.SubmitAsync(stale, "main form[method=post]", ("Lines[0].Name", "周敏"));
        Assert.Contains("Changed meanwhile", conflict.Text, StringComparison.Ordinal);
        var again = await hq.SubmitAsync(conflict, "main form[method=post]");

        Assert.Contains("周敏", again.Text, StringComparison.Ordinal);
        Assert.Contains("林一", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supervision_is_recorded_by_headquarters_and_read_by_the_vendor()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var path = $"/Contracts/Protection/{First.Id.Value}";
        var late = await hq.SubmitAsync(await hq.GetAsync(path), "main form[method=post]", ("HeldOn", "2026-03-09"), ("Findings", "抽查录音调听记录"));
        Assert.Contains("later than today", late.Text, StringComparison.Ordinal);

        var saved = await hq.SubmitAsync(late, "main form[method=post]", ("Kind", "Supervision"), ("HeldOn", "2026-03-01"));

        Assert.Contains("抽查录音调听记录", saved.Text, StringComparison.Ordinal);
        var read = await vendor.GetAsync(path);
        Assert.Contains("抽查录音调听记录", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Document.QuerySelector("main form[method=post]"));
    }

    /// <summary>Two who propose at the same moment: the key lets one through.</summary>
    private Task RefuseSecondAsync(ContractId contract) => Assert.ThrowsAsync<DbUpdateException>(() => portal.InTenantAsync(Own.Tenant, async db =>
    {
        var latest = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract).OrderByDescending(t => t.Number).FirstAsync();
        var wished = latest.Agreed with { EffectiveFrom = new DateOnly(2026, 5, 1), Terms = latest.Terms with { MinimumFacts = 77 } };
        db.Amendments.Add(Amendment.Propose(
            await db.Contracts.SingleAsync(c => c.Id == contract), latest, wished, "同时", new Author(null, "何青", Side.Buyer), new DateOnly(2026, 3, 2), portal.Clock.Now));
        return await db.SaveChangesAsync();
    }));

    private static IEnumerable<string> Rows(Screen screen) =>
        screen.Document.QuerySelectorAll(".diff tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())));

    private static async Task<Screen> ProposeAsync(Visitor by, Contract contract, params (string, string)[] values)
    {
        var page = await by.GetAsync($"/Contracts/Terms/{contract.Id.Value}");
        return await by.SubmitAsync(page, "main form[method=post]", [.. values, ("Note", "按季度复盘调整")]);
    }

    /// <summary>The draft of February as the run computes it now.</summary>
    private Task<string> FebruaryAsync() => portal.InTenantAsync(Own.Tenant, async (db, services) =>
    {
        var month = new YearMonth(2026, 2);
        await services.GetRequiredService<ScorecardRun>().RunAsync(month, new RunOptions(Contract: First.Id), CancellationToken.None);
        var content = await db.Scorecards.AsNoTracking().Where(s => s.ContractId == First.Id && s.Month == month).Select(s => s.Content).SingleAsync();
        return JsonSerializer.Serialize(content);
    });
}
