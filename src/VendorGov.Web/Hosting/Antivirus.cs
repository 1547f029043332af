using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using VendorGov.Documents.Reading;

namespace VendorGov.Web.Hosting;

/// <summary>Configuration section <c>Antivirus</c>; off by default.</summary>
public sealed class AntivirusOptions
{
    /// <summary>Where ClamAV's daemon listens: the path of a unix socket, or host:port.</summary>
    public string? Socket { get; set; }

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);
}

/// <summary>
/// Has ClamAV look at every file before it is kept (ASVS 5.4.3). Once it is configured it must answer: a file that nobody could look at is
/// refused like an infected one.
/// </summary>
public sealed partial class Antivirus(IOptions<AntivirusOptions> options, ILogger<Antivirus> log)
{
    private const int Piece = 1 << 16;
    private const int LongestAnswer = 1024;

    public bool IsOn => !string.IsNullOrWhiteSpace(options.Value.Socket);

    /// <summary>
    /// Sends the content to the daemon; nothing where none is configured. Throws <see cref="TabularRefusedException"/> for an infected file
    /// and for one that could not be looked at. <paramref name="content"/> must seek and is left at its beginning.
    /// </summary>
    public async Task CheckAsync(Stream content, CancellationToken cancel)
    {
        if (!IsOn)
        {
            return;
        }

        var answer = await AskAsync("zINSTREAM\0", content, cancel);
        content.Position = 0;
        if (answer is null || !answer.EndsWith(": OK", StringComparison.Ordinal))
        {
            var found = answer?.EndsWith(" FOUND", StringComparison.Ordinal) == true;
            LogRefused(log, found ? "infected" : "not scanned", answer ?? "no answer");
            throw new TabularRefusedException(found ? "file.infected" : "file.unscanned");
        }
    }

    public async Task<bool> AnswersAsync(CancellationToken cancel) => await AskAsync("zPING\0", null, cancel) == "PONG";

    /// <summary>The daemon's answer; null where it gives none.</summary>
    private async Task<string?> AskAsync(string command, Stream? content, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Value.Patience);
        try
        {
            using var socket = await ConnectAsync(options.Value.Socket!, patience.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), patience.Token);
            if (content is not null)
            {
                await SendAsync(stream, content, patience.Token);
            }

            return await AnswerAsync(stream, patience.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<Socket> ConnectAsync(string address, CancellationToken cancel)
    {
        var socket = address.StartsWith('/')
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            var colon = address.LastIndexOf(':');
            EndPoint end = address.StartsWith('/') ? new UnixDomainSocketEndPoint(address)
                : new DnsEndPoint(address[..colon], int.Parse(address[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
            await socket.ConnectAsync(end, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Pieces, each with its length before it, and a length of nothing at the end.</summary>
    private static async Task SendAsync(NetworkStream stream, Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        var piece = new byte[Piece + 4];
        for (int read; (read = await content.ReadAsync(piece.AsMemory(4), cancel)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            try
            {
                await stream.WriteAsync(piece.AsMemory(0, read + 4), cancel);
            }
            catch (IOException)
            {
                // The daemon has its own limit of size: it says so and hangs up.
                return;
            }
        }

        await stream.WriteAsync(new byte[4], cancel);
    }

    private static async Task<string?> AnswerAsync(NetworkStream stream, CancellationToken cancel)
    {
        var answer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancel);
        return length == 0 ? null : Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n').Replace('\n', ' ').Replace('\r', ' ');
    }

    [LoggerMessage(1, LogLevel.Warning, "A file was refused, {State}: {Answer}")]
    private static partial void LogRefused(ILogger logger, string state, string answer);
}

/// <summary>Without the daemon the portal works but takes no files.</summary>
public sealed class AntivirusCheck(Antivirus antivirus) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !antivirus.IsOn || await antivirus.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("ClamAV does not answer: files are refused.");
}
