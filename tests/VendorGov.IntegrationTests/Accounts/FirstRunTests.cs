using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Commands;
using VendorGov.Web.Hosting.Accounts;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>An empty portal, over real HTTP.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private const string Password = "riverstone-bridge";
    private readonly TestDatabase _database = TestDatabase.OfTheRun();
    private WebApplication _portal = null!;

    [Fact]
    public async Task Two_racing_first_runs_found_one_network_and_the_page_is_gone()
    {
        var answers = await Task.WhenAll(SetUpAsync("one"), SetUpAsync("two"));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound], answers.Order());
        await using var scope = _portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.Equal(1, await db.Users.CountAsync());
        Assert.Equal(1, await db.Tenants.CountAsync());
        using var later = Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync("/Setup")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_founds_nothing()
    {
        Assert.Equal(HttpStatusCode.OK, await SetUpAsync("one", "ABCD-EFGH-JKMN"));
        using var browser = Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/Setup")).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_answer_does_not_tell()
    {
        await SetUpAsync("one");
        using var browser = Browser();
        var unknown = await SignInAsync(browser, "nobody@one.example", Password);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(unknown, await SignInAsync(browser, "hq@one.example", "not this one"));
        }

        Assert.Equal(unknown, await SignInAsync(browser, "hq@one.example", Password));
    }

    [Fact]
    public async Task Who_signed_in_reaches_home_and_a_changed_stamp_ends_the_session_with_the_next_request()
    {
        await SetUpAsync("one");
        using var browser = Browser();
        Assert.Equal("302", await SignInAsync(browser, "hq@one.example", Password));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);

        await using (var scope = _portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            (await db.Users.SingleAsync()).SecurityStamp = "changed";
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Anonymous_callers_are_sent_to_the_sign_in_page_and_pages_forbid_framing_and_inline_script()
    {
        using var browser = Browser();
        var home = await browser.GetAsync("/Account/Profile");
        Assert.Equal("/Account/SignIn?returnUrl=%2FAccount%2FProfile", home.Headers.Location!.ToString());

        var page = await browser.GetAsync("/Account/SignIn");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_return_address_leads_nowhere_else()
    {
        await SetUpAsync("one");
        using var browser = Browser();
        var answer = await PostAsync(browser, "/Account/SignIn?returnUrl=https://evil.example/", Credentials("hq@one.example", Password));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    public async Task InitializeAsync()
    {
        _portal = await PortalHost.StartableAsync([
            $"--VendorGov:Engine={_database.Engine.Name}", $"--ConnectionStrings:VendorGov={_database.ConnectionString}",
            $"--VendorGov:DataDirectory={_database.Directory}", "--VendorGov:Jobs=false", "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
        ]);
        await _portal.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _portal.StopAsync();
        await _portal.DisposeAsync();
        await _database.DisposeAsync();
    }

    private HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(_portal.Urls.First()),
    };

    private async Task<HttpStatusCode> SetUpAsync(string network, string? code = null)
    {
        using var browser = Browser();
        var answer = await PostAsync(browser, "/Setup", new()
        {
            ["Input.Code"] = code ?? _portal.Services.GetRequiredService<FirstRun>().Code,
            ["Input.Network"] = network,
            ["Input.NetworkCode"] = network,
            ["Input.TimeZone"] = "Asia/Shanghai",
            ["Input.Name"] = "何青",
            ["Input.Email"] = $"hq@{network}.example",
            ["Input.Password"] = Password,
        });
        return answer.StatusCode;
    }

    /// <summary>What the caller sees: the status, and of a page its error summary.</summary>
    private static async Task<string> SignInAsync(HttpClient browser, string email, string password)
    {
        var answer = await PostAsync(browser, "/Account/SignIn", Credentials(email, password));
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.Redirect ? "302" : Regex.Match(body, "errsum.*?</ul>", RegexOptions.Singleline).Value;
    }

    private static Dictionary<string, string> Credentials(string email, string password) =>
        new() { ["Input.Email"] = email, ["Input.Password"] = password };

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, Dictionary<string, string> fields)
    {
        var html = await browser.GetStringAsync(page);
        fields["__RequestVerificationToken"] =
            Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(page, content);
    }
}
