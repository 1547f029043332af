using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using VendorGov.IntegrationTests.Commands;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>The portal as a process of its own, which can be stopped and killed.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<string> _output = new();

    private Node(ProcessStartInfo start, Uri address)
    {
        Address = address;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    public IReadOnlyCollection<string> Output => _output;

    public static async Task<Node> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var address = new Uri($"http://127.0.0.1:{LoopbackPort.Next()}");
        var start = new ProcessStartInfo("dotnet", [CommandRun.Executable, "--urls", address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var node = new Node(start, address);
        await node.WaitAsync();
        return node;
    }

    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var answer = await _http.GetAsync(path);
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task WaitAsync()
    {
        for (var end = Stopwatch.StartNew(); end.Elapsed < TimeSpan.FromMinutes(2) && !_process.HasExited;)
        {
            if (await StatusAsync("/health/ready") == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(100);
        }

        await DisposeAsync();
        var told = string.Join('\n', _output);
        throw new InvalidOperationException($"The portal did not get ready:\n{told}");
    }
}
