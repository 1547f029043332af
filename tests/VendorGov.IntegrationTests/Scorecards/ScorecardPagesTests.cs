using System.Net;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Scorecards;

public sealed class ScorecardPagesTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task Every_figure_of_a_scorecard_opens_its_facts()
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        var card = await CardAsync(ScorecardState.Published, Own.Vendors[0].Id);

        var page = await visitor.GetAsync($"/Scorecards/Details/{card.Id.Value}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(card.Content.VendorName, page.Text);
        var facts = page.Links.Where(l => l.Contains("/Scorecards/Facts", StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(facts);
        foreach (var link in facts)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
        }
    }

    [Fact]
    public async Task The_list_filters_by_month_state_and_words()
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        var card = await CardAsync(ScorecardState.Published, Own.Vendors[0].Id);

        var found = await visitor.GetAsync($"/Scorecards?month={card.Month}&state=Published&sort=-score&q={Uri.EscapeDataString(card.Content.VendorName)}");
        var none = await visitor.GetAsync("/Scorecards?q=nobody-is-called-so");

        Assert.Contains($"/Scorecards/Details/{card.Id.Value}", found.Links);
        Assert.DoesNotContain(none.Links, l => l.Contains("/Scorecards/Details/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vendor_reads_its_own_published_scorecard_and_finds_no_draft_and_no_others()
    {
        using var visitor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var published = await CardAsync(ScorecardState.Published, Own.Vendors[0].Id);
        var draft = await CardAsync(ScorecardState.Draft, Own.Vendors[0].Id);
        var others = await CardAsync(ScorecardState.Published, Own.Vendors[1].Id);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, published));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, draft));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, others));
        var list = await visitor.GetAsync("/Scorecards");
        Assert.DoesNotContain(list.Links, l => l.Contains(draft.Id.Value.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_ranking_names_all_vendors_to_headquarters_and_none_but_itself_to_a_vendor()
    {
        var card = await CardAsync(ScorecardState.Published, Own.Vendors[0].Id);
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));

        var all = await headquarters.GetAsync($"/Rankings?month={card.Month}");
        var own = await vendor.GetAsync($"/Rankings?month={card.Month}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (all.Status, own.Status));
        Assert.All(Own.Vendors, v => Assert.Contains(v.Name, all.Text));
        Assert.DoesNotContain(Own.Vendors[1].Name, own.Text);
    }

    [Theory]
    [InlineData("Pdf", "zh-CN", "%PDF")]
    [InlineData("Pdf", "en", "%PDF")]
    [InlineData("Xlsx", "zh-CN", "PK")]
    [InlineData("Xlsx", "en", "PK")]
    public async Task A_scorecard_is_taken_away_in_either_language(string handler, string language, string start)
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        var card = await CardAsync(ScorecardState.Published, Own.Vendors[0].Id);

        var file = await visitor.Http.GetByteArrayAsync($"/Scorecards/Details/{card.Id.Value}?handler={handler}&lang={language}");

        Assert.Equal(start, System.Text.Encoding.ASCII.GetString(file, 0, start.Length));
    }

    [Fact]
    public async Task The_credit_statement_is_for_those_who_may_see_credits()
    {
        var card = await CardAsync(ScorecardState.Published, Own.Vendors[0].Id);
        var address = $"/Scorecards/Details/{card.Id.Value}?handler=Statement";
        using var manager = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        using var lead = await portal.SignedInAsync(Own.At(Role.VendorAgentLead, Own.Vendors[0]));

        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(lead, card));
        Assert.DoesNotContain((await lead.GetAsync($"/Scorecards/Details/{card.Id.Value}")).Links, l => l.Contains("handler=Statement", StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, Scorecard card) =>
        (await visitor.GetAsync($"/Scorecards/Details/{card.Id.Value}")).Status;

    private Task<Scorecard> CardAsync(ScorecardState state, VendorId vendor) => portal.InTenantAsync(
        Own.Tenant,
        db => db.Scorecards.AsNoTracking().FirstAsync(s => s.State == state && s.VendorId == vendor));
}
