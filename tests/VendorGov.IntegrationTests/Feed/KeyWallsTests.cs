using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>What a key of one party can reach of the others: nothing, and it is not told that they exist.</summary>
public sealed class KeyWallsTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Kinds = ["contacts", "calls", "surveys", "presence"];

    [Fact]
    public async Task Codes_of_others_are_answered_like_codes_that_do_not_exist()
    {
        var own = portal.Networks.Own;
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        using var outlet = await FeedCaller.OfAsync(portal, own.Tenant, new PartyKey(Outlet: own.Outlets[0].Id));
        var foreignBefore = DatabaseContent.Hash(await portal.ContentAsync(portal.Networks.Foreign.Tenant));
        foreach (var caller in new[] { vendor, outlet })
        {
            foreach (var kind in Kinds)
            {
                await DemandSameAsync(caller, kind, "outlet", "nowhere", "south-1", "south-3", "north-3", "north-4", own.Outlets[3].Id.Value.ToString());
                await DemandSameAsync(caller, kind, "contract", "C-9", "C-2", own.Contracts[0].Id.Value.ToString());
                await DemandSameAsync(caller, kind, "vendor", "V9", "V2", own.Vendors[0].Id.Value.ToString());
            }
        }

        await DemandSameAsync(outlet, "calls", "outlet", "nowhere", "north-2");
        Assert.Equal(foreignBefore, DatabaseContent.Hash(await portal.ContentAsync(portal.Networks.Foreign.Tenant)));
        var written = (await portal.ContentAsync(own.Tenant)).Where(r => r.Table.StartsWith("Feed", StringComparison.Ordinal) && r.Table != "FeedRefusals");
        Assert.DoesNotContain(written, r => r.Cells.GetValueOrDefault("BatchId") is { Length: > 0 } && r.Cells.GetValueOrDefault("ExternalId") == "wall");
    }

    [Fact]
    public async Task A_key_reads_back_what_its_own_party_sent_and_no_more()
    {
        var (own, foreign) = (portal.Networks.Own, portal.Networks.Foreign);
        using var first = await FeedCaller.OfVendorAsync(portal);
        using var second = await FeedCaller.OfVendorAsync(portal, 1);
        using var outlet = await FeedCaller.OfAsync(portal, own.Tenant, new PartyKey(Outlet: own.Outlets[0].Id));
        using var stranger = await FeedCaller.OfAsync(portal, foreign.Tenant, new PartyKey(Vendor: foreign.Vendors[0].Id));
        await first.SendAsync("calls", Lines.Json(Lines.Call("mine")));
        Assert.Equal(1, (await outlet.SendAsync("calls", Lines.Json(Lines.Call("mine"))))["added"]);

        Assert.Contains("\"mine\"", (await first.GetAsync("/api/v1/calls")).Body, StringComparison.Ordinal);
        Assert.Equal(1, (await outlet.GetAsync("/api/v1/calls")).Json.GetProperty("total").GetInt32());
        foreach (var other in new[] { second, stranger })
        {
            Assert.DoesNotContain("mine", (await other.GetAsync("/api/v1/calls?from=2020-01-01&to=2030-01-01")).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_party_cannot_take_over_a_row_that_another_sent_under_the_same_id()
    {
        using var first = await FeedCaller.OfVendorAsync(portal);
        using var second = await FeedCaller.OfVendorAsync(portal, 1);
        await first.SendAsync("calls", Lines.Json(Lines.Call("shared", ("talk_s", 11))));
        Assert.Equal(1, (await second.SendAsync("calls", Lines.Json(Lines.Call("shared", ("outlet", "north-3"), ("talk_s", 22)))))["added"]);
        var row = (await first.GetAsync("/api/v1/calls")).Json.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "shared");
        Assert.Equal(11, row.GetProperty("talk_s").GetInt32());
    }

    /// <summary>All answers equal the first one's, but for the code that was asked for.</summary>
    private static async Task DemandSameAsync(FeedCaller caller, string kind, string field, string unknown, params string[] others)
    {
        var expected = await RefusalAsync(caller, kind, field, unknown);
        Assert.StartsWith("422", expected, StringComparison.Ordinal);
        foreach (var other in others)
        {
            Assert.Equal(expected, await RefusalAsync(caller, kind, field, other));
        }
    }

    private static async Task<string> RefusalAsync(FeedCaller caller, string kind, string field, string code)
    {
        var row = kind switch
        {
            "presence" => new Dictionary<string, object?>
            {
                ["agent"] = "wall", ["outlet"] = "north-1", ["state"] = "present",
                ["starts_at"] = "2026-03-01T09:00:00+08:00", ["ends_at"] = "2026-03-01T10:00:00+08:00",
            },
            "surveys" => new Dictionary<string, object?>
            {
                ["id"] = "wall", ["outlet"] = "north-1", ["channel"] = "chat", ["contact_at"] = "2026-03-01T09:00:00+08:00",
            },
            "contacts" => new Dictionary<string, object?>
            {
                ["id"] = "wall", ["outlet"] = "north-1", ["channel"] = "chat", ["started_at"] = "2026-03-01T09:00:00+08:00",
            },
            _ => Lines.Call("wall"),
        };
        row[field] = code;
        var reply = await caller.SendAsync(kind, Lines.Json(row));
        var batch = reply.Json.GetProperty("batch").GetString()!;
        return $"{reply.Status} {reply.Body.Replace(batch, "", StringComparison.Ordinal).Replace($"\"{code}\"", "\"?\"", StringComparison.Ordinal)}";
    }
}
