using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VendorGov.IntegrationTests.Notifications;

/// <summary>A mail server on a port of this machine that speaks as much SMTP as a client needs, and keeps what it took.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    private MailServer(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public sealed record Letter(string Id, string To, string Subject, string Body);

    public ConcurrentQueue<Letter> Letters { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    // Mail to refused@... is not taken.

    /// <summary>How many letters to an address are still turned away for the moment.</summary>
    public ConcurrentDictionary<string, int> Busy { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Called after a letter was taken and before the client is told so.</summary>
    public Action<int>? Taken { get; set; }

    public static MailServer Start(int port = 0) => new(port);

    public IReadOnlyList<Letter> To(string address) => [.. Letters.Where(l => l.To.Equals(address, StringComparison.OrdinalIgnoreCase))];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            var to = "";
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var word = line.Length >= 4 ? line[..4].ToUpperInvariant() : line;
                to = word == "RCPT" ? line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)] : to;
                if (word == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    Letters.Enqueue(await ReadAsync(reader, to));
                    Taken?.Invoke(Letters.Count);
                }

                var refused = word == "RCPT" && to.StartsWith("refused@", StringComparison.Ordinal);
                var busy = word == "RCPT" && Busy.TryGetValue(to, out var left) && left > 0 && Busy.TryUpdate(to, left - 1, left);
                await writer.WriteLineAsync(word == "QUIT" ? "221 bye" : refused ? "550 5.1.1 no such mailbox" : busy ? "450 4.2.1 busy" : "250 ok");
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The client is gone: killed, or done.
        }
    }

    private static async Task<Letter> ReadAsync(StreamReader reader, string to)
    {
        var (head, body, inBody, name) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new StringBuilder(), false, "");
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            if (inBody)
            {
                body.Append(line).Append('\n');
            }
            else if (line.Length == 0)
            {
                inBody = true;
            }
            else if (line[0] is ' ' or '\t')
            {
                head[name] += line;
            }
            else
            {
                name = line[..line.IndexOf(':', StringComparison.Ordinal)];
                head[name] = line[(name.Length + 1)..].Trim();
            }
        }

        var text = head.GetValueOrDefault("Content-Transfer-Encoding")?.Equals("base64", StringComparison.OrdinalIgnoreCase) == true
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ToString().Replace("\n", "", StringComparison.Ordinal)))
            : QuotedPrintable(body.ToString());
        return new Letter(head["Message-ID"], to, Header(head["Subject"]), text);
    }

    /// <summary>=?utf-8?B?...?= words, as the client of .NET writes them.</summary>
    private static string Header(string value) => string.Concat(value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) =>
        word.StartsWith("=?utf-8?B?", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2]))
        : word.StartsWith("=?utf-8?Q?", StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(word[10..^2].Replace('_', ' '))
        : (i > 0 ? " " : "") + word));

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }
            else if (text[i] == '=' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
