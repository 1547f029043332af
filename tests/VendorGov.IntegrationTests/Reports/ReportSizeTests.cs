using System.Text;
using VendorGov.Domain;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Reports;
using Xunit;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>The largest report that is taken, without pages or database.</summary>
public sealed class ReportSizeTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Fifty_thousand_rows_are_checked_in_seconds_and_without_their_text_in_memory()
    {
        var outlets = Enumerable.Range(1, 806).Select(i => new ReportOutlet(OutletId.New(), $"W{i:0000}", $"网点{i}")).ToList();
        var context = new ReportContext(
            "HT-1", new YearMonth(2026, 3), new DateOnly(2026, 4, 1), [Domain.Contracts.Channel.Voice, Domain.Contracts.Channel.Chat], outlets,
            ReportHistory.None);
        var daily = Daily(outlets.Take(806).ToList());
        var monthly = Csv(ReportSchema.Default.Monthly, outlets.Take(28).Select(o => o.Code + ",28,3,2,29,29"));
        var started = System.Diagnostics.Stopwatch.StartNew();

        var outcome = ReportReading.Check(context,
        [
            (new UploadedFile("daily.csv", "", daily.Length), new MemoryStream(daily)),
            (new UploadedFile("monthly.csv", "", monthly.Length), new MemoryStream(monthly)),
        ]);

        output.WriteLine($"{outcome.RowCount} rows, {daily.Length / 1048576} MB, {started.ElapsedMilliseconds} ms, {GC.GetTotalMemory(true) / 1048576} MB held");
        Assert.Equal((0, 49_972, 28), (outcome.Rejects, outcome.DailyRows, outcome.MonthlyRows));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(60));
    }

    private static byte[] Daily(IReadOnlyList<ReportOutlet> outlets)
    {
        var lines = outlets.SelectMany(o => Enumerable.Range(1, 31).SelectMany(d => new[]
        {
            $"2026-03-{d:00},{o.Code},voice,500,3,30,470,400,5000,,,,,,{470 + d},60,60000,900,7000" + Rest,
            $"2026-03-{d:00},{o.Code},chat,,,,,,,200,180,4000,900,850,{470 + d},60,,," + Rest,
        }));
        return Csv(ReportSchema.Default.Daily, lines.Take(49_972));
    }

    private const string Rest = ",120,33,0,33,28,120,2,2,0,0,0,300,150,140,12,11,0,36,36,35,33,0,0";

    private static byte[] Csv(ReportSheet sheet, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Join(',', sheet.Fields.Select(f => f.NameZh)) + "\r\n" + string.Join("\r\n", lines) + "\r\n");
}
