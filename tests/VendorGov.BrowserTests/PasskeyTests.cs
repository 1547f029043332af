using Microsoft.Playwright;
using Xunit;

namespace VendorGov.BrowserTests;

/// <summary>Passkeys with the browser's own virtual device, by the pages alone.</summary>
[Collection(OneDemo.Name)]
public sealed class PasskeyTests(DemoPortal demo)
{
    [Fact]
    public async Task A_passkey_opens_without_a_password_only_for_its_person_and_nothing_once_it_is_removed()
    {
        // Browsers keep passkeys for names, never for addresses.
        var address = new UriBuilder(demo.Address) { Host = "localhost" }.Uri;
        await using var context = await demo.Chromium.Browser.NewContextAsync(new() { BaseURL = address.ToString(), ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var device = await context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        var made = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
            ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
        } });
        var id = made!.Value.GetProperty("authenticatorId").GetString()!;

        await OutAsync(context, address);
        await page.GotoAsync("/Account/SignIn");
        await page.FillAsync("input[type=email]", "auditor@demo.example");
        await page.FillAsync("input[type=password]", DemoPortal.Password);
        await Steps.LeaveAsync(page, page.Locator(".sheet button.btn-primary"));
        await page.GotoAsync("/Account/Passkeys");
        await page.FillAsync("#name", "Office laptop");
        await page.FillAsync("#password", "not the password");
        await page.ClickAsync("#add button");
        await page.Locator("#add [role=alert]", new() { HasTextString = "The password is wrong" }).WaitForAsync();
        await page.FillAsync("#password", DemoPortal.Password);
        await Steps.LeaveAsync(page, page.Locator("#add button"));
        Assert.Contains("The passkey is added", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("details summary", new() { HasTextString = "Office laptop" }).CountAsync());

        // No name, no password: the device is asked and says who it is.
        await OutAsync(context, address);
        await page.GotoAsync("/Account/SignIn?ReturnUrl=%2FAccount%2FSessions");
        await Steps.LeaveAsync(page, page.Locator("[data-passkey=get] button"));
        Assert.EndsWith("/Account/Sessions", page.Url, StringComparison.Ordinal);
        Assert.Contains("Signed in with a passkey", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // A device that did not make sure of its person opens nothing.
        await OutAsync(context, address);
        await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = false });
        await page.GotoAsync("/Account/SignIn");
        await page.ClickAsync("[data-passkey=get] button");
        await page.Locator("[data-passkey=get] [role=alert]:not([hidden])").WaitForAsync();
        await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = true });

        await page.ClickAsync("[data-passkey=get] button");
        await page.WaitForURLAsync(url => !url.Contains("SignIn", StringComparison.Ordinal));
        await page.GotoAsync("/Account/Passkeys");
        await page.ClickAsync("main details summary");
        await page.FillAsync("main details input[type=password]", DemoPortal.Password);
        await page.ClickAsync("main details button[data-confirm]");
        await Steps.LeaveAsync(page, page.Locator("#confirm [data-yes]"));
        Assert.Contains("The passkey is removed", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await OutAsync(context, address);
        await page.GotoAsync("/Account/SignIn");
        await Steps.LeaveAsync(page, page.Locator("[data-passkey=get] button"));
        Assert.Contains("The passkey was not accepted", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The cookies go, the device's keys stay.</summary>
    private static async Task OutAsync(IBrowserContext context, Uri address)
    {
        await context.ClearCookiesAsync();
        await context.AddCookiesAsync([new Cookie { Name = "vg-lang", Value = "en", Url = address.ToString() }]);
    }
}
