using Microsoft.Playwright;

namespace VendorGov.BrowserTests;

/// <summary>What every walk does.</summary>
internal static class Steps
{
    /// <summary>A window in Chinese of the demo's account of that name.</summary>
    public static async Task<Window> SignedInAsync(this DemoPortal demo, string account)
    {
        var window = await Window.OpenAsync(demo, Look.All[0]);
        await window.SignInAsync($"{account}@demo.example");
        return window;
    }

    /// <summary>Clicks and waits until another page stands there.</summary>
    public static Task LeaveAsync(IPage page, ILocator button) => LeaveAsync(page, () => button.ClickAsync());

    /// <summary>The same by any other means than a click.</summary>
    public static async Task LeaveAsync(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => document.documentElement.classList.add('left')");
        await act();
        await page.Locator("html:not(.left)").WaitForAsync();
    }
}
