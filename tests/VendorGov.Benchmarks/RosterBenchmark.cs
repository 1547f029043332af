using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Db.Sqlite;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Benchmarks;

/// <summary>
/// A roster of 500 agents, 31 days and 48 half hours from a SQLite file: read under 1 s, computed (STAFF, ADH, ATR, CERT) within 2 s.
/// <c>roster</c> as argument runs it once in a fresh process and prints both times.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class RosterBenchmark
{
    private const int Agents = 500;
    private static readonly YearMonth March = new(2026, 3);
    private static readonly DateTimeOffset Now = new(2026, 4, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"vendorgov-roster-{Guid.NewGuid():N}.db");
    private readonly TenantId _tenant = TenantId.New();
    private Contract _contract = null!;

    [GlobalSetup]
    public void Fill() => FillAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Clean() => File.Delete(_file);

    [Benchmark]
    public async Task<int> Read() => (await ReadAsync()).Days.Count;

    [Benchmark]
    public async Task<int> ReadAndCompute() => StaffMonth.Rows(await ReadAsync()).Count;

    public static async Task OnceAsync()
    {
        var benchmark = new RosterBenchmark();
        await benchmark.FillAsync();
        await benchmark.ReadAsync();
        var watch = Stopwatch.StartNew();
        var inputs = await benchmark.ReadAsync();
        var read = watch.ElapsedMilliseconds;
        var rows = StaffMonth.Rows(inputs);
        Console.WriteLine(FormattableString.Invariant(
            $"{inputs.Days.Count} agent days ({inputs.Days.Count * HalfHours.PerDay} half hours): read {read} ms, computed {watch.ElapsedMilliseconds - read} ms, {rows.Count} rows"));
        benchmark.Clean();
    }

    private async Task<StaffMonthInputs> ReadAsync()
    {
        await using var db = Open();
        var days = await StaffingFacts.DaysAsync(db, [_contract.Id], March.FirstDay, March.LastDay, Now, CancellationToken.None);
        var needs = await StaffingFacts.RequirementsAsync(db, [_contract.Id], March.FirstDay, March.LastDay, Now, CancellationToken.None);
        var agents = await StaffingFacts.AgentsAsync(db, [_contract.VendorId], CancellationToken.None);
        var certificates = await db.Certificates.AsNoTracking().ToListAsync();
        return new StaffMonthInputs(
            _contract.Id, March, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Channel.Voice, "W0101", Now, days, needs, [], [], agents, certificates, []);
    }

    private async Task FillAsync()
    {
        await using var db = Open();
        await new SqliteEngine().MigrateAsync(db, CancellationToken.None);
        var outlet = new Outlet(_tenant, "W0101", "东湖网点", null);
        var vendor = new Vendor(_tenant, "CY", "澄言客服");
        _contract = new Contract(_tenant, vendor.Id, "HT-1", "客服外包", new DateOnly(2025, 1, 1), "Asia/Shanghai");
        _contract.Change("客服外包", _contract.StartsOn, null, 1, "CNY", [Channel.Voice]);
        _contract.Cover([outlet.Id]);
        db.AddRange(new Tenant(_tenant, "bench", "bench", "Asia/Shanghai", "zh-CN", Now), outlet, vendor, _contract);
        using (db.BulkAudit())
        {
            FillRoster(db, outlet);
            await db.SaveChangesAsync();
        }
    }

    private void FillRoster(AppDb db, Outlet outlet)
    {
        var (random, before) = (new Random(7), Now.AddDays(-60));
        for (var i = 0; i < Agents; i++)
        {
            var agent = new Agent(_contract, new AgentDetails($"{1001 + i}", "王敏", null, [Channel.Voice], []), new DateOnly(2025, 6, 1), before);
            db.Add(agent);
            db.Add(new Certificate(agent, CertificateKind.Contacts, "上岗证", new(2025, 6, 1), new(2026, 5, 31), "培训部", before));
            for (var date = March.FirstDay; date <= March.LastDay; date = date.AddDays(1))
            {
                var start = 14 + random.Next(12);
                var day = new AgentDay(agent, date, Channel.Voice, "邵宁", before);
                day.Plan(DayMask.Between(start, start + 8).Or(DayMask.Between(start + 10, start + 18)), Channel.Voice, 0);
                day.Report(
                    DaySpans.Of([((start * 30) + random.Next(-5, 9), (start + 8) * 30), ((start + 10) * 30, ((start + 18) * 30) - random.Next(9))]),
                    DaySpans.Of([((start + 4) * 30, ((start + 4) * 30) + 10)]));
                db.Add(day);
            }
        }

        for (var date = March.FirstDay; date <= March.LastDay; date = date.AddDays(1))
        {
            db.Add(RequirementDay.Entered(
                new RequirementPlace(_contract, outlet.Id, Channel.Voice, date), null, [.. Enumerable.Range(0, HalfHours.PerDay).Select(i => i is >= 16 and < 44 ? 180 : 20)], "周敏", before));
        }
    }

    private AppDb Open()
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        new SqliteEngine().Configure(options, SqliteEngine.ConnectionString(_file));
        var scope = new TenantScope();
        scope.EnterTenant(_tenant, actorName: "bench");
        return new AppDb(options.Options, scope, new WriteGate(), TimeProvider.System);
    }
}
