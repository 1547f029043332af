using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Db.Sqlite;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Benchmarks;

/// <summary>
/// 200 contracts with 100,000 obligations due in one month and a report each: the command <c>scorecards --publish</c> of the built product drafts,
/// publishes and seals them and writes PDF and workbook of each in both languages. <c>scorecards</c> as argument runs it, with the path of
/// VendorGov.Web.dll; each phase is timed by the command's own progress. Target: 60 s.
/// </summary>
internal static class ScorecardBenchmark
{
    private const int Contracts = 200, ObligationsEach = 500;
    private static readonly YearMonth March = new(2026, 3);
    private static readonly TenantId Tenant = TenantId.New();
    private static readonly DateTimeOffset Before = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task OnceAsync(string product)
    {
        var data = Directory.CreateTempSubdirectory("vendorgov-scorecards-").FullName;
        try
        {
            await FillAsync(Path.Combine(data, "vendorgov.db"));
            await RunAsync(product, data);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task RunAsync(string product, string data)
    {
        var folder = Path.Combine(data, "out");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [product, "scorecards", "--tenant", "bench", "--month", March.ToString(), "--out", folder, "--publish", "--data", data]) { RedirectStandardOutput = true })!;
        var (drafted, published) = (TimeSpan.Zero, TimeSpan.Zero);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            drafted = line.StartsWith("drafted", StringComparison.Ordinal) ? watch.Elapsed : drafted;
            published = line.StartsWith("published", StringComparison.Ordinal) ? watch.Elapsed : published;
        }

        await process.WaitForExitAsync();
        var files = Directory.GetFiles(folder);
        Console.WriteLine(FormattableString.Invariant(
            $"{Contracts} contracts, {Contracts * ObligationsEach} obligations: {watch.Elapsed.TotalSeconds:0.0} s in all; drafted after {drafted.TotalSeconds:0.0} s (start included), ")
            + FormattableString.Invariant($"sealed after {published.TotalSeconds:0.0} s, {files.Length} files of {files.Sum(f => new FileInfo(f).Length) / 1_000_000} MB; exit code {process.ExitCode}"));
    }

    private static async Task FillAsync(string file)
    {
        await using (var db = Open(file))
        {
            await new SqliteEngine().MigrateAsync(db, CancellationToken.None);
            db.Add(new Tenant(Tenant, "bench", "鹭程速递", "Asia/Shanghai", "zh-CN", Before));
            await db.SaveChangesAsync();
        }

        var calendars = await CalendarsAsync(file);
        for (var from = 0; from < Contracts; from += 20)
        {
            await using var db = Open(file);
            using var audit = db.BulkAudit();
            for (var i = from; i < from + 20; i++)
            {
                Add(db, i, calendars);
            }

            await db.SaveChangesAsync();
        }
    }

    private static async Task<(CalendarVersion Service, CalendarVersion Office, ClockFaces Faces)> CalendarsAsync(string file)
    {
        await using var db = Open(file);
        var service = new CalendarVersion(Tenant, "热线", 1, DefaultCalendars.ChinaHotline, Before);
        var office = new CalendarVersion(Tenant, "工作日", 1, DefaultCalendars.ChinaOffice, Before);
        db.AddRange(service, office);
        await db.SaveChangesAsync();
        return (service, office, new ClockFaces(BusinessCalendar.Compile(service.Definition), BusinessCalendar.Compile(office.Definition), []));
    }

    private static void Add(AppDb db, int number, (CalendarVersion Service, CalendarVersion Office, ClockFaces Faces) calendars)
    {
        var vendor = new Vendor(Tenant, $"V{number:000}", $"第{number + 1}客服公司");
        var outlet = new Outlet(Tenant, $"W{number:0000}", $"第{number + 1}网点", null);
        var contract = new Contract(Tenant, vendor.Id, $"HT-{number:000}", "客服外包", new DateOnly(2025, 1, 1), "Asia/Shanghai");
        contract.Change(contract.Title, contract.StartsOn, null, 92_000m, "CNY", [Channel.Voice, Channel.Chat]);
        contract.Cover([outlet.Id]);
        db.AddRange(vendor, outlet, contract, new TermsVersion(contract, 1, contract.StartsOn, DefaultTerms.Create(), calendars.Service.Id, calendars.Office.Id, Before));
        Owe(db, new ObligationOwner(Tenant, vendor.Id, contract.Id, outlet.Id), number, calendars.Faces);
        Report(db, contract, outlet);
    }

    private static void Owe(AppDb db, ObligationOwner owner, int seed, ClockFaces faces)
    {
        ObligationKind[] kinds = [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.Resolve, ObligationKind.CustomerTold];
        var random = new Random(seed);
        for (var i = 0; i < ObligationsEach; i++)
        {
            var start = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(28 * 24 * 60));
            var obligation = Obligation.Start(owner, kinds[i % kinds.Length], Target.Hours(2), start, faces, start);
            obligation.Stop(start.AddMinutes(random.Next(10, 130)), faces, start.AddHours(4));
            db.Add(obligation);
        }
    }

    private static void Report(AppDb db, Contract contract, Outlet outlet)
    {
        var file = new UploadedFile("march.xlsx", new string('a', 64), 1000);
        var report = new VendorReport(contract, March, 1, file, null, new ReportOutcome([], 0, 0, 0, 60, 0, []), "供应商", Before.AddDays(60));
        db.Add(report);
        for (var day = 1; day <= 30; day++)
        {
            foreach (var channel in new[] { Channel.Voice, Channel.Chat })
            {
                db.Add(new VendorReportRow(report, (2 * day) + (int)channel, outlet.Id, "daily", day + 1, new DateOnly(2026, 3, day), channel, Figures(day)));
            }
        }
    }

    private static Dictionary<string, decimal> Figures(int day) => new()
    {
        ["offered"] = 120 + day, ["short_abandon"] = 2, ["abandoned"] = 4, ["answered"] = 114 + day, ["answered_20s"] = 96 + day, ["sessions"] = 60,
        ["first_reply_30s"] = 55, ["rounds"] = 240, ["rounds_3m"] = 220, ["handled"] = 110 + day, ["repeat_72h"] = 20, ["new"] = 9, ["closed_24h"] = 8,
        ["responses"] = 25, ["satisfied"] = 23, ["staffed_h"] = 74 - (day % 7), ["required_h"] = 72, ["scheduled_h"] = 74, ["adherent_h"] = 70, ["escalated"] = 0,
    };

    private static AppDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        new SqliteEngine().Configure(options, SqliteEngine.ConnectionString(file));
        var scope = new TenantScope();
        scope.EnterTenant(Tenant, actorName: "bench");
        return new AppDb(options.Options, scope, new WriteGate(), TimeProvider.System);
    }
}
