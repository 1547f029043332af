using System.Net;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>Nobody is led to another site by an address of this one (ASVS 3.7.2).</summary>
public sealed class RedirectTests(Portal portal) : IClassFixture<Portal>
{
    public static TheoryData<string> Elsewhere =>
    [
        "https://evil.example/", "//evil.example/", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/%09/evil.example", "\t//evil.example",
        " //evil.example", "https:evil.example", "http:/\\evil.example", "javascript:alert(1)", "data:text/html,x", "/\n/evil.example", "/\r\nLocation: https://evil.example",
        "~//evil.example", "~/\\evil.example", "//evil.example%2f..", "https://portal.example@evil.example/", "//[::1]/", "./..//evil.example", "evil.example", "/\0/evil.example",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task An_address_that_was_asked_for_leads_back_within_the_portal_only(string asked)
    {
        var person = portal.Networks.Own.At(Role.OutletManager, portal.Networks.Own.Outlets[0]);
        using var visitor = portal.Anonymous();
        var sign = $"/Account/SignIn?returnUrl={Uri.EscapeDataString(asked)}";
        using var browser = new Still(portal.Address);
        await StaysAsync(browser, await browser.PostAsync(sign, "input[type=password]", [new("Input.Email", person.Email), new("Input.Password", Networks.Password)]));
        // Signed in by now.
        await StaysAsync(browser, await browser.Http.GetAsync(sign));
        await StaysAsync(browser, await browser.PostAsync("/Account/Profile", "form[action*='Language']", [new("returnUrl", asked)]));
        await StaysAsync(browser, await browser.Http.GetAsync($"/Account/OpenId?returnUrl={Uri.EscapeDataString(asked)}"));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("/Account/..//evil.example")]
    [InlineData("/Issues/%2e%2e//evil.example")]
    [InlineData("/https://evil.example/Issues")]
    public async Task An_address_that_looks_like_another_site_is_no_redirect_to_it(string path)
    {
        using var browser = new Still(portal.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address.ToString().TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        await StaysAsync(browser, await browser.Http.SendAsync(request));
    }

    private static async Task StaysAsync(Still browser, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync());
            foreach (var header in new[] { "Location", "Refresh" })
            {
                var to = answer.Headers.TryGetValues(header, out var values) ? values.Single() : "/";
                Assert.Matches(@"\A/(?![/\\\s])|\A/\z", to);
                Assert.DoesNotContain(to, c => char.IsControl(c));
                Assert.Equal(browser.Http.BaseAddress!.Authority, new Uri(browser.Http.BaseAddress, to).Authority);
            }
        }
    }

    /// <summary>A browser that follows nothing.</summary>
    private sealed class Still(Uri address) : IDisposable
    {
        public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

        public async Task<HttpResponseMessage> PostAsync(string path, string selector, IEnumerable<KeyValuePair<string, string>> values)
        {
            using var page = await Http.GetAsync(path);
            var screen = await Screen.ReadAsync(page);
            var form = screen.Form(selector);
            var given = values.ToList();
            var fields = FormFields.Of(form).Where(f => given.All(v => v.Key != f.Key)).Concat(given);
            var action = form.GetAttribute("action") is { Length: > 0 } stated ? stated : path;
            using var content = new FormUrlEncodedContent(fields);
            return await Http.PostAsync(action, content);
        }

        public void Dispose() => Http.Dispose();
    }
}
