using System.Net;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Domain.Search;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.Web.Features.Search;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VendorGov.IntegrationTests.Search;

public sealed class SearchTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Words_are_found_in_title_description_thread_and_waybill_and_marked()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("冷链水果腐坏理赔", waybill: "SF1357924680");
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Reply", ("words", "已联系冷库核对 Temperature 记录"));

        foreach (var words in new[] { "冷链水果", "水果", "腐", "temperature 记录", "792468", "sf-1357", "无法查询轨迹 冷库", "理赔 SF1357924680" })
        {
            foreach (var visitor in new[] { outlet, vendor })
            {
                var found = await visitor.GetAsync("/Search?q=" + Uri.EscapeDataString(words));
                Assert.True(found.Find("#hits .hits")?.Contains("冷链水果腐坏理赔", StringComparison.Ordinal), $"“{words}” was not found");
            }
        }

        var marked = await vendor.GetAsync("/Search?q=" + Uri.EscapeDataString("TEMPERATURE"));
        Assert.Equal(["Temperature"], marked.All("mark"));
        Assert.Contains("Nothing holds", (await outlet.GetAsync("/Search?q=" + Uri.EscapeDataString("冷链 不存在的词"))).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing holds", (await outlet.GetAsync("/Search?q=%22%25_*%27--")).Text, StringComparison.Ordinal);
        Assert.Contains("冷链水果腐坏理赔", (await outlet.GetAsync("/Search?type=TechnicalFault&open=true&q=" + Uri.EscapeDataString("冷链"))).Text, StringComparison.Ordinal);
        Assert.Null((await outlet.GetAsync("/Search?open=false&q=" + Uri.EscapeDataString("冷链"))).Document.QuerySelector(".hits"));
        var csv = await outlet.Http.GetStringAsync("/Search?handler=Export&format=csv&q=" + Uri.EscapeDataString("冷链"));
        Assert.Contains("冷链水果腐坏理赔", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_internal_note_is_found_by_its_own_side_alone(bool byBuyer)
    {
        var secret = byBuyer ? "考虑更换外包团队" : "人手其实已经不够";
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var filed = await outlet.FileAsync("备注可见范围");
        var (author, other) = byBuyer ? (outlet, vendor) : (vendor, outlet);
        var open = await author.GetAsync(filed.Path);
        await author.SubmitAsync(open, open.Form("#reply"), [("internal", "true"), ("words", secret)], []);

        foreach (var words in new[] { secret, secret[..2], secret[1..5] })
        {
            Assert.NotNull((await author.GetAsync("/Search?q=" + Uri.EscapeDataString(words))).Document.QuerySelector(".hits"));
            var hidden = await other.GetAsync("/Search?q=" + Uri.EscapeDataString(words));
            Assert.Null(hidden.Document.QuerySelector(".hits"));
        }
    }

    [Fact]
    public async Task Nobody_finds_an_issue_of_another_vendor_outlet_or_network()
    {
        using var outlet = await portal.OutletAsync();
        await outlet.FileAsync("独一无二的标题词", waybill: "JD1122334455");
        var (own, foreign) = (portal.Networks.Own, portal.Networks.Foreign);
        foreach (var person in new[]
        {
            own.At(Role.VendorManager, own.Vendors[1]), own.At(Role.OutletManager, own.Outlets[1]), own.At(Role.RegionalManager, own.Regions[1]),
            foreign.Headquarters, foreign.At(Role.VendorManager, foreign.Vendors[0]),
        })
        {
            using var visitor = await portal.SignedInAsync(person);
            foreach (var words in new[] { "独一无二", "独一", "JD1122334455" })
            {
                Assert.Null((await visitor.GetAsync("/Search?q=" + Uri.EscapeDataString(words))).Document.QuerySelector(".hits"));
            }
        }
    }

    [Fact]
    public async Task Engines_without_an_index_for_parts_of_a_text_find_the_same_by_pieces()
    {
        using var outlet = await portal.OutletAsync();
        var filed = await outlet.FileAsync("分段查找 Chiller 故障", waybill: "JD7755331199");
        var id = Guid.Parse(filed.IdOf());
        var found = await portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
        {
            var known = await db.SearchGrams.Where(g => g.EntryId == id).Select(g => g.Gram).ToListAsync();
            db.SearchGrams.AddRange(SearchGram.Of(await db.SearchEntries.SingleAsync(e => e.Id == id)).Where(g => !known.Contains(g.Gram)));
            await db.SaveChangesAsync();
            var hits = new List<int>();
            foreach (var term in new[] { "分段查找", "查找", "chiller", "CHILL", "障", "7755331199", "775", "5533", "查分", "7755331198" })
            {
                hits.Add(await PlainSearch.ByGrams(db, term).CountAsync(e => e.Id == id));
            }

            return hits;
        });
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 0, 0], found);
    }

    /// <summary>Halves of a character are none, and what only looks alike is not the same: neither may keep an engine from storing the pieces of a text.</summary>
    [Fact]
    public async Task Emoji_and_wide_letters_are_filed_and_found()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        const string Title = "破损😀😁了 （ａ(a１2 12";
        var filed = await outlet.FileAsync(Title, waybill: "JD5566778801");
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Reply", ("words", "12"));
        await vendor.DoAsync(await vendor.GetAsync(filed.Path), "Reply", ("words", "🚚"));
        foreach (var words in new[] { "😀😁", "😁了", "（ａ", "(a１", "破损😀😁了" })
        {
            var found = await outlet.GetAsync("/Search?q=" + Uri.EscapeDataString(words));
            Assert.True(found.Find("#hits .hits")?.Contains(Title, StringComparison.Ordinal), $"“{words}” was not found");
        }

        // Long words are cut, here amid a character.
        Assert.Equal(HttpStatusCode.OK, (await outlet.GetAsync("/Search?q=" + Uri.EscapeDataString(new string('破', 59) + "😀"))).Answer.StatusCode);
        Assert.Equal(0, await portal.InTenantAsync(portal.Networks.Own.Tenant, (_, services) => services.GetRequiredService<SearchCatchUp>().RunAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_database_that_is_older_than_the_search_catches_up()
    {
        using var outlet = await portal.OutletAsync();
        var filed = await outlet.FileAsync("补建索引的问题");
        var id = Guid.Parse(filed.IdOf());
        var written = await portal.InTenantAsync(portal.Networks.Own.Tenant, async (db, services) =>
        {
            await db.SearchEntries.Where(e => e.Id == id).ExecuteDeleteAsync();
            return await services.GetRequiredService<SearchCatchUp>().RunAsync(CancellationToken.None);
        });
        Assert.Equal(1, written);
        Assert.NotNull((await outlet.GetAsync("/Search?q=" + Uri.EscapeDataString("补建索引"))).Document.QuerySelector(".hits"));
    }
}
