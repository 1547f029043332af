using System.Net;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class KeyTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task Every_key_that_does_not_open_gets_the_same_answer()
    {
        using var revoked = await FeedCaller.OfVendorAsync(portal);
        using var expired = await FeedCaller.OfVendorAsync(portal);
        await portal.InTenantAsync(Own.Tenant, async db =>
        {
            (await db.ApiKeys.SingleAsync(k => k.Id == revoked.KeyId)).Revoke("test", portal.Clock.Now);
            await db.SaveChangesAsync();
            return await db.ApiKeys.Where(k => k.Id == expired.KeyId).ExecuteUpdateAsync(s => s.SetProperty(k => k.ExpiresAt, portal.Clock.Now));
        });
        using var good = await FeedCaller.OfVendorAsync(portal);
        string?[] wrong = [null, "vgk_00000000_" + new string('0', 64), revoked.Key, expired.Key, good.Key![..^1], good.Key + "0", "x y z"];
        var answers = new HashSet<string>();
        foreach (var key in wrong)
        {
            using var caller = FeedCaller.With(portal, key);
            var reply = await caller.SendAsync("calls", Lines.Calls(1, 1));
            Assert.Equal("Bearer", reply.Answer.Headers.WwwAuthenticate.ToString());
            answers.Add($"{reply.Status} {reply.Answer.Content.Headers.ContentType} {reply.Body}");
        }

        Assert.Equal("401 application/problem+json {\"title\":\"The key is not valid\",\"status\":401,\"code\":\"key\"}", Assert.Single(answers));
        Assert.Equal(200, (await good.SendAsync("calls", Lines.Calls(1, 1))).Status);
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_no_more()
    {
        using var calls = await FeedCaller.OfVendorAsync(portal, 0, ApiScope.Calls);
        Assert.Equal(200, (await calls.GetAsync("/api/v1/calls")).Status);
        foreach (var kind in new[] { "contacts", "surveys", "presence" })
        {
            Assert.Equal((403, "scope"), ((await calls.SendAsync(kind, "[]")).Status, (await calls.GetAsync($"/api/v1/{kind}")).Code));
        }
    }

    [Fact]
    public async Task A_session_opens_no_address_of_the_API_and_a_key_opens_no_page()
    {
        using var manager = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await manager.Http.GetAsync("/api/v1/calls")).StatusCode);
        using var key = await FeedCaller.OfVendorAsync(portal);
        Assert.Equal("/Account/SignIn", (await key.Http.GetAsync("/Issues")).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_key_of_a_vendor_that_is_no_longer_active_opens_nothing()
    {
        var own = Own.Vendors[1];
        using var caller = await FeedCaller.OfVendorAsync(portal, 1);
        await SetActiveAsync(own.Id, false);
        Assert.Equal(401, (await caller.GetAsync("/api/v1/calls")).Status);
        await SetActiveAsync(own.Id, true);
        Assert.Equal(200, (await caller.GetAsync("/api/v1/calls")).Status);
    }

    [Fact]
    public async Task A_key_is_made_on_the_page_shown_once_stored_as_a_hash_and_revoked()
    {
        using var manager = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var empty = await manager.SubmitAsync(await manager.GetAsync("/Feed/NewKey"), "form[action='/Feed/NewKey'], form.form-w", ("Input.Name", "话务平台"));
        Assert.Contains("Choose one scope at least", empty.Text, StringComparison.Ordinal);
        var made = await manager.SubmitAsync(empty, "form.form-w", ("Input.Name", "话务平台"), ("Input.Scopes", "Calls"));
        var text = made.Document.QuerySelector("#key")!.GetAttribute("value")!;
        Assert.Matches("^vgk_[0-9a-f]{8}_[0-9a-f]{64}$", text);

        var key = await portal.InTenantAsync(Own.Tenant, db => db.ApiKeys.SingleAsync(k => k.Prefix == text.Substring(0, 12)));
        Assert.Equal((ApiKey.HashOf(text), Own.Vendors[0].Id), (key.SecretHash, key.VendorId!.Value));
        Assert.DoesNotContain(text[13..], string.Join('\n', (await portal.ContentAsync()).SelectMany(r => r.Cells.Values)), StringComparison.Ordinal);
        using var caller = FeedCaller.With(portal, text);
        Assert.Equal(200, (await caller.SendAsync("calls", Lines.Calls(900, 1))).Status);

        var list = await manager.GetAsync("/Feed/Keys?q=" + text[..12]);
        Assert.DoesNotContain(text, list.Text, StringComparison.Ordinal);
        await manager.SubmitAsync(list, $"form[action*='{key.Id}']");
        Assert.Equal(401, (await caller.SendAsync("calls", Lines.Calls(900, 1))).Status);
        var told = await portal.InTenantAsync(Own.Tenant, db => db.AuditEntries.Where(e => e.SubjectId == key.Id.ToString())
            .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Action + " " + e.ActorName).ToListAsync());
        Assert.Equal(["added vendor-V1", "changed vendor-V1"], told);
    }

    [Fact]
    public async Task Headquarters_make_keys_for_any_party_and_a_manager_for_the_own_one_alone()
    {
        var outlet = Own.Outlets[2];
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var form = await headquarters.GetAsync("/Feed/NewKey");
        await headquarters.SubmitAsync(form, "form.form-w", ("Input.Name", "总部所建"), ("Input.Party", $"outlet:{outlet.Id.Value}"), ("Input.Scopes", "Calls"));
        using var manager = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[1]));
        var mine = await manager.GetAsync("/Feed/NewKey");
        Assert.Null(mine.Document.QuerySelector("[name='Input.Party']"));
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Name"] = "别家", ["Input.Scopes"] = "Calls", ["Input.Days"] = "30", ["Input.Party"] = $"vendor:{Own.Vendors[0].Id.Value}",
            ["__RequestVerificationToken"] = mine.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        await manager.Http.PostAsync("/Feed/NewKey", forged);

        var parties = await portal.InTenantAsync(Own.Tenant, db => db.ApiKeys.Where(k => k.Name == "总部所建" || k.Name == "别家")
            .OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).Select(k => new { k.VendorId, k.OutletId }).ToListAsync());
        Assert.Equal(outlet.Id, parties[0].OutletId);
        Assert.Equal(Own.Vendors[1].Id, parties[1].VendorId);
    }

    private Task<int> SetActiveAsync(VendorId id, bool active) => portal.InTenantAsync(Own.Tenant, async db =>
    {
        (await db.Vendors.SingleAsync(v => v.Id == id)).Change("供应商二", null, null, active);
        return await db.SaveChangesAsync();
    });
}
