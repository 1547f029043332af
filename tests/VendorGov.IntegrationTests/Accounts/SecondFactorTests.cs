using System.Net;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting.Accounts;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

public sealed class SecondFactorTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>RFC 6238, appendix B, SHA-1: the last six of the eight digits printed there.</summary>
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var (secret, at) = ("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(code, Totp.CodeAt(secret, at));
        Assert.Equal(seconds / 30, Totp.Match(secret, code, at, 0));
        Assert.Equal(seconds / 30, Totp.Match(secret, code, at.AddSeconds(30), 0));
        Assert.Null(Totp.Match(secret, code, at.AddSeconds(61), 0));
        Assert.Null(Totp.Match(secret, code, at, seconds / 30));
        Assert.Null(Totp.Match(secret, "", at, 0));
    }

    [Fact]
    public async Task With_two_steps_a_password_alone_opens_nothing_and_each_code_opens_once()
    {
        var person = portal.Networks.Own.At(Role.OutletManager, portal.Networks.Own.Outlets[3]);
        using var owner = await portal.SignedInAsync(person);
        using var elsewhere = await portal.SignedInAsync(person);
        var (secret, recovery) = await TurnOnAsync(owner);
        Assert.Equal("/Account/SignIn", (await elsewhere.GetAsync("/Account/Profile")).Path);

        // The code that proved the set-up is used up; the next one opens once.
        var used = Totp.CodeAt(secret, portal.Clock.Now);
        using var thief = portal.Anonymous();
        var asked = await PasswordAsync(thief, person);
        Assert.Equal("/Account/SignIn", (await thief.GetAsync("/Account/Profile")).Path);
        var refused = await thief.SubmitAsync(asked, "form[action*='handler=Second']", ("code", used));
        Assert.Contains("动态码不对或已用过", refused.Text, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(secret, portal.Clock.Now);
        Assert.Equal("/", (await thief.SubmitAsync(refused, "form[action*='handler=Second']", ("code", code))).Path);

        using var again = portal.Anonymous();
        var replayed = await again.SubmitAsync(await PasswordAsync(again, person), "form[action*='handler=Second']", ("code", code));
        Assert.Contains("动态码不对或已用过", replayed.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await again.SubmitAsync(replayed, "form[action*='handler=Second']", ("code", recovery[0].ToUpperInvariant()))).Path);
        using var third = portal.Anonymous();
        var spent = await third.SubmitAsync(await PasswordAsync(third, person), "form[action*='handler=Second']", ("code", recovery[0]));
        Assert.Contains("动态码不对或已用过", spent.Text, StringComparison.Ordinal);
        Assert.Contains("9 recovery codes left", (await owner.GetAsync("/Account/SecondStep")).Text, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var kept = await owner.SubmitAsync(
            await owner.GetAsync("/Account/SecondStep"), "#off", ("password", "wrong password here"), ("code", Totp.CodeAt(secret, portal.Clock.Now)));
        Assert.Contains("The password is wrong", kept.Text, StringComparison.Ordinal);
        await owner.SubmitAsync(kept, "#off", ("password", Networks.Password), ("code", Totp.CodeAt(secret, portal.Clock.Now)));
        using var simple = await portal.SignedInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await simple.GetAsync("/Account/Profile")).Status);
    }

    [Fact]
    public async Task Guessed_codes_lock_the_account_like_guessed_passwords()
    {
        var person = portal.Networks.Own.At(Role.OutletReviewer, portal.Networks.Own.Outlets[3]);
        using var owner = await portal.SignedInAsync(person);
        var (secret, _) = await TurnOnAsync(owner);
        portal.Clock.Advance(TimeSpan.FromSeconds(60));
        using var thief = portal.Anonymous();
        var page = await PasswordAsync(thief, person);
        // All at once, so that they would read the same count of failures, and each counts.
        var asked = page;
        page = (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => thief.SubmitAsync(asked, "form[action*='handler=Second']", ("code", "000000")))))[0];

        page = await thief.SubmitAsync(page, "form[action*='handler=Second']", ("code", Totp.CodeAt(secret, portal.Clock.Now)));
        Assert.Contains("动态码不对或已用过", page.Text, StringComparison.Ordinal);
    }

    private async Task<(byte[] Secret, List<string> Recovery)> TurnOnAsync(Visitor owner)
    {
        var (offered, secret) = await Authenticator.BeginAsync(owner);
        var wrong = await owner.SubmitAsync(offered, "form[action*='handler=Confirm']", ("code", "123"));
        Assert.Contains("The code is wrong", wrong.Text, StringComparison.Ordinal);
        var done = await Authenticator.ConfirmAsync(owner, wrong, secret, portal.Clock.Now);
        var codes = done.Document.QuerySelectorAll(".codes li").Select(c => c.TextContent).ToList();
        Assert.Equal(SecondFactor.RecoveryCodes, codes.Distinct().Count());
        return (secret, codes);
    }

    private static async Task<Screen> PasswordAsync(Visitor visitor, Person person)
    {
        var page = await visitor.GetAsync("/Account/SignIn");
        return await visitor.SubmitAsync(page, "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
    }
}
