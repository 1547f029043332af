using System.Net;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>Follows every link that each role is shown.</summary>
public sealed class CrawlTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int MostPages = 200;
    private const int MostQueries = 20;

    [Fact]
    public async Task Looking_at_pages_changes_nothing_breaks_nowhere_and_asks_the_database_little()
    {
        var before = DatabaseContent.Hash(await portal.ContentAsync());
        var problems = new List<string>();
        foreach (var person in portal.Networks.Own.People.Append(portal.Networks.Platform).DistinctBy(p => p.Role))
        {
            using var visitor = await portal.SignedInAsync(person);
            problems.AddRange((await CrawlAsync(visitor)).Select(p => $"{person.Role}: {p}"));
        }

        Assert.Empty(problems);
        Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync()));
    }

    private async Task<List<string>> CrawlAsync(Visitor visitor)
    {
        var (queue, seen, problems) = (new Queue<string>(["/"]), new HashSet<string>(["/"]), new List<string>());
        while (queue.TryDequeue(out var path) && seen.Count < MostPages)
        {
            portal.Queries.Reset();
            var screen = await visitor.GetAsync(path);
            problems.AddRange(Problems(screen, portal.Queries.Count).Select(p => $"{path}: {p}"));
            foreach (var link in screen.Links.Where(l => seen.Add(Shape(l))))
            {
                queue.Enqueue(link);
            }
        }

        output.WriteLine($"{seen.Count} pages");
        return problems;
    }

    private static IEnumerable<string> Problems(Screen screen, int queries)
    {
        if (screen.Status != HttpStatusCode.OK)
        {
            yield return $"{(int)screen.Status}";
        }

        if (queries > MostQueries)
        {
            yield return $"{queries} queries";
        }

        if (!screen.Answer.Headers.TryGetValues("Content-Security-Policy", out var policy) || policy.Any(p => p.Contains("unsafe", StringComparison.Ordinal)))
        {
            yield return "no strict content security policy";
        }

        if (screen.Document.QuerySelector("[style], script:not([src]), style") is { } inline)
        {
            yield return $"inline code that the policy refuses: {inline.OuterHtml[..Math.Min(80, inline.OuterHtml.Length)]}";
        }
    }

    /// <summary>A list with other values of the same filters is the same page.</summary>
    private static string Shape(string link)
    {
        var parts = link.Split('#')[0].Split('?', 2);
        return parts.Length == 1 ? parts[0] : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Order())}";
    }
}
