using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>What a browser without a key may not do; the way with one is <c>BrowserTests/PasskeyTests</c>.</summary>
public sealed class PasskeyTests(Portal portal) : IClassFixture<Portal>
{
    private const string Made = """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA","transports":["internal"]},"clientExtensionResults":{}}""";
    private const string Signed = """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":"AA"},"clientExtensionResults":{}}""";

    [Fact]
    public async Task A_key_is_offered_only_for_the_password_and_taken_only_for_an_offer()
    {
        var person = portal.Networks.Own.At(Role.VendorAgentLead, portal.Networks.Own.Vendors[0]);
        using var owner = await portal.SignedInAsync(person);
        var page = await owner.GetAsync("/Account/Passkeys");
        var token = page.Form("#add").QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var refused = await OfferAsync(owner, token, "wrong password here");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The password is wrong", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Without an offer, and with an answer that is none: nothing is kept.
        await owner.SubmitAsync(page, "#add", ("credential", Made));
        using var offered = await OfferAsync(owner, token, Networks.Password);
        var options = System.Text.Json.JsonDocument.Parse(await offered.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("required", options.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.Equal(person.Email, options.GetProperty("user").GetProperty("name").GetString());
        var after = await owner.SubmitAsync(page, "#add", ("credential", Made));
        Assert.Contains("The passkey was not accepted", after.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await owner.SubmitAsync(page, Pointed(page, "Remove"), [], [])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.SubmitAsync(page, Pointed(page, "Rename"), [], [])).Status);
    }

    [Fact]
    public async Task Nobody_signs_in_with_an_answer_that_no_key_gave()
    {
        using var thief = portal.Anonymous();
        var page = await thief.GetAsync("/Account/SignIn");
        foreach (var credential in new[] { "", "{}", "no json", Signed })
        {
            using var asked = await thief.Http.PostAsync("/Account/SignIn?handler=Ask", new FormUrlEncodedContent(FormFields.Of(page.Form("[data-passkey=get]"))));
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            var after = await thief.SubmitAsync(page, "[data-passkey=get]", ("credential", credential));
            Assert.Contains("通行密钥未通过验证", after.Text, StringComparison.Ordinal);
        }

        Assert.Equal("/Account/SignIn", (await thief.GetAsync("/Account/Profile")).Path);
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Equal(4, await scope.ServiceProvider.GetRequiredService<AppDb>().SignInEvents.CountAsync(e => e.Outcome == SignInOutcome.WrongPasskey && e.UserId == null));
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Pointed(Screen page, string handler)
    {
        var form = page.Form("#add");
        form.SetAttribute("action", $"/Account/Passkeys?handler={handler}&key=AAAA");
        return form;
    }

    private static Task<HttpResponseMessage> OfferAsync(Visitor owner, string token, string password) => owner.Http.PostAsync(
        "/Account/Passkeys?handler=Offer", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("password", password)]));

    private async Task<int> CountAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().UserPasskeys.CountAsync();
    }
}
