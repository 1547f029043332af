using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Feed;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class IdempotencyTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    [Fact]
    public async Task The_same_request_gets_the_same_bytes_and_works_once()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var body = Lines.Json(Lines.Call("I1"), Lines.Call("I2", ("outlet", "nowhere")));
        var first = await vendor.SendAsync("calls", body, idempotencyKey: "morning");
        portal.Clock.Advance(TimeSpan.FromHours(1));
        vendor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        var again = await vendor.SendAsync("calls", body, idempotencyKey: "morning");

        Assert.Equal((first.Status, first.Body), (again.Status, again.Body));
        Assert.Equal(["true"], again.Answer.Headers.GetValues("Idempotent-Replayed"));
        Assert.False(first.Answer.Headers.Contains("Idempotent-Replayed"));
        var batches = await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.FeedBatches.CountAsync(b => b.KeyId == vendor.KeyId));
        Assert.Equal(1, batches);
    }

    [Fact]
    public async Task Another_body_or_address_under_the_same_key_is_refused_and_changes_nothing()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        await vendor.SendAsync("calls", Lines.Calls(100, 1), idempotencyKey: "noon");
        var other = await vendor.SendAsync("calls", Lines.Calls(101, 1), idempotencyKey: "noon");
        Assert.Equal((422, "body-changed"), (other.Status, other.Code));
        Assert.Equal(422, (await vendor.SendAsync("contacts", Lines.Calls(100, 1), idempotencyKey: "noon")).Status);
        Assert.False(await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.FeedContacts.AnyAsync(c => c.ExternalId == "C101")));
    }

    [Fact]
    public async Task A_refusal_is_kept_too_and_a_key_belongs_to_one_API_key()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        using var sibling = await FeedCaller.OfVendorAsync(portal);
        var first = await vendor.SendAsync("calls", "[", idempotencyKey: "evening");
        Assert.Equal((400, first.Body), ((await vendor.SendAsync("calls", "[", idempotencyKey: "evening")).Status, first.Body));
        Assert.Equal(200, (await sibling.SendAsync("calls", Lines.Calls(110, 1), idempotencyKey: "evening")).Status);
    }

    [Fact]
    public async Task After_its_time_the_key_can_be_used_anew()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        await vendor.SendAsync("calls", Lines.Calls(120, 1), idempotencyKey: "weekly");
        portal.Clock.Advance(IdempotentAnswer.Lifetime);
        Assert.Equal(1, (await vendor.SendAsync("calls", Lines.Calls(121, 1), idempotencyKey: "weekly"))["added"]);
    }

    [Fact]
    public async Task Work_that_was_cut_off_is_done_by_the_next_request_once_patience_is_over()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var first = await vendor.SendAsync("calls", Lines.Calls(130, 1), idempotencyKey: "cut");
        await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.IdempotentAnswers.Where(a => a.KeyId == vendor.KeyId)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, (int?)null)));
        var busy = await vendor.SendAsync("calls", Lines.Calls(130, 1), idempotencyKey: "cut");
        Assert.Equal((409, "in-progress"), (busy.Status, busy.Code));
        Assert.NotNull(busy.Answer.Headers.RetryAfter);

        portal.Clock.Advance(IdempotentAnswer.Patience + TimeSpan.FromSeconds(1));
        var taken = await vendor.SendAsync("calls", Lines.Calls(130, 1), idempotencyKey: "cut");
        Assert.Equal((200, 1), (first.Status, taken["unchanged"]));
    }

    [Fact]
    public async Task Eight_at_once_under_one_key_make_one_row()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var keys = Full ? 1000 : 12;
        for (var key = 0; key < keys; key++)
        {
            var body = Lines.Json(Lines.Call($"E{key}"));
            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => vendor.SendAsync("calls", body, idempotencyKey: $"at-once-{key}")));
            Assert.All(replies, r => Assert.Contains(r.Status, new[] { 200, 409 }));
            Assert.Single(replies.Where(r => r.Status == 200).Select(r => r.Body).Distinct());
        }

        var (rows, batches) = await portal.InTenantAsync(portal.Networks.Own.Tenant, async db => (
            await db.FeedContacts.CountAsync(c => c.ExternalId.StartsWith("E")), await db.FeedBatches.CountAsync(b => b.KeyId == vendor.KeyId)));
        Assert.Equal((keys, keys), (rows, batches));
    }

    [Fact]
    public async Task The_same_new_rows_from_eight_requests_at_once_stand_once_without_any_key()
    {
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        var body = Lines.Json([.. Enumerable.Range(0, 200).Select(i => Lines.Call($"W{i}"))]);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => vendor.SendAsync("calls", body)));
        Assert.All(replies, r => Assert.Equal(200, r.Status));
        Assert.Equal(200, replies.Sum(r => r["added"]));
    }
}
