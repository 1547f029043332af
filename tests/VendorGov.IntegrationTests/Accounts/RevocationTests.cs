using System.Buffers.Binary;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>What was taken away opens nothing with the very next request, also where the cookie was kept (ASVS 7.2.4, 7.4.1, 7.4.2); how passwords are kept (11.4.2).</summary>
public sealed class RevocationTests(Portal portal) : IClassFixture<Portal>
{
    private const string Next = "quiet-heron-71-meadow";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_session_that_was_left_opens_nothing_for_who_kept_its_cookie()
    {
        using var visitor = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0]));
        var kept = visitor.CookieHeader(portal.Address);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(kept));
        await visitor.SubmitAsync(await visitor.GetAsync("/Account/Profile"), "form[action*='SignOut']");
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(kept));
    }

    [Fact]
    public async Task Signing_in_makes_a_new_session_and_ends_the_one_that_the_browser_had()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[1]);
        using var visitor = portal.Anonymous();
        var page = await visitor.GetAsync("/Account/SignIn");
        var other = await visitor.GetAsync("/Account/SignIn");
        await visitor.SubmitAsync(page, "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
        var first = visitor.CookieHeader(portal.Address);
        await visitor.SubmitAsync(other, "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
        var second = visitor.CookieHeader(portal.Address);
        if (second == first)
        {
            // The old form's token was of a stranger: it is refused, and a new one is taken.
            await visitor.SubmitAsync(await visitor.GetAsync("/Account/Profile"), "form[action*='handler=Password']", ("Current", Networks.Password), ("Next", Next));
            second = visitor.CookieHeader(portal.Address);
        }

        Assert.NotEqual(first, second);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (await StatusAsync(first), await StatusAsync(second)));
    }

    [Fact]
    public async Task A_member_who_was_deactivated_is_out_with_the_next_request_and_elsewhere_still_in()
    {
        var person = Own.At(Role.VendorManager, Own.Vendors[1]);
        using var vendor = await portal.SignedInAsync(person);
        Assert.Equal("/Issues", (await vendor.GetAsync("/Issues")).Path);
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var key = await portal.InTenantAsync(Own.Tenant, db => db.Memberships.Where(m => m.UserId == person.Id).Select(m => m.Id).SingleAsync());
        await headquarters.SubmitAsync(await headquarters.GetAsync("/Network/Users?Q=" + Uri.EscapeDataString(person.Email)), $"form[action*='{key}'][action*='handler=Deactivate']");
        Assert.Equal("/Account/SignIn", (await vendor.GetAsync("/Issues")).Path);
        using var again = portal.Anonymous();
        var refused = await again.SubmitAsync(await again.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
        Assert.Equal("/Account/SignIn", refused.Path);
    }

    [Fact]
    public async Task A_closed_account_is_out_with_the_next_request_and_opens_by_no_password()
    {
        var person = Own.At(Role.OutletReviewer, Own.Outlets[2]);
        using var visitor = await portal.SignedInAsync(person);
        await using var scope = portal.Services.CreateAsyncScope();
        var id = person.Id.Value;
        await scope.ServiceProvider.GetRequiredService<AppDb>().Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, DateTimeOffset.MaxValue));
        Assert.Equal("/Account/SignIn", (await visitor.GetAsync("/Issues")).Path);
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
        Assert.Equal("/Account/SignIn", refused.Path);
    }

    [Fact]
    public async Task A_password_is_kept_as_PBKDF2_with_SHA_512_and_at_least_210_000_rounds_under_a_salt_of_its_own()
    {
        var hashes = new List<byte[]>();
        foreach (var person in new[] { Own.At(Role.OutletManager, Own.Outlets[3]), Own.At(Role.OutletReviewer, Own.Outlets[3]) })
        {
            using var visitor = await portal.SignedInAsync(person);
            await visitor.SubmitAsync(await visitor.GetAsync("/Account/Profile"), "form[action*='handler=Password']", ("Current", Networks.Password), ("Next", Next));
            await portal.Anonymous().SignInAsync(person.Email, Next);
            await using var scope = portal.Services.CreateAsyncScope();
            var id = person.Id.Value;
            hashes.Add(Convert.FromBase64String(await scope.ServiceProvider.GetRequiredService<AppDb>().Users.Where(u => u.Id == id).Select(u => u.PasswordHash!).SingleAsync()));
        }

        // Version, function (2: HMAC-SHA512), rounds and length of the salt, as Identity's third format has them.
        Assert.All(hashes, h =>
        {
            Assert.Equal((1, 2u), (h[0], BinaryPrimitives.ReadUInt32BigEndian(h.AsSpan(1))));
            Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(h.AsSpan(5)), 210_000u, uint.MaxValue);
            Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(h.AsSpan(9)), 16u, 64u);
        });
        Assert.NotEqual(hashes[0][13..29], hashes[1][13..29]);
        Assert.NotEqual(hashes[0][29..], hashes[1][29..]);
    }

    private async Task<HttpStatusCode> StatusAsync(string cookies)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        using var answer = await http.GetAsync("/Account/Profile");
        return answer.StatusCode;
    }
}
