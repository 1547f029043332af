using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Hosting.OpenId;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>Company sign-in against a provider that listens, over HTTP with its redirects, cookies and signed tokens.</summary>
public sealed class OpenIdTests(OpenIdTests.OpenIdPortal portal) : IClassFixture<OpenIdTests.OpenIdPortal>, IAsyncLifetime
{
    private const string Refusal = "登录未完成：可能已取消或等待过久";
    // Who signed in once is spoken to in the account's language.
    private const string RefusalToWhoReadsEnglish = "Not signed in: it was cancelled or took too long";

    private OpenIdServer _provider = null!;

    private Network Own => portal.Networks.Own;

    private Network Foreign => portal.Networks.Foreign;

    public async Task InitializeAsync() => _provider = await OpenIdServer.StartAsync(() => portal.Clock.Now);

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task A_member_enters_by_the_company_account_and_acts_in_that_network_alone()
    {
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        await SetUpAsync(headquarters);
        var settings = await headquarters.GetAsync("/Network/OpenId");
        Assert.DoesNotContain(OpenIdServer.Secret, await settings.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var person = Own.At(Role.OutletManager, Own.Outlets[0]);
        await MakeMemberAsync(person, Foreign);
        using var visitor = portal.Anonymous();
        _provider.Enter("u-1", person.Email.ToUpperInvariant());
        Assert.Equal("/Issues", (await EnterAsync(visitor, Own, "/Issues")).Path);
        foreach (var own in new[] { "/Account/Profile", "/Account/Sessions", "/Account/SecondStep", "/Account/Passkeys", "/Account/SwitchTenant", "/Account/OpenIdLink" })
        {
            Assert.Equal("/Account/OpenId", (await visitor.GetAsync(own)).Path);
        }

        Assert.Equal([SignInOutcome.OpenIdLinked, SignInOutcome.OpenedByOpenId], await HistoryAsync(person));
        Assert.Equal(1, await portal.InTenantAsync(Own.Tenant, db => db.AuditEntries.CountAsync(e => e.Action == "linked" && e.ActorId == person.Id)));

        // By the link from now on, whatever the address; and somebody else who has the address now is refused.
        using var later = portal.Anonymous();
        _provider.Enter("u-1", "new-name@north.example", verified: false);
        Assert.Equal("/", (await EnterAsync(later, Own, "https://evil.example/")).Path);
        using var successor = portal.Anonymous();
        _provider.Enter("u-2", person.Email);
        Assert.Contains(Refusal, (await EnterAsync(successor, Own)).Text, StringComparison.Ordinal);

        await SetUpAsync(headquarters, ("Active", "false"));
        await ForgetAsync(person);
        Assert.Equal("/Account/SignIn", (await visitor.GetAsync("/Issues")).Path);
        var (off, unknown) = (await AskAsync(portal.Anonymous(), "north"), await AskAsync(portal.Anonymous(), "nowhere"));
        Assert.Contains("此代码没有可用的公司账号登录", off.Text, StringComparison.Ordinal);
        Assert.Equal(off.Text, unknown.Text.Replace("nowhere", "north", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_signed_for_this_browser_now_or_names_nobody_of_the_network_opens_nothing()
    {
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        await SetUpAsync(headquarters);
        using var others = await portal.SignedInAsync(Foreign.Headquarters);
        await SetUpAsync(others);
        var (member, closed) = (Own.At(Role.OutletManager, Own.Outlets[1]), Own.At(Role.OutletManager, Own.Outlets[2]));
        await InUsersAsync(async users => await users.SetLockoutEndDateAsync((await users.FindByIdAsync(closed.Id.Value.ToString()))!, DateTimeOffset.MaxValue));
        var exchanged = _provider.Exchanged;
        var spoilt = new (string Name, Action Spoil)[]
        {
            ("nonce", () => _provider.Twist = t => t["nonce"] = "638000000000000000.other"),
            ("no nonce", () => _provider.Twist = t => t.Remove("nonce")),
            ("audience", () => _provider.Twist = t => t["aud"] = "another-client"),
            ("issuer", () => _provider.Twist = t => t["iss"] = "https://elsewhere.example"),
            ("expired", () => _provider.Twist = t => t["exp"] = portal.Clock.Now.AddMinutes(-5).ToUnixTimeSeconds()),
            ("not yet", () => _provider.Twist = t => t["nbf"] = portal.Clock.Now.AddMinutes(30).ToUnixTimeSeconds()),
            ("no signature", () => _provider.Unsigned = "none"),
            ("signature cut off", () => _provider.Unsigned = "RS256"),
            ("another key", () => _provider.ByOtherKey = true),
            ("unverified", () => _provider.Enter("s-1", member.Email, verified: false)),
            ("no address", () => _provider.Enter("s-1", null)),
            ("unknown", () => _provider.Enter("s-1", "nobody@north.example")),
            ("of another network", () => _provider.Enter("s-1", Foreign.Headquarters.Email)),
            ("platform", () => _provider.Enter("s-1", portal.Networks.Platform.Email)),
            ("closed", () => _provider.Enter("s-1", closed.Email)),
        };
        foreach (var (name, spoil) in spoilt)
        {
            _provider.Enter("s-1", member.Email);
            spoil();
            using var visitor = portal.Anonymous();
            var answer = await EnterAsync(visitor, Own);
            Assert.True(answer.Text.Contains(Refusal, StringComparison.Ordinal), name);
            Assert.Equal("/Account/SignIn", (await visitor.GetAsync("/Account/Profile")).Path);
        }

        Assert.Equal(exchanged + spoilt.Length, _provider.Exchanged);
        await StatesAsync(member);
        Assert.Empty(await InUsersAsync(async users => await users.GetLoginsAsync((await users.FindByIdAsync(closed.Id.Value.ToString()))!)));
    }

    /// <summary>What comes back fits one browser, one network, once, for a quarter of an hour.</summary>
    private async Task StatesAsync(Person member)
    {
        _provider.Enter("s-1", member.Email);
        using var visitor = portal.Anonymous();
        var begun = await AskAsync(visitor, "north");
        var back = await BackAsync(begun);
        using var thief = portal.Anonymous();
        foreach (var address in new[] { back.PathAndQuery, back.PathAndQuery.Replace("/north?", "/south?", StringComparison.Ordinal), "/Account/OpenIdReturn/north", "/Account/OpenIdReturn/north?error=x%0d%0aforged&state=1", "/Account/OpenIdReturn/nowhere?code=1&state=2" })
        {
            var refused = await thief.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, true), (refused.Status, refused.Text.Contains(Refusal, StringComparison.Ordinal)));
        }

        Assert.Contains(Refusal, (await visitor.GetAsync(back.PathAndQuery.Replace("/north?", "/south?", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await visitor.GetAsync(back.PathAndQuery)).Path);
        await visitor.SubmitAsync(await visitor.GetAsync("/"), "form[action*='SignOut']");
        Assert.Contains(RefusalToWhoReadsEnglish, (await visitor.GetAsync(back.PathAndQuery)).Text, StringComparison.Ordinal);

        var slow = await BackAsync(await AskAsync(visitor, "north"));
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains(RefusalToWhoReadsEnglish, (await visitor.GetAsync(slow.PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demand_for_two_steps_is_answered_by_the_provider_or_by_the_accounts_own_code()
    {
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        await SetUpAsync(headquarters);
        var person = Own.At(Role.VendorManager, Own.Vendors[0]);
        using var owner = await portal.SignedInAsync(person);
        var (offered, secret) = await Authenticator.BeginAsync(owner);
        await Authenticator.ConfirmAsync(owner, offered, secret, portal.Clock.Now);
        portal.Clock.Advance(TimeSpan.FromSeconds(31));

        _provider.Enter("v-1", person.Email, true, "pwd");
        using var visitor = portal.Anonymous();
        var asked = await EnterAsync(visitor, Own, "/Issues");
        Assert.Equal("/Account/SignIn", (await visitor.GetAsync("/Issues")).Path);
        // The ticket opens this step and not that of the password, which leads further.
        var elsewhere = asked.Form("input[name=code]");
        elsewhere.SetAttribute("action", "/Account/SignIn?handler=Second");
        Assert.Contains("等待时间过长", (await visitor.SubmitAsync(asked, elsewhere, [("code", Totp.CodeAt(secret, portal.Clock.Now))], [])).Text, StringComparison.Ordinal);
        elsewhere.SetAttribute("action", $"/Account/OpenIdReturn/{Own.Code}?handler=Second");
        Assert.Contains("动态码不对或已用过", (await visitor.SubmitAsync(asked, "input[name=code]", ("code", "000000"))).Text, StringComparison.Ordinal);
        Assert.Equal("/Issues", (await visitor.SubmitAsync(asked, "input[name=code]", ("code", Totp.CodeAt(secret, portal.Clock.Now)))).Path);

        _provider.Enter("v-1", null, true, "pwd", "mfa");
        using var strong = portal.Anonymous();
        Assert.Equal("/Issues", (await EnterAsync(strong, Own, "/Issues")).Path);

        await portal.InTenantAsync(Own.Tenant, async db =>
        {
            (await db.Tenants.SingleAsync(t => t.Id == Own.Tenant)).RequireSecondStep(true);
            return await db.SaveChangesAsync();
        });
        try
        {
            using var weak = portal.Anonymous();
            _provider.Enter("v-2", Own.At(Role.VendorManager, Own.Vendors[1]).Email, true, "pwd");
            Assert.Contains("此网络要求两步验证", (await EnterAsync(weak, Own)).Text, StringComparison.Ordinal);
            _provider.Enter("v-2", null, true, "mfa");
            Assert.Equal("/Issues", (await EnterAsync(weak, Own, "/Issues")).Path);
        }
        finally
        {
            await portal.InTenantAsync(Own.Tenant, async db =>
            {
                (await db.Tenants.SingleAsync(t => t.Id == Own.Tenant)).RequireSecondStep(false);
                return await db.SaveChangesAsync();
            });
        }
    }

    [Fact]
    public async Task A_network_may_take_nothing_else_and_headquarters_still_get_in_when_the_provider_is_dead()
    {
        var person = Foreign.At(Role.OutletManager, Foreign.Outlets[0]);
        using var before = await portal.SignedInAsync(person);
        using var headquarters = await portal.SignedInAsync(Foreign.Headquarters);
        await SetUpAsync(headquarters, ("OnlyThis", "true"));
        await ForgetAsync(person);
        Assert.Equal("/Account/SignIn", (await before.GetAsync("/Issues")).Path);
        using var visitor = portal.Anonymous();
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
        Assert.Contains("你的网络要求用公司账号登录", refused.Text, StringComparison.Ordinal);

        // A provider that names no address that it vouches for: linked while signed in, which only headquarters can be here.
        _provider.Enter("h-1", null);
        var link = await headquarters.SubmitAsync(await headquarters.GetAsync("/Account/OpenIdLink"), "#link", ("password", "not my password at all"));
        Assert.Contains("The password is wrong", link.Text, StringComparison.Ordinal);
        link = await headquarters.SubmitAsync(await headquarters.GetAsync("/Account/OpenIdLink"), "#link", ("password", Networks.Password));
        Assert.Contains("is linked", (await FollowAsync(headquarters, link)).Text, StringComparison.Ordinal);
        Assert.Equal("/Network/Users", (await EnterAsync(visitor, Foreign, "/Network/Users")).Path);
        var unlinked = await headquarters.SubmitAsync(await headquarters.GetAsync("/Account/OpenIdLink"), "#link", ("password", Networks.Password));
        Assert.Contains("Unlinked", unlinked.Text, StringComparison.Ordinal);

        await _provider.DisposeAsync();
        using var again = portal.Anonymous();
        portal.Services.GetRequiredService<OpenIdAuthorities>().Forget(_provider.Address);
        Assert.Contains("暂时没有正常响应", (await AskAsync(again, "south")).Text, StringComparison.Ordinal);
        await again.SignInAsync(Foreign.Headquarters.Email, Networks.Password);
        _provider = await OpenIdServer.StartAsync(() => portal.Clock.Now);
        await SetUpAsync(again, ("Active", "false"));
    }

    [Fact]
    public async Task An_address_that_is_not_public_not_encrypted_or_speaks_for_another_is_not_taken()
    {
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        _provider.Issuer = "https://somebody-else.example";
        Assert.Contains("names another issuer", (await SaveAsync(headquarters)).Text, StringComparison.Ordinal);
        _provider.Issuer = null;
        Assert.Contains("The password is wrong", (await SaveAsync(headquarters, ("Password", "not my password at all"))).Text, StringComparison.Ordinal);
        Assert.Contains("No usable OpenID configuration", (await SaveAsync(headquarters, ("Authority", _provider.Address + "/keys"))).Text, StringComparison.Ordinal);
        Assert.Contains("whole address", (await SaveAsync(headquarters, ("Authority", "login.example.com"))).Text, StringComparison.Ordinal);

        using var strict = new OpenIdAuthorities(Options.Create(new OpenIdOptions()));
        Assert.Equal("openId.addressHttps", strict.Problem("http://login.example.com"));
        Assert.Equal("openId.addressWrong", strict.Problem("https://user:secret@login.example.com"));
        foreach (var inside in new[] { "https://127.0.0.1:8443", "https://localhost:8443", "https://[::1]:8443", "https://10.1.2.3", "https://169.254.169.254", "https://[::ffff:192.168.1.1]" })
        {
            Assert.Equal((null, "openId.inside"), (strict.Problem(inside), await strict.TryAsync(inside, CancellationToken.None)));
        }
    }

    private async Task SetUpAsync(Visitor headquarters, params (string Name, string Value)[] more) =>
        Assert.Contains("Saved", (await SaveAsync(headquarters, more)).Text, StringComparison.Ordinal);

    private async Task<Screen> SaveAsync(Visitor headquarters, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
            [("Authority", _provider.Address), ("Client", OpenIdServer.Client), ("Secret", OpenIdServer.Secret), ("Active", "true"), ("OnlyThis", "false"), ("Password", Networks.Password)];
        return await headquarters.SubmitAsync(
            await headquarters.GetAsync("/Network/OpenId"), "#Input_Authority", [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more]);
    }

    private static async Task<Screen> AskAsync(Visitor visitor, string code, string? returnUrl = null) => await visitor.SubmitAsync(
        await visitor.GetAsync("/Account/OpenId" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl))), "#Input_Network", ("Network", code));

    private static async Task<Screen> EnterAsync(Visitor visitor, Network network, string? returnUrl = null) =>
        await FollowAsync(visitor, await AskAsync(visitor, network.Code, returnUrl));

    /// <summary>To the provider and back again, as the browser is sent.</summary>
    private static async Task<Screen> FollowAsync(Visitor visitor, Screen leaving) => await visitor.GetAsync(Target(leaving));

    private static string Target(Screen leaving)
    {
        var link = leaving.Document.QuerySelector("a[data-leave]")?.GetAttribute("href") ?? throw new InvalidOperationException(leaving.Text);
        Assert.Equal($"0;url={link}", Assert.Single(leaving.Answer.Headers.GetValues("Refresh")));
        return link;
    }

    /// <summary>Where the provider would send the browser, which stays here.</summary>
    private static async Task<Uri> BackAsync(Screen leaving)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return (await http.GetAsync(Target(leaving))).Headers.Location!;
    }

    private Task<int> MakeMemberAsync(Person person, Network network) => portal.InTenantAsync(network.Tenant, db =>
    {
        db.Add(new Membership(network.Tenant, person.Id, "second place", person.Email, Role.Auditor, new PartyKey(), portal.Clock.Now));
        return db.SaveChangesAsync();
    });

    /// <summary>Where somebody acts is kept for five seconds.</summary>
    private async Task ForgetAsync(Person person)
    {
        var membership = await portal.InTenantAsync(person.Tenant!.Value, db => db.Memberships.Where(m => m.UserId == person.Id).Select(m => m.Id).SingleAsync());
        portal.Services.GetRequiredService<Microsoft.Extensions.Caching.Memory.IMemoryCache>().Remove(("place", person.Id, membership));
    }

    private async Task<T> InUsersAsync<T>(Func<UserManager<AppUser>, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>());
    }

    private async Task<List<SignInOutcome>> HistoryAsync(Person person)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().SignInEvents
            .Where(e => e.UserId == person.Id).OrderBy(e => e.Id).Select(e => e.Outcome).ToListAsync();
    }

    /// <summary>Takes the provider, which is at a private address and without HTTPS here.</summary>
    public sealed class OpenIdPortal : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("OpenId:AllowInsecure", "true");
        }
    }
}
