using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using VendorGov.Documents.Marking;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Benchmarks;

/// <summary>A report of 50,000 rows read and checked whole, as a workbook; target 5 s and 100 MB over idle.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ReportCheckBenchmark
{
    private static readonly TabularLimits Limits = new(MaxBytes: 32L * 1024 * 1024, MaxInflatedBytes: 160L * 1024 * 1024, MaxTags: 12_000_000);
    private static readonly YearMonth March = new(2026, 3);

    private readonly List<ReportOutlet> _outlets =
        [.. Enumerable.Range(1, 806).Select(i => new ReportOutlet(OutletId.New(), FormattableString.Invariant($"W{i:0000}"), $"网点{i}"))];

    private byte[] _workbook = [];

    [GlobalSetup]
    public void Fill()
    {
        using var bytes = new MemoryStream();
        MarkedCopy.Write(bytes, [new("daily", Daily), new("monthly", Monthly)], [], ["-"]);
        _workbook = bytes.ToArray();
    }

    [Benchmark]
    public int Check()
    {
        var context = new ReportContext(
            "HT-1", March, new DateOnly(2026, 4, 1), [Channel.Voice, Channel.Chat], _outlets, ReportHistory.None);
        var check = new ReportCheck(context);
        using var file = TabularFile.Open(new MemoryStream(_workbook, writable: false), "report.xlsx", Limits);
        foreach (var sheet in file.Sheets.Where(s => ReportCheck.SheetOf(s.Name) is not null))
        {
            check.Begin(ReportCheck.SheetOf(sheet.Name));
            foreach (var row in sheet.Rows())
            {
                check.Row(row.Number, [.. row.Cells.Select(c => c.Text)]);
            }
        }

        var outcome = check.Finish();
        return outcome.Rejects == 0 ? outcome.RowCount : throw new InvalidOperationException($"{outcome.Rejects} rejects");
    }

    /// <summary>One run in a fresh process: time, and the peak of the process over what it held before.</summary>
    public static void Peak()
    {
        var benchmark = new ReportCheckBenchmark();
        benchmark.Fill();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var (idle, peak) = (Held(process), 0L);
        using var timer = new Timer(_ => peak = Math.Max(peak, Held(process)), null, 0, 5);
        var watch = Stopwatch.StartNew();
        var rows = benchmark.Check();
        watch.Stop();
        Console.WriteLine(FormattableString.Invariant(
            $"{rows} rows, {benchmark._workbook.Length / 1048576.0:0.0} MB file: {watch.ElapsedMilliseconds} ms, {(Math.Max(peak, Held(process)) - idle) / 1048576.0:0} MB over idle"));
    }

    private static long Held(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private IEnumerable<TabularRow> Daily()
    {
        var random = new Random(7);
        yield return Header(ReportSchema.Default.Daily);
        var number = 1;
        foreach (var outlet in _outlets)
        {
            for (var day = 1; day <= 31; day++)
            {
                foreach (var channel in new[] { Channel.Voice, Channel.Chat })
                {
                    yield return new TabularRow("daily", ++number, [.. Cells(outlet, new DateTime(2026, 3, day), channel, random)]);
                }
            }
        }
    }

    private static IEnumerable<TabularCell> Cells(ReportOutlet outlet, DateTime date, Channel channel, Random random)
    {
        var answered = random.Next(300, 500);
        var (fresh, closed) = (random.Next(20, 60), random.Next(20, 60));
        var figures = new Dictionary<string, int>
        {
            ["offered"] = answered + 30, ["short_abandon"] = 3, ["abandoned"] = 30, ["answered"] = answered, ["answered_20s"] = answered - 60,
            ["wait_s"] = random.Next(4000, 9000), ["sessions"] = answered, ["first_reply_30s"] = answered - 20, ["first_reply_s"] = random.Next(4000),
            ["rounds"] = answered * 4, ["rounds_3m"] = answered * 3, ["talk_s"] = random.Next(50_000, 70_000), ["hold_s"] = random.Next(900),
            ["acw_s"] = random.Next(9000), ["tickets_open_start"] = 120, ["new"] = fresh, ["closed"] = closed, ["closed_24h"] = fresh - 10,
            ["tickets_open_end"] = 120 + fresh - closed, ["handled"] = answered + 100, ["csat_sent"] = 300, ["responses"] = random.Next(140, 160),
            ["satisfied"] = 130, ["complaints"] = 2, ["closed_7d"] = 2, ["qa_reviewed"] = 12, ["qa_passed"] = 11, ["staffed_h"] = 36,
            ["scheduled_h"] = 36, ["adherent_h"] = 33,
        };
        foreach (var field in ReportSchema.Default.Daily.Fields)
        {
            yield return field.Type switch
            {
                ReportFieldType.Date => TabularCell.OfDate(date),
                ReportFieldType.Code => TabularCell.OfText(outlet.Code),
                ReportFieldType.Channel => TabularCell.OfText(channel.ToString()),
                _ => field.RequiredIn.Contains(channel) ? TabularCell.OfNumber(figures.GetValueOrDefault(field.Name)) : TabularCell.Blank,
            };
        }
    }

    private IEnumerable<TabularRow> Monthly()
    {
        yield return Header(ReportSchema.Default.Monthly);
        foreach (var (outlet, i) in _outlets.Take(28).Select((o, i) => (o, i)))
        {
            yield return new TabularRow("monthly", i + 2,
                [TabularCell.OfText(outlet.Code), .. new[] { 28m, 3, 2, 29, 29 }.Select(TabularCell.OfNumber)]);
        }
    }

    private static TabularRow Header(ReportSheet sheet) => new(sheet.Name, 1, [.. sheet.Fields.Select(f => TabularCell.OfText(f.NameZh))]);
}
