using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// Every page and handler with ids of a foreign tenant, a foreign vendor and another outlet: answered as if the row did not
/// exist, and nothing changes. New pages and new tables join by themselves. VENDORGOV_FULL=1 sends at least one id
/// of every table to every door.
/// </summary>
public sealed partial class RouteWalkTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    /// <summary>In the plain run one table of so many, for walkers of the same tenant and for those of another.</summary>
    private const int OwnShare = 8, ForeignShare = 12;

    [Fact]
    public async Task The_walk_knows_what_every_parameter_of_every_path_is()
    {
        var doors = await Door.AllAsync(portal);
        Assert.NotEmpty(doors);
        Assert.Empty(doors.SelectMany(d => d.UnknownParameters.Select(p => $"{d.Name}: {p}")));
    }

    [Fact]
    public async Task Every_table_of_a_tenant_has_rows_that_the_walk_can_ask_for()
    {
        var content = await portal.ContentAsync(portal.Networks.Own.Tenant);
        var filled = content.Select(r => r.Entity).ToHashSet();
        await using var scope = portal.Services.CreateAsyncScope();
        var tables = scope.ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes()
            .Where(e => e.FindProperty("TenantId") is not null).Select(e => e.ClrType);
        Assert.Empty(tables.Where(t => !filled.Contains(t)).Select(t => t.Name));
    }

    [Fact]
    public async Task Rows_of_others_answer_like_rows_that_do_not_exist_and_stay_as_they_are()
    {
        var doors = (await Door.AllAsync(portal)).Where(d => d.TakesIds).ToList();
        var before = await portal.ContentAsync(portal.Networks.Own.Tenant);
        var walks = new ConcurrentBag<(int Requests, List<string> Leaks)>();
        await Parallel.ForEachAsync(
            Prey.Walkers(portal.Networks).Select((walker, place) => (walker, new Random(20260301 + place))),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (one, _) => walks.Add(await WalkAsync(one.walker, doors, before, one.Item2)));

        output.WriteLine($"{walks.Sum(w => w.Requests)} requests at {doors.Count} doors.");
        Assert.Empty(walks.SelectMany(w => w.Leaks).Distinct());
        var after = await portal.ContentAsync(portal.Networks.Own.Tenant);
        Assert.Equal(
            DatabaseContent.Hash(Prey.OfFirstParty(before, portal.Networks.Own)), DatabaseContent.Hash(Prey.OfFirstParty(after, portal.Networks.Own)));
        Assert.Empty(await TracesInForeignTenantAsync(before));
    }

    [Fact]
    public async Task Each_page_of_one_row_opens_for_somebody_of_the_own_network()
    {
        var own = portal.Networks.Own;
        var ids = Prey.Ids(await portal.ContentAsync(own.Tenant), own, false).SelectMany(g => g.Take(4)).ToList();
        var closed = (await Door.AllAsync(portal)).Where(d => d is { Method: "GET", Handler: null, RouteIds.Count: > 0 }).ToList();
        foreach (var person in own.People)
        {
            using var visitor = await portal.SignedInAsync(person);
            foreach (var door in closed.Where(d => d.Opens(person.Role)).ToList())
            {
                if (await OpensForAnyAsync(visitor, door, ids))
                {
                    closed.Remove(door);
                }
            }
        }

        Assert.Empty(closed.Select(d => d.Name));
    }

    private async Task<(int Requests, List<string> Leaks)> WalkAsync(Walker walker, List<Door> doors, List<DatabaseContent.Row> rows, Random sample)
    {
        using var visitor = await portal.SignedInAsync(walker.Person);
        var walk = new Walk(visitor, await TokenAsync(visitor), walker, portal.Networks.Own.Code);
        var ids = Prey.Ids(rows, portal.Networks.Own, walker.SameTenant);
        var leaks = new List<string>();
        foreach (var door in doors)
        {
            foreach (var id in Pick(ids, door.Opens(walker.Person.Role), walker.SameTenant, sample))
            {
                leaks.AddRange(await walk.KnockAsync(door, id));
            }
        }

        return (walk.Requests, leaks);
    }

    private static async Task<bool> OpensForAnyAsync(Visitor visitor, Door door, List<string> ids)
    {
        foreach (var id in ids)
        {
            using var answer = await visitor.Http.GetAsync(door.Path(id));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where the role may not even come in, one id is enough; else one of each table in <see cref="OwnShare"/> or <see cref="ForeignShare"/>,
    /// drawn anew for each door and walker; in the long drill every one of the same tenant, and of another tenant one of each table.
    /// </summary>
    private static IEnumerable<string> Pick(ILookup<string, string> ids, bool opens, bool sameTenant, Random sample)
    {
        var one = ids.Select(table => table.ElementAt(sample.Next(table.Count()))).ToList();
        return !opens ? one.Take(1)
            : !Full ? one.Where(_ => sample.Next(sameTenant ? OwnShare : ForeignShare) == 0)
            : sameTenant ? ids.SelectMany(table => table) : one;
    }

    /// <summary>Rows of the foreign tenant that now hold an id of the own one.</summary>
    private async Task<IEnumerable<string>> TracesInForeignTenantAsync(List<DatabaseContent.Row> own)
    {
        var ids = Prey.Ids(own, portal.Networks.Own, false).SelectMany(g => g).ToHashSet();
        return (await portal.ContentAsync(portal.Networks.Foreign.Tenant))
            .SelectMany(r => r.Cells.Where(c => ids.Contains(c.Value)).Select(c => $"{r.Table}.{c.Key}"));
    }

    private static async Task<string> TokenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/Account/Profile");
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private sealed partial class Walk(Visitor visitor, string token, Walker walker, string canary)
    {
        private readonly string _unknown = Guid.CreateVersion7().ToString();
        private readonly Dictionary<Door, (HttpStatusCode Status, string Body)> _unknownAnswers = [];

        public int Requests { get; private set; }

        /// <summary>What is wrong with the answer for <paramref name="id"/>; nothing where it tells nothing.</summary>
        public async Task<IEnumerable<string>> KnockAsync(Door door, string id)
        {
            var (status, body) = await SendAsync(door, id);
            if (!_unknownAnswers.TryGetValue(door, out var unknown))
            {
                _unknownAnswers.Add(door, unknown = await SendAsync(door, _unknown));
            }

            var found = Problems(door, status, body, unknown.Status, unknown.Body).ToList();
            if (found.Count > 0)
            {
                // Another walker may have changed what both pages show in between. What leaks, leaks again.
                (status, body) = await SendAsync(door, id);
                unknown = _unknownAnswers[door] = await SendAsync(door, _unknown);
                found = [.. Problems(door, status, body, unknown.Status, unknown.Body)];
            }

            return found.Select(p => $"{walker.Name}: {door.Name}: {p}");
        }

        private IEnumerable<string> Problems(Door door, HttpStatusCode status, string body, HttpStatusCode unknownStatus, string unknownBody)
        {
            if (door.RouteIds.Count > 0 && status != HttpStatusCode.NotFound)
            {
                yield return $"{(int)status} instead of 404";
            }

            if (status != unknownStatus || body != unknownBody)
            {
                yield return $"differs from an unknown id ({(int)status}, {(int)unknownStatus})";
            }

            if ((int)status >= 500)
            {
                yield return $"{(int)status}";
            }

            if (!walker.SameTenant && body.Contains(canary, StringComparison.OrdinalIgnoreCase))
            {
                yield return "shows a name of the other tenant";
            }
        }

        /// <summary>What a workbook says: its sheets and texts, without the times and the random relation ids of the package.</summary>
        private static string Cells(Stream workbook)
        {
            using var parts = new System.IO.Compression.ZipArchive(workbook);
            return string.Concat(parts.Entries
                .Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) || e.FullName == "xl/sharedStrings.xml")
                .OrderBy(e => e.FullName, StringComparer.Ordinal)
                .Select(e => RelationId().Replace(new StreamReader(e.Open()).ReadToEnd(), "")));
        }

        [GeneratedRegex(" r:id=\"[^\"]*\"")]
        private static partial Regex RelationId();

        private async Task<(HttpStatusCode Status, string Body)> SendAsync(Door door, string id)
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path(id));
            if (door.Method != "GET")
            {
                request.Content = new FormUrlEncodedContent(
                    [new("__RequestVerificationToken", token), .. door.ValueIds.Select(v => new KeyValuePair<string, string>(v, id))]);
            }

            Requests++;
            using var answer = await visitor.Http.SendAsync(request);
            var type = answer.Content.Headers.ContentType?.MediaType;
            var body = type?.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) == true ? Cells(await answer.Content.ReadAsStreamAsync())
                : type == "application/pdf" ? Undated().Replace(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), "")
                : await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, Volatile().Replace(body.Replace(id, "ID", StringComparison.OrdinalIgnoreCase), ""));
        }

        /// <summary>What every drawing of a PDF has of its own: the second in which it was made, and ids.</summary>
        [GeneratedRegex(@"/(Creation|Mod)Date\s*\([^)]*\)|/ID\s*\[[^\]]*\]|/NM\([^)]*\)|/M\(D:[^)]*\)|uuid:[0-9a-fA-F-]+|<xmp:\w+Date>[^<]*|[A-Z]{6}(?=\+)")]
        private static partial Regex Undated();

        /// <summary>What differs between any two answers: antiforgery tokens and the reference of an error page.</summary>
        [GeneratedRegex("value=\"CfDJ8[^\"]*\"|nonce-[^'\"]*")]
        private static partial Regex Volatile();
    }
}
