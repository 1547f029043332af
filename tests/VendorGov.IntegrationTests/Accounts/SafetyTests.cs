using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

public sealed partial class SafetyTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_session_ends_when_it_was_idle_too_long_and_in_any_case_after_half_a_day()
    {
        using var idle = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[3]));
        using var busy = await portal.SignedInAsync(Own.At(Role.OutletReviewer, Own.Outlets[3]));
        portal.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal("/Account/Profile", (await busy.GetAsync("/Account/Profile")).Path);
        portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("/Account/SignIn", (await idle.GetAsync("/Account/Profile")).Path);
        Assert.Equal("/Account/Profile", (await busy.GetAsync("/Account/Profile")).Path);
        portal.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal("/Account/SignIn", (await busy.GetAsync("/Account/Profile")).Path);
    }

    [Fact]
    public async Task Over_HTTPS_cookies_are_secure_that_of_the_session_is_bound_to_the_host_and_the_browser_is_told_to_come_back_by_HTTPS()
    {
        await using var node = await Node.StartAsync([.. portal.Settings, new("Proxy__Trusted__0", "127.0.0.1"), new("ASPNETCORE_ENVIRONMENT", "Production")]);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = node.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Host = "portal.example";
        using var page = await http.GetAsync("/Account/SignIn");
        Assert.Contains("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        var form = (await Screen.ReadAsync(page)).Form("input[type=password]");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Account/SignIn")
        {
            Content = new FormUrlEncodedContent(FormFields.Of(form).Where(f => !f.Key.StartsWith("Input.", StringComparison.Ordinal)).Concat(
                [new("Input.Email", Own.Headquarters.Email), new("Input.Password", Networks.Password)])),
        };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var answer = await http.SendAsync(request);
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, c => c.StartsWith("__Host-vg-session=", StringComparison.Ordinal) && c.Contains("path=/;", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.All(
            ["; secure", "; httponly", "; samesite="], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("/Account/SignIn")]
    [InlineData("/Account/Profile")]
    [InlineData("/Issues?handler=Export")]
    [InlineData("/no-such-page")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/nothing")]
    public async Task Every_answer_forbids_guessing_of_types_framing_and_keeping(string path)
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        var headers = (await visitor.GetAsync(path)).Answer.Headers;
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], headers.GetValues("X-Frame-Options"));
        Assert.True(headers.CacheControl?.NoStore);
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example", null, "*", false)]
    [InlineData("10.0.0.5", null, null, false)]
    [InlineData("evil.example", "https://portal.example", "*", true)]
    [InlineData("portal.example", null, "portal.example", true)]
    [InlineData("127.0.0.1", null, "*", true)]
    public void A_link_that_opens_an_account_is_mailed_under_no_name_that_a_stranger_made_up(string host, string? stated, string? allowed, bool sure)
    {
        var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext { Request = { Host = new HostString(host, 8443) } } };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts", allowed)]).Build();
        Assert.Equal(sure, new PortalAddress(http, Options.Create(new SiteOptions { PublicUrl = stated }), configuration).IsSure);
    }

    [Fact]
    public async Task A_link_to_reset_works_once_ends_every_session_and_asking_tells_nobody_who_has_an_account()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[1]);
        using var signedIn = await portal.SignedInAsync(person);
        using var visitor = portal.Anonymous();
        var known = await visitor.SubmitAsync(await visitor.GetAsync("/Account/ForgotPassword"), "#Email", ("Email", person.Email));
        var unknown = await visitor.SubmitAsync(await visitor.GetAsync("/Account/ForgotPassword"), "#Email", ("Email", "nobody@portal.example"));
        Assert.Equal(Tokens().Replace(known.Text, ""), Tokens().Replace(unknown.Text, ""));

        var link = await LinkAsync(person);
        var done = await visitor.SubmitAsync(await visitor.GetAsync(link), "#Password", ("Password", "slow-otter-19-canal"));
        Assert.Equal("/Account/SignIn", done.Path);
        Assert.Equal("/Account/SignIn", (await signedIn.GetAsync("/Account/Profile")).Path);
        var again = await visitor.SubmitAsync(await visitor.GetAsync(link), "#Password", ("Password", "other-otter-20-canal"));
        Assert.Equal("/Account/ResetPassword", again.Path);
        await visitor.SignInAsync(person.Email, "slow-otter-19-canal");
    }

    [Fact]
    public async Task What_a_form_does_not_offer_is_not_taken_from_it()
    {
        var person = Own.At(Role.VendorAgentLead, Own.Vendors[0]);
        using var lead = await portal.SignedInAsync(person);
        var before = (await portal.ContentAsync(Own.Tenant)).Where(r => r.Table == "Memberships").ToList();
        var page = await lead.GetAsync("/Account/Profile");
        var form = page.Form("form[action*='handler=Person']");
        foreach (var (name, value) in new[]
        {
            ("Role", "Headquarters"), ("Person.Role", "Headquarters"), ("TenantId", portal.Networks.Foreign.Tenant.Value.ToString()),
            ("VendorId", Own.Vendors[1].Id.Value.ToString()), ("IsPlatformAdministrator", "true"), ("Person.IsPlatformAdministrator", "true"), ("Version", "99"),
        })
        {
            var field = page.Document.CreateElement("input");
            field.SetAttribute("name", name);
            field.SetAttribute("value", value);
            form.AppendChild(field);
        }

        Assert.Contains("Saved", (await lead.SubmitAsync(page, form, [("Name", "新名字")], [])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync("/Network/Users")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync("/Platform")).Status);
        var after = (await portal.ContentAsync(Own.Tenant)).Where(r => r.Table == "Memberships").ToList();
        Assert.Equal(before.Select(Keys).Order(), after.Select(Keys).Order());

        static string Keys(DatabaseContent.Row row) => string.Join('|', row.Cells.Where(c => c.Key is "Id" or "Role" or "TenantId" or "VendorId" or "OutletId").Select(c => c.Value));
    }

    /// <summary>The link as the page would mail it; no mail server is set up here.</summary>
    private async Task<string> LinkAsync(Person person)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var account = (await users.FindByEmailAsync(person.Email))!;
        var token = await users.GeneratePasswordResetTokenAsync(account);
        return $"/Account/ResetPassword?user={account.Id}&code={Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(token))}";
    }

    [GeneratedRegex("CfDJ8\\S*")]
    private static partial Regex Tokens();
}
