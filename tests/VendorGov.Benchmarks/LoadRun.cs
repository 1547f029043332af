using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace VendorGov.Benchmarks;

/// <summary>
/// Drives a running portal as people would, each connection with a session of its own: home, list, one issue, filing one. Prints per page requests a second,
/// the 50th and 95th percentile and the processor time that the portal spent on a request. Called by tests/load.
/// </summary>
internal sealed partial class LoadRun(Uri address, string email, string password, int portal)
{
    private const int Distinct = 200;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    public static async Task<int> MainAsync(string[] args)
    {
        var run = new LoadRun(new Uri(args[0]), args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        var seconds = int.Parse(args[4], CultureInfo.InvariantCulture);
        return await run.RunAsync(TimeSpan.FromSeconds(seconds));
    }

    private async Task<int> RunAsync(TimeSpan length)
    {
        using var first = await SignInAsync();
        var list = await first.GetStringAsync("/Issues");
        var issues = IssueLink().Matches(list).Select(m => m.Value).Distinct().Take(Distinct).ToList();
        (string Name, Func<HttpClient, Task<bool>> Ask)[] pages =
        [
            ("home", http => FetchAsync(http, "/")),
            ("list", http => FetchAsync(http, "/Issues")),
            ("issue", http => FetchAsync(http, issues[Random.Shared.Next(issues.Count)])),
            ("create", FileAsync),
        ];
        Console.WriteLine($"{"page",-8}{"conn",5}{"req/s",9}{"p50 ms",9}{"p95 ms",9}{"cpu ms",9}{"errors",8}");
        var errors = 0;
        foreach (var connections in new[] { 8, 32 })
        {
            var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => SignInAsync()));
            foreach (var (name, ask) in pages)
            {
                await DriveAsync(clients, ask, Warm);
                errors += await MeasureAsync(name, clients, ask, length);
            }

            Array.ForEach(clients, c => c.Dispose());
        }

        Console.WriteLine($"memory of the portal afterwards: {Memory() / 1024} MB");
        return errors == 0 ? 0 : 1;
    }

    private async Task<int> MeasureAsync(string name, HttpClient[] clients, Func<HttpClient, Task<bool>> ask, TimeSpan length)
    {
        var (cpu, watch) = (Cpu(), Stopwatch.StartNew());
        var (times, errors) = await DriveAsync(clients, ask, length);
        var (spent, took) = (Cpu() - cpu, watch.Elapsed);
        times.Sort();
        double At(double share) => times.Count == 0 ? double.NaN : times[(int)((times.Count - 1) * share)];
        // A filing is two requests: the form and its answer.
        var requests = name == "create" ? times.Count * 2 : times.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-8}{clients.Length,5}{times.Count / took.TotalSeconds,9:0}{At(0.5),9:0.0}{At(0.95),9:0.0}{spent / requests,9:0.00}{errors,8}"));
        return errors;
    }

    private static async Task<(List<double> Times, int Errors)> DriveAsync(HttpClient[] clients, Func<HttpClient, Task<bool>> ask, TimeSpan length)
    {
        var (times, errors, end) = (new ConcurrentBag<double>(), 0, Stopwatch.StartNew());
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            while (end.Elapsed < length)
            {
                var started = Stopwatch.GetTimestamp();
                if (await ask(client))
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

    private static async Task<bool> FetchAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<bool> FileAsync(HttpClient http)
    {
        var form = await http.GetStringAsync("/Issues/Open");
        var fields = Hidden().Matches(form).Where(m => m.Groups[1].Value != "__Invariant").Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value)).ToList();
        var contract = ContractOption().Match(form).Groups[1].Value;
        var prefix = form.Contains("name=\"Input.Title\"", StringComparison.Ordinal) ? "Input." : "";
        fields.AddRange([
            new($"{prefix}Type", "TechnicalFault"), new($"{prefix}Title", "load run"), new($"{prefix}Description", "filed by the load run"),
            new($"{prefix}Waybills", $"YT{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}"),
        ]);
        if (contract.Length > 0)
        {
            fields.Add(new($"{prefix}ContractId", contract));
        }

        using var answer = await http.PostAsync("/Issues/Open", new FormUrlEncodedContent(fields.DistinctBy(f => f.Key)));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/Issues/Details/", StringComparison.Ordinal);
    }

    private async Task<HttpClient> SignInAsync()
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var form = await http.GetStringAsync("/Account/SignIn");
        var token = Hidden().Matches(form).First(m => m.Groups[1].Value == "__RequestVerificationToken").Groups[2].Value;
        var prefix = form.Contains("name=\"Input.Email\"", StringComparison.Ordinal) ? "Input." : "";
        using var answer = await http.PostAsync("/Account/SignIn", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, [$"{prefix}Email"] = email, [$"{prefix}Password"] = password,
        }));
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/Account/SignIn"
            ? throw new InvalidOperationException($"{email} cannot sign in at {address}.")
            : http;
    }

    /// <summary>Milliseconds of processor time that the portal has used.</summary>
    private double Cpu()
    {
        using var process = Process.GetProcessById(portal);
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private long Memory()
    {
        using var process = Process.GetProcessById(portal);
        return process.WorkingSet64 / 1024;
    }

    [GeneratedRegex("/Issues/Details/[0-9a-f-]{36}")]
    private static partial Regex IssueLink();

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("ContractId\"[^>]*>.*?<option[^>]*value=\"([0-9a-f-]{36})\"", RegexOptions.Singleline)]
    private static partial Regex ContractOption();
}
