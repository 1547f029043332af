using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class FeedApiTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Each_row_is_judged_by_itself_and_what_is_wrong_is_listed_with_its_line()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var reply = await vendor.SendAsync("calls", Lines.Json(
            Lines.Call("A1"),
            Lines.Call("A2", ("outlet", "nowhere")),
            Lines.Call("A3", ("wait_s", "eight")),
            Lines.Call("A4", ("outcome", "abandoned"), ("talk_s", null), ("acw_s", null)),
            Lines.Call("A5", ("started_at", "2026-03-02T10:10:00+08:00")),
            Lines.Call("A6", ("started_at", "2024-12-31T23:59:59+08:00")),
            Lines.Call("A7", ("colour", "red")),
            Lines.Call("A8", ("outcome", "abandoned")),
            Lines.Call("A1"),
            Lines.Call("")));

        Assert.Equal(200, reply.Status);
        Assert.Equal((10, 2, 2, 8), (reply["received"], reply["accepted"], reply["added"], reply["refused"]));
        Assert.Equal(
            "2 outlet unknown-outlet;3 wait_s not-whole;5 started_at in-future;6 outlet not-contracted;7 colour unknown-field;"
            + "8 outcome abandoned-with-talk;9 id repeated;10 id missing", reply.Errors);
        Assert.Contains("There is no outlet with this code", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_knows_where_it_came_from_and_on_which_local_day_it_counts()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var reply = await vendor.SendAsync("calls", Lines.Json(Lines.Call("P1", ("started_at", "2026-02-28T18:30:00Z"))));
        var batch = reply.Json.GetProperty("batch").GetGuid();
        var fact = await FactAsync("P1");

        Assert.Equal(new DateOnly(2026, 3, 1), fact.Date);
        Assert.Equal((batch, portal.Clock.Now, Side.Vendor), (fact.BatchId, fact.ReceivedAt, fact.SenderSide));
        Assert.Equal((Channel.Voice, true, false), (fact.Channel, fact.Handled, fact.InHours));
        var stored = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.FeedBatches.SingleAsync(b => b.Id == batch));
        Assert.Equal((vendor.KeyId, FeedSource.Api, FeedBatchState.Done), (stored.KeyId, stored.Source, stored.State));
        Assert.Equal(64, stored.BodySha256.Length);
        var entry = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.AuditEntries.SingleAsync(e => e.SubjectId == batch.ToString()));
        Assert.Equal(("feed", $"{vendor.Key![..12]} test"), (entry.Action, entry.ActorName));
        Assert.Contains(stored.BodySha256, entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_sent_again_adds_nothing_and_one_that_changed_is_changed()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var first = await vendor.SendAsync("calls", Lines.Json(Lines.Call("R1"), Lines.Call("R2")));
        var again = await vendor.SendAsync("calls", Lines.Json(Lines.Call("R1"), Lines.Call("R2", ("talk_s", 200)), Lines.Call("R3")));

        Assert.Equal((2, 0), (first["added"], first["unchanged"]));
        Assert.Equal((1, 1, 1), (again["added"], again["updated"], again["unchanged"]));
        Assert.Equal(first.Json.GetProperty("batch").GetGuid(), (await FactAsync("R1")).BatchId);
        var changed = await FactAsync("R2");
        Assert.Equal((200, again.Json.GetProperty("batch").GetGuid()), (changed.TalkSeconds, changed.BatchId));
    }

    [Fact]
    public async Task A_table_is_read_in_any_order_of_columns_and_in_the_encodings_of_Chinese_spreadsheets()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        const string Table = "reason,ID,Outlet,started_at,outcome,wait_s\r\n\"催件,再次\",T1,north-1,2026-03-01 09:15:02,answered,7\r\n,T2,NORTH-2,2026/3/1 9:16,abandoned,４\r\n";
        using var content = new ByteArrayContent(Encoding.GetEncoding("GB18030").GetBytes(Table));
        content.Headers.Add("Content-Type", "text/csv");
        var reply = await FeedCaller.Reply.ReadAsync(await vendor.Http.PostAsync("/api/v1/calls", content));

        Assert.Equal((200, 2, ""), (reply.Status, reply["accepted"], reply.Errors));
        var fact = await FactAsync("T1");
        Assert.Equal(("催件,再次", new DateTimeOffset(2026, 3, 1, 1, 15, 2, TimeSpan.Zero)), (fact.Reason, fact.StartedAt));
        Assert.Equal((4, false), ((await FactAsync("T2")).WaitSeconds, (await FactAsync("T2")).Handled));
    }

    [Theory]
    [InlineData("application/json", "[{\"id\":\"X1\"},", "not-json")]
    [InlineData("application/json", "{\"id\":\"X1\"}", "not-json")]
    [InlineData("application/json", "[{\"id\":\"X1\",\"id\":\"X2\"}]", "not-json")]
    [InlineData("application/json", "[]", "no-rows")]
    [InlineData("text/csv", "id,outlet,started_at,outcome,wait_s,colour\nX1,north-1,2026-03-01 09:00,answered,3,red\n", "unknown-column")]
    [InlineData("text/csv", "id,outlet,outlet,started_at,outcome,wait_s\nX1,north-1,north-1,2026-03-01 09:00,answered,3\n", "column-twice")]
    [InlineData("text/csv", "id,outlet\nX1,north-1\n", "column-missing")]
    [InlineData("text/csv", "id,outlet,started_at,outcome,wait_s\n", "no-rows")]
    [InlineData("text/csv", "id,outlet,started_at,outcome,wait_s\nX1,north-1,2026-03-01 09:00,answered,3\n\"X2,north-1\n", "quote-open")]
    public async Task A_body_that_cannot_be_read_to_its_end_is_refused_whole(string type, string body, string code)
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var reply = await vendor.SendAsync("calls", body, type);

        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal("application/problem+json", reply.Answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.FeedContacts.CountAsync(c => c.ExternalId.StartsWith("X"))));
    }

    [Fact]
    public async Task Where_not_one_row_can_be_taken_the_answer_is_a_problem_with_the_same_list()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var reply = await vendor.SendAsync("calls", Lines.Json(Lines.Call("N1", ("outlet", "nowhere"))));
        Assert.Equal((422, "all-refused", "1 outlet unknown-outlet"), (reply.Status, reply.Code, reply.Errors));
    }

    [Fact]
    public async Task Other_formats_and_bodies_beyond_the_limits_are_refused_by_name()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        Assert.Equal((415, "media-type"), Told(await vendor.SendAsync("calls", "<calls/>", "application/xml")));
        Assert.Equal((413, "too-big"), Told(await vendor.SendAsync("calls", new string(' ', (32 * 1024 * 1024) + 1), "application/json")));
        var rows = "[" + string.Join(',', Enumerable.Repeat("{}", 50_001)) + "]";
        Assert.Equal((400, "too-many-rows"), Told(await vendor.SendAsync("calls", rows)));
        Assert.Equal((404, "not-found"), Told(await vendor.GetAsync("/api/v1/nothing")));
        using var put = await vendor.Http.PutAsync("/api/v1/calls", new StringContent(""));
        Assert.Equal(404, (int)put.StatusCode);
    }

    [Fact]
    public async Task Texts_come_in_the_language_that_is_accepted_and_codes_stay()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        vendor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        vendor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN,en;q=0.5");
        var chinese = await vendor.SendAsync("calls", Lines.Json(Lines.Call("L1", ("outlet", "nowhere"))));
        Assert.Contains("没有这个网点编码", chinese.Body, StringComparison.Ordinal);
        Assert.Equal("all-refused", chinese.Code);
    }

    [Fact]
    public async Task All_kinds_are_taken_and_read_back_by_their_own_names()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        Assert.Equal(1, (await vendor.SendAsync("contacts", """[{"id":"K1","outlet":"north-1","channel":"chat","started_at":"2026-03-01T10:00:00+08:00","first_reply_s":20,"rounds":4,"rounds_3m":3}]"""))["added"]);
        Assert.Equal(1, (await vendor.SendAsync("surveys", """[{"id":"K1","outlet":"north-1","channel":"chat","contact_at":"2026-03-01T10:00:00+08:00","responded_at":"2026-03-01T10:05:00+08:00","score":4}]"""))["added"]);
        var span = """[{"agent":"1027","outlet":"north-1","state":"present","starts_at":"2026-03-01T09:00:00+08:00","ends_at":"2026-03-01T12:00:00+08:00"}]""";
        Assert.Equal(1, (await vendor.SendAsync("presence", span))["added"]);
        Assert.Equal(1, (await vendor.SendAsync("presence", span))["unchanged"]);

        var survey = (await vendor.GetAsync("/api/v1/surveys?from=2026-03-01&to=2026-03-01")).Json.GetProperty("rows")[0];
        Assert.Equal(("K1", true, "north-1", "C-1"),
            (survey.GetProperty("id").GetString(), survey.GetProperty("satisfied").GetBoolean(), survey.GetProperty("outlet").GetString(), survey.GetProperty("contract").GetString()));
        Assert.Equal("present", (await vendor.GetAsync("/api/v1/presence")).Json.GetProperty("rows")[0].GetProperty("state").GetString());
        Assert.Equal(20, (await vendor.GetAsync("/api/v1/contacts")).Json.GetProperty("rows")[0].GetProperty("first_reply_s").GetInt32());
    }

    [Fact]
    public async Task Reading_back_goes_page_by_page()
    {
        var own = portal.Networks.Own;
        using var outlet = await FeedCaller.OfAsync(portal, own.Tenant, new PartyKey(Outlet: own.Outlets[1].Id));
        await outlet.SendAsync("calls", Lines.Json([.. Enumerable.Range(1, 5).Select(i => Lines.Call($"G{i}", ("outlet", "north-2")))]));
        var second = (await outlet.GetAsync("/api/v1/calls?from=2026-03-01&to=2026-03-01&page=2&size=2")).Json;
        Assert.Equal(5, second.GetProperty("total").GetInt32());
        Assert.Equal(["G3", "G4"], second.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
        Assert.Equal((400, "page"), Told(await outlet.GetAsync("/api/v1/calls?size=5000")));
        Assert.Equal(400, (await outlet.GetAsync("/api/v1/calls?from=yesterday")).Status);
    }

    [Fact]
    public async Task An_outlet_sends_about_itself_and_its_contract_follows_from_outlet_and_date()
    {
        var own = portal.Networks.Own;
        using var outlet = await FeedCaller.OfAsync(portal, own.Tenant, new PartyKey(Outlet: own.Outlets[0].Id));
        var reply = await outlet.SendAsync("calls", Lines.Json(
            Lines.Call("O1"), Lines.Call("O2", ("vendor", "V1")), Lines.Call("O3", ("vendor", "V2")), Lines.Call("O4", ("outlet", "north-2"))));
        Assert.Equal("3 vendor unknown-vendor;4 outlet unknown-outlet", reply.Errors);
        var fact = await FactAsync("O1");
        Assert.Equal((own.Contracts[0].Id, own.Vendors[0].Id, Side.Buyer), (fact.ContractId, fact.VendorId, fact.SenderSide));
    }

    private static (int, string) Told(FeedCaller.Reply reply) => (reply.Status, reply.Code);

    private Task<FeedContact> FactAsync(string id) =>
        portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.FeedContacts.AsNoTracking().SingleAsync(c => c.ExternalId == id));
}
