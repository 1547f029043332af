using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>The app on a person's phone: takes the key from the page and makes codes of it.</summary>
internal static class Authenticator
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Sets two-step sign-in up as far as the page that shows the key.</summary>
    public static async Task<(Screen Offered, byte[] Secret)> BeginAsync(Visitor owner)
    {
        var offered = await owner.SubmitAsync(await owner.GetAsync("/Account/SecondStep"), "#begin", ("password", Networks.Password));
        return (offered, SecretOf(offered.Document.QuerySelectorAll("p.mono").Single().TextContent.Replace(" ", "", StringComparison.Ordinal)));
    }

    /// <summary>Confirms the key by its present code.</summary>
    public static Task<Screen> ConfirmAsync(Visitor owner, Screen offered, byte[] secret, DateTimeOffset now) =>
        owner.SubmitAsync(offered, "form[action*='handler=Confirm']", ("code", Totp.CodeAt(secret, now)));

    private static byte[] SecretOf(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
