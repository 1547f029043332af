using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VendorGov.Benchmarks.Load;

/// <summary>
/// Drives a running portal as people would, each connection with a session of its own, and prints per page: requests a second, 50th and 95th percentile,
/// and the processor time that portal and database server spent on a request. <c>load URL PORTAL_PID ISSUES SECONDS [DATABASE_PID]</c>; called by tests/load.
/// <c>VENDORGOV_LOAD_PAGES</c>: beginnings of the pages' names, with commas, where not all are wanted.
/// </summary>
internal sealed class LoadRun(Uri address, LoadMeter meter, int issues, TimeSpan length)
{
    private const int Distinct = 200;
    private const int PageSize = 50;

    /// <summary>Of each page before anything is measured: the runtime compiles what is hot in steps, and behind the requests.</summary>
    private const int WarmRequests = 250;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    private static readonly string[] Wanted = (Environment.GetEnvironmentVariable("VENDORGOV_LOAD_PAGES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Measured(string Name, string Account, Func<LoadVisitor, Task<bool>> Ask);

    public static async Task<int> MainAsync(string[] args)
    {
        int Number(int i) => int.Parse(args[i], CultureInfo.InvariantCulture);
        var meter = new LoadMeter(Number(1), args.Length > 4 ? Number(4) : null);
        return await new LoadRun(new Uri(args[0]), meter, Number(2), TimeSpan.FromSeconds(Number(3))).RunAsync();
    }

    private async Task<int> RunAsync()
    {
        var known = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var account in new[] { "hq", "outlet", "vendor" })
        {
            using var visitor = await LoadVisitor.SignInAsync(address, account);
            known[account] = [.. await visitor.IssuesAsync("/Issues", Distinct), .. await visitor.IssuesAsync("/Issues?View=All", Distinct)];
        }

        await WarmAsync(known);
        Console.WriteLine($"{"page",-16}{"conn",5}{"req/s",9}{"p50 ms",9}{"p95 ms",9}{"cpu ms",9}{"db ms",8}{"errors",8}");
        var errors = 0;
        foreach (var connections in new[] { 8, 32 })
        {
            foreach (var account in Pages(known).GroupBy(p => p.Account))
            {
                // One after the other: guessing is limited per account.
                var visitors = new List<LoadVisitor>();
                for (var i = 0; i < connections; i++)
                {
                    visitors.Add(await LoadVisitor.SignInAsync(address, account.Key));
                }

                foreach (var page in account)
                {
                    await DriveAsync(visitors, page.Ask, Warm);
                    errors += await MeasureAsync(page.Name, visitors, page.Ask);
                }

                visitors.ForEach(v => v.Dispose());
            }
        }

        Console.WriteLine($"memory of the portal afterwards {meter.Memory("VmRSS")} MB, of which its own {meter.Memory("RssAnon")} and mapped files {meter.Memory("RssFile")}; at most {meter.Memory("VmHWM")} MB");
        return errors == 0 ? 0 : 1;
    }

    /// <summary>All pages twice, until the runtime has compiled what is hot.</summary>
    private async Task WarmAsync(Dictionary<string, IReadOnlyList<string>> known)
    {
        foreach (var page in Pages(known).Concat(Pages(known)))
        {
            using var visitor = await LoadVisitor.SignInAsync(address, page.Account);
            var left = WarmRequests;
            await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    await page.Ask(visitor);
                }
            }));
        }
    }

    private List<Measured> Pages(Dictionary<string, IReadOnlyList<string>> known)
    {
        Measured Page(string name, string account, string path) => new(name, account, v => v.FetchAsync(path));
        Measured Issue(string account) => new($"issue {account}", account, v => v.FetchAsync(known[account][Random.Shared.Next(known[account].Count)]));
        List<Measured> all =
        [
            Page("home hq", "hq", "/"), Page("list hq", "hq", "/Issues"), Page("list filtered", "hq", "/Issues?View=All&Type=TechnicalFault&Severity=S2"),
            Page("list all", "hq", "/Issues?View=All"), Page("list all, deep", "hq", FormattableString.Invariant($"/Issues?View=All&P={issues / PageSize / 2}")),
            new("waybill", "hq", v => v.FetchAsync(FormattableString.Invariant($"/Issues?View=All&Q=YT{Random.Shared.Next(100_000, 999_999)}"))), Issue("hq"),
            Page("home outlet", "outlet", "/"), Page("list outlet", "outlet", "/Issues"), Issue("outlet"), new("create", "outlet", v => v.FileAsync()),
            Page("home vendor", "vendor", "/"), Page("list vendor", "vendor", "/Issues"), Issue("vendor"),
        ];
        return [.. all.Where(p => Wanted.Length == 0 || Wanted.Any(w => p.Name.StartsWith(w, StringComparison.Ordinal)))];
    }

    private async Task<int> MeasureAsync(string name, List<LoadVisitor> visitors, Func<LoadVisitor, Task<bool>> ask)
    {
        var (portal, database, watch) = (meter.Portal(), meter.Database(), Stopwatch.StartNew());
        var (times, errors) = await DriveAsync(visitors, ask, length);
        var (spent, behind, took) = (meter.Portal() - portal, meter.Database() - database, watch.Elapsed);
        times.Sort();
        double At(double share) => times.Count == 0 ? double.NaN : times[(int)((times.Count - 1) * share)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-16}{visitors.Count,5}{times.Count / took.TotalSeconds,9:0}{At(0.5),9:0.0}{At(0.95),9:0.0}{spent / times.Count,9:0.00}{behind / times.Count,8:0.00}{errors,8}"));
        return errors;
    }

    private static async Task<(List<double> Times, int Errors)> DriveAsync(List<LoadVisitor> visitors, Func<LoadVisitor, Task<bool>> ask, TimeSpan length)
    {
        var (times, errors, end) = (new ConcurrentBag<double>(), 0, Stopwatch.StartNew());
        await Task.WhenAll(visitors.Select(visitor => Task.Run(async () =>
        {
            while (end.Elapsed < length)
            {
                var started = Stopwatch.GetTimestamp();
                if (await ask(visitor))
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
                else
                {
                    Interlocked.Increment(ref errors);
                }
            }
        })));
        return ([.. times], errors);
    }
}
