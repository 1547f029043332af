using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting.Accounts;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>A code of the second step opens once, whoever has read along (ASVS 6.5.1). VENDORGOV_FULL=1: 100 codes.</summary>
public sealed class ReplayTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const string Refusal = "动态码不对或已用过";
    private static readonly int Codes = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1" ? 100 : 8;

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task No_code_that_was_used_opens_again_and_of_many_at_once_one_does()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[0]);
        var (secret, asked) = await SetUpAsync(person);
        var (replayed, opened) = (0, 0);
        for (var i = 0; i < Codes; i++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(30));
            var code = Totp.CodeAt(secret, portal.Clock.Now);
            // Three read along and are as fast as the owner; one comes later, one in the next half minute.
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EnterAsync(asked, code)));
            Assert.Equal(1, answers.Count(a => a));
            replayed += await EnterAsync(asked, code) ? 1 : 0;
            portal.Clock.Advance(TimeSpan.FromSeconds(30));
            opened += await EnterAsync(asked, Totp.CodeAt(secret, portal.Clock.Now)) ? 1 : 0;
            replayed += await EnterAsync(asked, code) ? 1 : 0;
            portal.Clock.Advance(TimeSpan.FromSeconds(30));
            // What fails counts towards the lockout, and what opens forgives it.
            Assert.True(await EnterAsync(asked, Totp.CodeAt(secret, portal.Clock.Now)));
        }

        output.WriteLine($"{Codes} codes, sent again {Codes * 4} times: {replayed} opened again.");
        Assert.Equal((0, Codes), (replayed, opened));
    }

    [Fact]
    public async Task The_right_password_between_guesses_at_the_code_forgives_none_of_them()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[1]);
        var (secret, asked) = await SetUpAsync(person);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await EnterAsync(asked, "000000"));
            using var visitor = portal.Anonymous();
            var again = await PasswordAsync(visitor, person);
            // The fifth has locked the account, for the right password too.
            Assert.Equal(i < 4, again.Document.QuerySelector("form[action*='handler=Second']") is not null);
            asked = i < 4 ? again : asked;
        }

        Assert.False(await EnterAsync(asked, Totp.CodeAt(secret, portal.Clock.Now)));
    }

    /// <summary>Turns two steps on and gives the password; the answer waits for the code.</summary>
    private async Task<(byte[] Secret, Screen Asked)> SetUpAsync(Person person)
    {
        using var owner = await portal.SignedInAsync(person);
        var (offered, secret) = await Authenticator.BeginAsync(owner);
        await Authenticator.ConfirmAsync(owner, offered, secret, portal.Clock.Now);
        using var visitor = portal.Anonymous();
        return (secret, await PasswordAsync(visitor, person));
    }

    private static async Task<Screen> PasswordAsync(Visitor visitor, Person person) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));

    /// <summary>From a browser of its own, with the ticket of the password.</summary>
    private async Task<bool> EnterAsync(Screen asked, string code)
    {
        using var visitor = portal.Anonymous();
        var own = await visitor.GetAsync("/Account/SignIn");
        var form = asked.Form("form[action*='handler=Second']");
        var fields = FormFields.Of(form).Where(f => f.Key is not ("code" or "__RequestVerificationToken"))
            .Append(new("__RequestVerificationToken", own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)).Append(new("code", code));
        using var content = new FormUrlEncodedContent(fields);
        var answer = await Screen.ReadAsync(await visitor.Http.PostAsync(new Uri(portal.Address, form.GetAttribute("action")), content));
        if (answer.Path == "/")
        {
            return true;
        }

        Assert.Contains(Refusal, answer.Text, StringComparison.Ordinal);
        return false;
    }
}
