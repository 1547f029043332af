using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.IntegrationTests.Reports;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Files;

/// <summary>Every way by which a file comes in, with what must not come in, and with what must (ASVS 5.2).</summary>
public sealed class HostileUploadTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int MostMilliseconds = 2000;
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task What_must_not_be_kept_is_refused_with_its_reason_and_leaves_nothing()
    {
        using var outlet = await portal.OutletAsync();
        var corpus = HostileEvidence.All();
        Assert.True(corpus.Count >= 150, $"{corpus.Count} files");
        var before = await KeptAsync();
        List<string> wrong = [];
        var drawn = Full ? corpus : [.. corpus.Where((_, i) => i % 3 == 0 || i >= corpus.Count - 40)];
        var longest = 0L;
        foreach (var (what, name, content) in drawn)
        {
            var bytes = content();
            var clock = Stopwatch.StartNew();
            var (answer, body) = await outlet.BringAsync(name, bytes);
            longest = Math.Max(longest, clock.ElapsedMilliseconds);
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity || body?.GetProperty("error").GetString() is not { Length: > 5 })
            {
                wrong.Add($"{what}: {(int)answer.StatusCode}");
            }
        }

        output.WriteLine($"{drawn.Count} of {corpus.Count} files, the longest took {longest} ms.");
        Assert.Empty(wrong);
        Assert.True(longest < MostMilliseconds * (Full ? 1 : 3), $"{longest} ms");
        Assert.Equal(before, await KeptAsync());
        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task Every_form_that_takes_a_file_refuses_them_beside_the_field()
    {
        var issue = (await portal.InTenantAsync(Own.Tenant, db => Task.FromResult(db.Issues.First(i => i.ProblemType == Domain.Issues.ProblemType.TechnicalFault).Id.Value))).ToString();
        (Person Who, string Page, string Form, string Field, bool Table)[] doors =
        [
            (Own.Headquarters, "/Network/Import", "input[type=file]", "file", true), (Own.Headquarters, "/Ledger/Import", "input[type=file]", "file", true),
            (Own.At(Role.VendorManager, Own.Vendors[0]), "/Staffing/AgentsImport", "input[type=file]", "file", true),
            (Own.At(Role.VendorManager, Own.Vendors[0]), "/Staffing/Upload", "input[type=file]", "file", true),
            (Own.Headquarters, "/Inspections/Surveys", "input[type=file]", "file", true), (Own.At(Role.VendorManager, Own.Vendors[0]), $"/Faults/Missed/{issue}", "input[type=file]", "file", true),
            (Own.At(Role.VendorManager, Own.Vendors[0]), "/Exemptions/Ask", "#Proof", "Proof", false),
        ];
        List<(string What, string Name, Func<byte[]> Content)> tables =
            [.. HostileArchives.All().Where(f => f.Expected.StartsWith("file.", StringComparison.Ordinal)).Select(f => (f.What, f.Name, f.Content))];
        var evidence = HostileEvidence.All();
        var before = DatabaseContent.Hash(await portal.ContentAsync(Own.Tenant));
        var sent = 0;
        List<string> wrong = [];
        foreach (var (who, path, form, field, isTable) in doors)
        {
            using var visitor = await portal.SignedInAsync(who);
            var page = await visitor.GetAsync(path);
            var corpus = isTable ? tables : evidence;
            foreach (var (what, name, content) in corpus.Where((_, i) => Full || (i + path.Length) % 12 == 0))
            {
                sent++;
                var answer = await visitor.SubmitAsync(page, page.Form(form), Asked(path), [(field, name, content())]);
                if (answer.Status != HttpStatusCode.OK || answer.Document.QuerySelector(".ferr, .errsum, #problems") is null)
                {
                    wrong.Add($"{path}: {what}: {(int)answer.Status} {answer.Find(".flash")}");
                }
            }
        }

        output.WriteLine($"{sent} files at {doors.Length} forms.");
        Assert.Empty(wrong);
        Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync(Own.Tenant)));
        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task Fifty_good_files_come_back_byte_for_byte()
    {
        using var outlet = await portal.OutletAsync();
        var good = GoodFiles.All();
        Assert.True(good.Count >= 50, $"{good.Count} files");
        foreach (var batch in good.Chunk(10))
        {
            // What waits for its form is limited, so each batch is removed again.
            List<string> addresses = [];
            foreach (var (name, content) in batch)
            {
                var (answer, body) = await outlet.BringAsync(name, content);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}: {body}");
                addresses.Add(body!.Value.GetProperty("url").GetString()!);
                Assert.Equal(content, await outlet.Http.GetByteArrayAsync(addresses[^1]));
            }

            await portal.InTenantAsync(Own.Tenant, db => db.DraftFiles.ExecuteDeleteAsync());
        }
    }

    private static (string, string)[] Asked(string path) => path == "/Exemptions/Ask"
        ? [("Input.From", "2026-03-01T06:00"), ("Input.To", "2026-03-01T14:00"), ("Input.Reason", "台风停电")]
        : [];

    private async Task<string> KeptAsync() =>
        DatabaseContent.Hash((await portal.ContentAsync(Own.Tenant)).Where(r => r.Table == "DraftFiles"));
}
