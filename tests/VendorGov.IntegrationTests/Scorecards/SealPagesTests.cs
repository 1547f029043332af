using System.Net;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Scorecards;

public sealed class SealPagesTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task Anybody_can_check_a_document_and_learns_nothing_of_its_content()
    {
        var card = await PublishedAsync(Own.Vendors[1].Id);
        using var stranger = portal.Anonymous();

        var good = await stranger.GetAsync($"/Check?code={card.CheckCode}");
        Assert.Contains("是正式发布的评分卡", good.Text, StringComparison.Ordinal);
        Assert.Contains(card.Seal!, good.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Content.VendorName, good.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Content.ContractNumber, good.Text, StringComparison.Ordinal);
        string[] wrong = [new('0', 32), card.CheckCode![..31], card.CheckCode + "0", "%", card.Seal!, card.Id.Value.ToString()];
        foreach (var code in wrong)
        {
            var answer = await stranger.GetAsync($"/Check?code={Uri.EscapeDataString(code)}");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("没有找到这份文件", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_revision_is_drafted_for_a_reason_and_supersedes_the_old_one_once_it_is_published()
    {
        var old = await PublishedAsync(Own.Vendors[0].Id);
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var page = await hq.GetAsync($"/Scorecards/Details/{old.Id.Value}");
        Assert.Contains("reason", (await hq.SubmitAsync(page, "#revise form")).Text, StringComparison.OrdinalIgnoreCase);

        var draft = await hq.SubmitAsync(page, "#revise form", ("reason", "申诉成立，重算确认时限"));
        Assert.Contains("申诉成立，重算确认时限", draft.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync(draft.Path)).Status);
        Assert.Contains("published scorecard", (await hq.GetAsync($"/Check?code={old.CheckCode}")).Text, StringComparison.Ordinal);
        Assert.Contains("later revision", (await hq.SubmitAsync(page, "#revise form", ("reason", "又一次"))).Text, StringComparison.Ordinal);

        await hq.SubmitAsync(draft, "form[action*='handler=Publish']");

        Assert.Contains("superseded by a later one", (await hq.GetAsync($"/Check?code={old.CheckCode}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync($"/Scorecards/Details/{old.Id.Value}")).Status);
        var cards = await portal.InTenantAsync(Own.Tenant, db => db.Scorecards.AsNoTracking()
            .Where(s => s.ContractId == old.ContractId && s.SealNumber != null).OrderBy(s => s.SealNumber).ToListAsync());
        Assert.Equal([1, 2], cards.Select(c => c.Revision));
        Assert.Equal(cards[1].Seal, ScorecardSeal.Of(cards[1], cards[0].Seal!));
    }

    private Task<Scorecard> PublishedAsync(VendorId vendor) => portal.InTenantAsync(Own.Tenant, db => db.Scorecards.AsNoTracking()
        .SingleAsync(s => s.VendorId == vendor && s.State == ScorecardState.Published && s.Revision == 1));
}
