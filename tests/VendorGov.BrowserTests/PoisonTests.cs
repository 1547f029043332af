using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Db.Sqlite;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Walls;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.BrowserTests;

/// <summary>
/// A copy of the demo in which every text that people may have written is a script, in whatever table it stands: shown by every page, run by
/// none. <see cref="ScriptTests"/> writes by the forms; this one reaches what has come by files, feeds and years.
/// </summary>
[Collection(OneDemo.Name)]
public sealed class PoisonTests(DemoPortal demo, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Sample = 12;
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private readonly string _data = Directory.CreateTempSubdirectory("vendorgov-poison").FullName;
    private readonly Uri _address = new($"http://127.0.0.1:{LoopbackPort.Next()}");
    private Process? _process;
    private int _texts;

    public async Task InitializeAsync()
    {
        var file = Path.Combine(_data, "vendorgov.db");
        await using (var from = new SqliteConnection($"Data Source={Path.Combine(demo.Data, "vendorgov.db")};Pooling=False"))
        await using (var to = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        var options = new DbContextOptionsBuilder<AppDb>();
        new SqliteEngine().Configure(options, SqliteEngine.ConnectionString(file));
        using var gate = new WriteGate();
        await using (var db = new AppDb(options.Options, new TenantScope(), gate, TimeProvider.System))
        {
            _texts = await Poison.SpreadAsync(db, ScriptTests.Payloads, Random.Shared.Next(ScriptTests.Payloads.Length));
        }

        SqliteConnection.ClearAllPools();
        var start = new ProcessStartInfo("dotnet", [DemoPortal.Executable, "--urls", _address.ToString()])
        {
            WorkingDirectory = Path.Combine(DemoPortal.Root, "src", "VendorGov.Web"), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        (start.Environment["VendorGov__DataDirectory"], start.Environment["VendorGov__Jobs"]) = (_data, "false");
        (start.Environment["Accounts__RequestsPerMinute"], start.Environment["Accounts__RequestsAtOnce"]) = ("1000000", "1000");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await demo.AnswersAsync(_address, _process);
    }

    [Fact]
    public async Task Scripts_in_every_text_of_every_table_run_on_no_page()
    {
        List<string> ran = [];
        var seen = 0;
        foreach (var account in Full ? new[] { "hq", "outlet", "vendor", "auditor" } : ["hq", "vendor"])
        {
            await using var context = await demo.Chromium.Browser.NewContextAsync(new() { BaseURL = _address.ToString(), ReducedMotion = ReducedMotion.Reduce });
            await context.AddInitScriptAsync("window.hits = 0; window.hit = () => { window.hits++; };");
            var page = await context.NewPageAsync();
            await page.GotoAsync("/Account/SignIn");
            await page.FillAsync("input[type=email]", $"{account}@demo.example");
            await page.FillAsync("input[type=password]", DemoPortal.Password);
            await Steps.LeaveAsync(page, page.Locator(".sheet button.btn-primary"));
            seen += await CrawlAsync(page, account, ran);
        }

        output.WriteLine($"{_texts} texts, {seen} pages.");
        Assert.Empty(ran);
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<int> CrawlAsync(IPage page, string account, List<string> ran)
    {
        var (links, shapes) = (new List<string>(["/"]), new HashSet<string>(["/"]));
        var (draw, seen) = (new Random(20260301), 0);
        while (links.Count > 0 && (Full || seen < Sample))
        {
            var path = links[Full ? 0 : draw.Next(links.Count)];
            links.Remove(path);
            if (await GoAsync(page, path) is not { } answer)
            {
                continue;
            }

            seen++;
            if (answer.Status >= 500)
            {
                ran.Add($"{account} {path}: {answer.Status}");
            }

            if (await page.EvaluateAsync<bool>("""
                () => window.hits > 0 || document.querySelector("script:not([src]), [onerror], [onload], [onclick], [onfocus], [ontoggle], [href^='javascript:'], [src^='javascript:'], [action^='javascript:']") !== null
                """))
            {
                ran.Add($"{account} {path}");
            }

            var found = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))");
            links.AddRange(found.Where(l => !l.Contains("handler=", StringComparison.Ordinal) && !l.Contains("format=", StringComparison.OrdinalIgnoreCase)
                && !l.Contains("/Pdf", StringComparison.OrdinalIgnoreCase) && !l.Contains("Evidence", StringComparison.Ordinal) && !l.Contains("/Files", StringComparison.Ordinal)
                && shapes.Add(System.Text.RegularExpressions.Regex.Replace(l.Split('?')[0], "[0-9a-f-]{36}", "*"))));
        }

        return seen;
    }

    /// <summary>None for a file, which Chromium takes away instead of showing it.</summary>
    private static async Task<IResponse?> GoAsync(IPage page, string path)
    {
        try
        {
            return await page.GotoAsync(path);
        }
        catch (PlaywrightException e) when (e.Message.StartsWith("Download is starting", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
