using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.BrowserTests;

/// <summary>
/// The demo as a user starts it: the executable, a folder of its own, a loopback address. And the browser that looks at it.
/// </summary>
public sealed class DemoPortal : IAsyncLifetime
{
    public const string Password = "lucheng-demo-7281";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"vendorgov-demo-{Guid.CreateVersion7():N}");
    private readonly ConcurrentQueue<string> _console = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{LoopbackPort.Next()}");

    public Chromium Chromium { get; } = new();

    /// <summary>Where the demo keeps its database and files.</summary>
    public string Data => _data;

    /// <summary>What the demo has printed so far.</summary>
    public string Console => string.Join('\n', _console);

    /// <summary>Built by the same command as these tests: .../bin/{configuration}/{framework}/.</summary>
    public static string Executable => Path.Combine(
        [Root, "src", "VendorGov.Web", "bin", .. AppContext.BaseDirectory.TrimEnd('/').Split(Path.DirectorySeparatorChar)[^2..], "VendorGov.Web.dll"]);

    public static string Root
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "VendorGov.sln")))
            {
                directory = directory.Parent!;
            }

            return directory.FullName;
        }
    }

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(Root, "src", "VendorGov.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in new[] { Executable, "demo", "--data", _data, "--urls", Address.ToString() })
        {
            start.ArgumentList.Add(word);
        }

        // A drill asks for more pages than a person could.
        (start.Environment["Accounts__RequestsPerMinute"], start.Environment["Accounts__RequestsAtOnce"]) = ("1000000", "1000");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _console.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _console.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Task.WhenAll(AnswersAsync(Address, _process), Chromium.InitializeAsync());
    }

    public async Task DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    /// <summary>Waits for a portal that is starting.</summary>
    public async Task AnswersAsync(Uri address, Process process)
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "/Account/SignIn"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"The demo does not answer after {waited.Elapsed}.\n{Console}");
    }
}
