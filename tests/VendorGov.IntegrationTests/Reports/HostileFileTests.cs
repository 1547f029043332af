using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Shared;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>Alone on the machine, as it watches time and memory.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;

/// <summary>
/// Every file of the corpus is refused, quickly, in a sentence of its own, and without much memory. The plain run takes a seeded third of them,
/// VENDORGOV_FULL=1 all.
/// </summary>
[Collection(nameof(Measured))]
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private const int MaxMilliseconds = 2000;
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";
    private const long MaxMemory = 50L * 1024 * 1024;

    private static readonly ReportContext Context = new(
        "HT-1", new YearMonth(2026, 2), new DateOnly(2026, 3, 2), [Channel.Voice], [new ReportOutlet(OutletId.New(), "W01", "东湖")],
        ReportHistory.None);

    public static TheoryData<HostileFile> Files()
    {
        var sample = new Random(20261123);
        return [.. HostileArchives.All().Concat(HostileTables.All()).Where(_ => Full || sample.Next(3) == 0)];
    }

    [Fact]
    public void The_corpus_holds_more_than_a_hundred_files_each_with_its_own_name()
    {
        var files = HostileArchives.All().Concat(HostileTables.All()).ToList();
        Assert.True(files.Count >= 100, $"{files.Count} files");
        Assert.Equal(files.Count, files.DistinctBy(f => f.What + f.Name).Count());
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void A_hostile_or_malformed_file_is_refused_in_a_clear_sentence(HostileFile file)
    {
        var content = file.Content();
        var (said, milliseconds, memory) = Measure(file, content);
        if (milliseconds > MaxMilliseconds || memory > MaxMemory)
        {
            // The machine may have been busy with something else; what costs too much does so twice.
            (said, milliseconds, memory) = Measure(file, content);
        }

        output.WriteLine($"{said[0]} {milliseconds} ms, {memory / 1048576.0:0.0} MB");
        Assert.Contains(file.Expected, said);
        Assert.True(milliseconds <= MaxMilliseconds, $"{milliseconds} ms");
        Assert.True(memory <= MaxMemory, $"{memory / 1048576} MB");
    }

    private static (List<string> Said, long Milliseconds, long Memory) Measure(HostileFile file, byte[] content)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var stop = new CancellationTokenSource();
        var watch = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                Thread.Sleep(1);
            }
        });
        watch.Start();
        var started = System.Diagnostics.Stopwatch.StartNew();
        var said = Said(file, content);
        var took = started.ElapsedMilliseconds;
        stop.Cancel();
        watch.Join();
        return (said, took, peak - before);
    }

    /// <summary>What the page would say: the refusal of the file, or the rules that its rows break. Each is put into words.</summary>
    private static List<string> Said(HostileFile file, byte[] content)
    {
        var text = Text.For(Text.English, TimeZoneInfo.Utc);
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            var outcome = ReportReading.Check(Context, [(new UploadedFile(file.Name, "", content.Length), stream)]);
            var rejects = outcome.Findings.Where(f => f.Level == FindingLevel.Reject).ToList();
            Assert.All(rejects.Select(new FindingText(text).View), v => Assert.DoesNotContain("⟦", v.Problem + v.Fix, StringComparison.Ordinal));
            return [.. rejects.Select(f => f.RuleKey).Distinct()];
        }
        catch (TabularRefusedException refused)
        {
            var sentence = text[refused.TextKey, [.. refused.Arguments]];
            Assert.DoesNotContain("⟦", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
            return [refused.TextKey];
        }
    }
}
