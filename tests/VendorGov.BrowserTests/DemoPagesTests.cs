using Microsoft.Playwright;
using Xunit;

namespace VendorGov.BrowserTests;

/// <summary>
/// Walks the demo as each role in both languages, wide and on a phone: what the navigation offers, and the first row of
/// each list. No error in the console (which names breaches of the content policy too), nothing wider than the window, nothing
/// serious found by axe-core. Pictures land in artifacts/screenshots.
/// </summary>
[Collection(OneDemo.Name)]
public sealed class DemoPagesTests(DemoPortal demo)
{
    private const int Turns = 3;
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private static readonly string[] Roles = ["hq", "region", "outlet", "reviewer", "vendor", "lead", "auditor", "platform"];

    public static TheoryData<string> Accounts => [.. Roles];

    [Fact]
    public async Task The_demo_lists_the_account_of_every_role_on_its_console()
    {
        await using var window = await Window.OpenAsync(demo, Look.All[0]);
        Assert.All(Roles, account => Assert.Contains($"{account}@demo.example", demo.Console, StringComparison.Ordinal));
        Assert.Contains(DemoPortal.Password, demo.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_before_sign_in_are_sound_in_both_languages_and_on_a_phone()
    {
        var problems = new List<string>();
        foreach (var look in Look.All)
        {
            await using var window = await Window.OpenAsync(demo, look);
            problems.AddRange(await window.ShowAsync("/Account/SignIn", "sign-in"));
            problems.AddRange(await window.ShowAsync("/Account/ForgotPassword", "forgot-password"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory, MemberData(nameof(Accounts))]
    public async Task Each_page_that_a_role_is_shown_is_sound_in_both_languages_and_on_a_phone(string account)
    {
        var problems = new List<string>();
        var seen = 0;
        // The plain run takes one look a role, so that together the roles take all of them; headquarters see the most.
        var turn = Array.IndexOf(Roles, account);
        Look[] looks = Full ? Look.All : account == "hq" ? [Look.All[0], Look.All[3]] : [Look.All[turn % Look.All.Length]];
        foreach (var look in looks)
        {
            await using var window = await Window.OpenAsync(demo, look);
            await window.SignInAsync($"{account}@demo.example");
            // In the plain run headquarters see all once; the others, and headquarters' phone, take turns with the pages.
            seen += await WalkAsync(window, account, problems, Full || (account == "hq" && look == looks[0]) ? null : turn % Turns);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(seen >= looks.Length, $"{account} was shown {seen} pages.");
    }

    /// <summary>Home, what the navigation links to, and from each of those the first page of one row; each is opened once.</summary>
    /// <param name="turn">Of each three pages the one that is looked at; null: all. Lists are opened all the same, for their links.</param>
    /// <returns>How many were looked at.</returns>
    private static async Task<int> WalkAsync(Window window, string account, List<string> problems, int? turn)
    {
        var paths = new List<string> { "/" };
        var (lists, seen) = (0, 0);
        for (var i = 0; i < paths.Count; i++)
        {
            if (i == 0 || turn is null || i % Turns == turn)
            {
                problems.AddRange(await window.ShowAsync(paths[i], $"{account}{NameOf(paths[i])}"));
                seen++;
            }
            else if (i < lists)
            {
                await window.Page.GotoAsync(paths[i]);
            }

            if (i == 0)
            {
                paths.AddRange((await LinksAsync(window.Page, "nav a[href^='/']")).Where(p => !IsDownload(p) && !paths.Contains(p)));
                lists = paths.Count;
            }
            else if (i < lists)
            {
                var links = (await LinksAsync(window.Page, "main a[href^='/']")).Where(p => !IsDownload(p) && !paths.Contains(p)).ToList();
                paths.AddRange(links.Where(IsRow).Take(1));
                paths.AddRange(links.Where(l => !IsRow(l) && !l.Contains('?')).Take(Full ? 3 : 1));
            }
        }

        return seen;
    }

    private static async Task<List<string>> LinksAsync(IPage page, string selector) =>
        [.. (await page.EvalOnSelectorAllAsync<string[]>(selector, "all => all.map(a => a.getAttribute('href').split('#')[0])")).Distinct()];

    private static bool IsRow(string path) => path.Split('/', '?').Any(part => Guid.TryParse(part, out _));

    private static bool IsDownload(string path) =>
        path.Contains("handler=", StringComparison.OrdinalIgnoreCase) || path.Contains("Export", StringComparison.OrdinalIgnoreCase)
        || path.Contains("Template", StringComparison.OrdinalIgnoreCase) || path.Contains("Download", StringComparison.OrdinalIgnoreCase)
        || path.Contains("format=", StringComparison.OrdinalIgnoreCase) || Path.HasExtension(path);

    /// <summary>/Issues/Details/0198... becomes -issues-details.</summary>
    private static string NameOf(string path) => path == "/" ? "-home" : string.Concat(
        path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => !Guid.TryParse(p, out _)).Select(p => $"-{p.ToLowerInvariant()}"));
}
