using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// Nonsense in any field of any form and in any word of any address is answered with a page, never with a fault: what cannot be read is told at
/// its field. The plain run takes one seeded value for each field, <c>VENDORGOV_FULL=1</c> eight.
/// </summary>
public sealed class ScrambledTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int Seed = 20261122;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1" ? 8 : 1;

    private static readonly string[] Nonsense =
    [
        "", "-1", "0", "99999999999999999999", "2147483647", "-2147483648", "79228162514264337593543950335", "1e400", "NaN", "1,5", "abc", "9999-12-31", "0001-01-01",
        "2059-12-31", "2001-01-01", "2026-13-45", "9999-12", "0001-01", "2059-12", "2059-Q4", "2059-W52", "9999-12-31T23:59", "25:99", "00000000-0000-0000-0000-000000000000", "\0", "a\0b\u0001",
        new string('a', 5000), "'\"><script>alert(1)</script>", "=1+1", "../../etc/passwd", "x\r\nX-Evil: 1", "\u0661\u0662", "true", "[]", "{\"a\":1}", "\u202egnp.exe", "\uff21", "%", "_", "\\",
    ];

    private readonly Random _random = new(Seed);
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _asked = [];

    [Fact]
    public async Task Nonsense_in_forms_and_addresses_is_answered_with_a_page()
    {
        var walk = new FormWalk(portal, (_, _) => [])
        {
            Repeats = 1, Looked = AskAsync, Scrambled = [.. Enumerable.Range(0, Rounds).SelectMany(_ => new[] { Mixed(3), Mixed(1) })],
        };
        await walk.WalkAsync(portal.Networks.Own.People.DistinctBy(p => p.Role));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{walk.Sent.Count} posts, {_asked.Count} addresses"));
        output.WriteLine(string.Join("\n", portal.Log.Errors.Take(5)));
        Assert.Empty(walk.Sent.Where(s => s.Status >= HttpStatusCode.InternalServerError).Select(s => $"{s.Form}: {s.Status}").Concat(_faults));
        Assert.True(walk.Sent.Count >= 300 && _asked.Count >= 300, $"{walk.Sent.Count} posts, {_asked.Count} addresses");
    }

    /// <summary>Nonsense in one field of so many; the antiforgery token stays, or nothing behind it would be seen.</summary>
    private Func<KeyValuePair<string, string>, KeyValuePair<string, string>> Mixed(int oneOf) => field =>
        field.Key == "__RequestVerificationToken" || _random.Next(oneOf) > 0 ? field : new(field.Key, Nonsense[_random.Next(Nonsense.Length)]);

    /// <summary>The page again, with nonsense for each word that its filters and its address know.</summary>
    private async Task AskAsync(Visitor visitor, Screen screen)
    {
        var known = screen.Document.QuerySelectorAll("form[method=get] [name]").Select(e => e.GetAttribute("name")!)
            .Concat(screen.Url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]))
            .Concat(["p", "month"]).Distinct();
        foreach (var name in known.Where(n => _asked.Add($"{FormWalk.ShapeOf(screen.Path)} {n}")))
        {
            for (var i = 0; i < Rounds; i++)
            {
                var address = $"{screen.Path}?{Uri.EscapeDataString(name)}={Uri.EscapeDataString(Nonsense[_random.Next(Nonsense.Length)])}";
                using var answer = await visitor.Http.GetAsync(address);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    _faults.Add($"{address}: {answer.StatusCode}");
                }
            }
        }
    }
}
