using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>
/// A portal that is killed while it accepts a report: after the restart the report is there with every row or not at all, and the same file is taken.
/// VENDORGOV_FULL=1 kills it 20 times over reports of 50,000 rows, the plain run once over a small one.
/// </summary>
public sealed class KilledUploadTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";
    private static readonly (int Kills, int Outlets, double Seconds) Drill = Full ? (20, 790, 12) : (1, 60, 1.5);

    private Network Own => portal.Networks.Own;

    [OnEngineFact(OnEngineFactAttribute.Embedded, OnEngineFactAttribute.PostgreSql)]
    public async Task A_report_whose_acceptance_was_killed_is_there_whole_or_not_at_all_and_is_taken_again()
    {
        var contract = await ContractAsync();
        var (random, cut, whole) = (new Random(20261122), 0, 0);
        for (var i = 0; i < Drill.Kills; i++)
        {
            var month = new YearMonth(2025, 1).AddMonths(i);
            var (daily, monthly, rows) = Report(month);
            await using (var node = await StartAsync())
            {
                using var vendor = await VendorAsync(node);
                var sending = SendAsync(vendor, contract, month, daily, monthly);
                await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * Drill.Seconds)));
                cut += sending.IsCompleted ? 0 : 1;
                node.Kill();
                await Task.WhenAny(sending);
            }

            var (versions, stored, owed) = await StoredAsync(contract, month);
            Assert.Equal((versions, versions * rows, versions == 1), (versions, stored, owed == ClockState.Met || owed == ClockState.Missed));
            Assert.InRange(versions, 0, 1);
            whole += versions;
            await using var again = await StartAsync();
            using var same = await VendorAsync(again);
            var screen = await SendAsync(same, contract, month, daily, monthly);
            Assert.Contains($"{rows} rows written", screen.Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
            var after = await StoredAsync(contract, month);
            Assert.Equal((versions + 1, (versions + 1) * rows), (after.Versions, after.Rows));
        }

        output.WriteLine($"{cut} of {Drill.Kills} kills hit the acceptance of {Report(new YearMonth(2025, 1)).Rows} rows; {whole} reports were there whole, the others not at all.");
    }

    private Task<Node> StartAsync() => Node.StartAsync([.. portal.Settings, new("Accounts__AttemptsPerMinute", "1000")]);

    private async Task<Visitor> VendorAsync(Node node)
    {
        var visitor = new Visitor(node.Address);
        await visitor.SignInAsync(Own.At(Role.VendorManager, Own.Vendors[0]).Email, Networks.Password);
        return visitor;
    }

    private static async Task<Screen> SendAsync(Visitor vendor, ContractId contract, YearMonth month, byte[] daily, byte[] monthly)
    {
        var page = await vendor.GetAsync($"/Reports/Upload?contract={contract.Value}&period={month}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await vendor.SubmitAsync(page, page.Form("form:has(input[type=file])"), [], [("Files", "daily.csv", daily), ("Files", "monthly.csv", monthly)]);
    }

    private Task<ContractId> ContractAsync() => portal.InTenantAsync(Own.Tenant, async db =>
    {
        var terms = await db.TermsVersions.AsNoTracking().FirstAsync(t => t.ContractId == Own.Contracts[0].Id);
        var outlets = Enumerable.Range(1, Drill.Outlets).Select(i => new Outlet(Own.Tenant, $"K{i:0000}", $"大单网点{i}", null)).ToList();
        var contract = new Contract(Own.Tenant, Own.Vendors[0].Id, "HT-KILL", "大报表", new DateOnly(2024, 1, 1), "Asia/Shanghai");
        contract.Change(contract.Title, contract.StartsOn, null, 10_000m, "CNY", [Channel.Voice, Channel.Chat]);
        contract.Cover([.. outlets.Select(o => o.Id)]);
        db.AddRange(outlets);
        db.AddRange(contract, new TermsVersion(contract, 1, contract.StartsOn, terms.Terms, terms.ServiceCalendarId, terms.OfficeCalendarId, portal.Clock.Now));
        await db.SaveChangesAsync();
        return contract.Id;
    });

    private Task<(int Versions, int Rows, ClockState? Owed)> StoredAsync(ContractId contract, YearMonth month) => portal.InTenantAsync(Own.Tenant, async db =>
    {
        var period = (ReportPeriod)month;
        var reports = await db.VendorReports.Where(r => r.ContractId == contract && r.Period == period).Select(r => r.Id).ToListAsync();
        var rows = await db.VendorReportRows.CountAsync(r => reports.Contains(r.ReportId));
        var owed = await db.Obligations.Where(o => o.ContractId == contract && o.ReportPeriod == period && o.Kind == ObligationKind.DeliverReport)
            .Select(o => (ClockState?)o.State).SingleOrDefaultAsync();
        return (reports.Count, rows, owed);
    });

    private static (byte[] Daily, byte[] Monthly, int Rows) Report(YearMonth month)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        var lines = Enumerable.Range(1, Drill.Outlets).SelectMany(o => Enumerable.Range(1, days).SelectMany(d => new[]
        {
            $"{month}-{d:00},K{o:0000},voice,500,3,30,470,400,5000,,,,,,470,60,60000,900,7000{Rest}",
            $"{month}-{d:00},K{o:0000},chat,,,,,,,200,180,4000,900,850,470,60,,,{Rest}",
        })).ToList();
        var heads = Enumerable.Range(1, Drill.Outlets).Select(o => $"K{o:0000},28,3,2,29,29").ToList();
        return (Csv(ReportSchema.Default.Daily, lines), Csv(ReportSchema.Default.Monthly, heads), lines.Count + heads.Count);
    }

    private const string Rest = ",120,33,0,33,28,120,2,2,0,0,0,300,150,140,12,11,0,36,36,35,33,0,0";

    private static byte[] Csv(ReportSheet sheet, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Join(',', sheet.Fields.Select(f => f.NameZh)) + "\r\n" + string.Join("\r\n", lines) + "\r\n");
}
