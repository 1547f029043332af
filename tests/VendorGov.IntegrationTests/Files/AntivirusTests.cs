using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using Xunit;

namespace VendorGov.IntegrationTests.Files;

/// <summary>
/// Files are looked at by ClamAV where one is set up. With Debian's clamav-daemon installed (tests/run --full) by a real one, with a signature of
/// our own; always by a stand-in that speaks its protocol.
/// </summary>
public sealed class AntivirusTests(AntivirusTests.Guarded portal) : IClassFixture<AntivirusTests.Guarded>
{
    private const string Daemon = "/usr/sbin/clamd";

    // The test file of the antivirus makers, in two parts: a scanner would take this source for infected otherwise.
    private static readonly byte[] Infected = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public static TheoryData<bool> Daemons => File.Exists(Daemon) ? [false, true] : [false];

    /// <summary>A portal that is told where its daemon will listen.</summary>
    public sealed class Guarded : Portal
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("vg-av").FullName;

        public string Socket => Path.Combine(Folder, "clamd.sock");

        /// <summary>The networks are founded with files of their own.</summary>
        public override async Task InitializeAsync()
        {
            await using var daemon = new StandIn(Socket);
            await base.InitializeAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Antivirus:Socket", Socket);
            builder.UseSetting("Antivirus:Patience", "00:00:10");
        }

        protected override async Task EndAsync()
        {
            await base.EndAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Daemons))]
    public async Task An_infected_file_is_refused_and_so_is_every_file_while_nobody_looks(bool real)
    {
        using var outlet = await portal.OutletAsync();
        await RefusedAsync(outlet, "note.txt", "plain words"u8.ToArray(), "virus scanner does not answer");
        Assert.Equal("Degraded", await outlet.Http.GetStringAsync("/health/ready"));
        await using (await StartAsync(real))
        {
            Assert.Equal("Healthy", await outlet.Http.GetStringAsync("/health/ready"));
            Assert.Equal(HttpStatusCode.OK, (await outlet.BringAsync("note.txt", "plain words"u8.ToArray())).Answer.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await outlet.BringAsync("call.mp3", [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[900_000]])).Answer.StatusCode);
            await RefusedAsync(outlet, "note.txt", Infected, "A virus was found");
            // Beyond what the daemon takes, nobody has looked at it.
            await RefusedAsync(outlet, "long.mp3", [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[4_000_000]], "virus scanner does not answer");
        }

        await RefusedAsync(outlet, "note.txt", "other words"u8.ToArray(), "virus scanner does not answer");
        Assert.DoesNotContain(
            Directory.GetFiles(portal.Database.Directory, "*", SearchOption.AllDirectories),
            f => Path.GetFileName(f) == Convert.ToHexStringLower(SHA256.HashData(Infected)) || f.EndsWith(".part", StringComparison.Ordinal));
    }

    private static async Task RefusedAsync(Visitor visitor, string name, byte[] content, string sentence)
    {
        var (answer, body) = await visitor.BringAsync(name, content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, body!.Value.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private async Task<IAsyncDisposable> StartAsync(bool real)
    {
        File.Delete(portal.Socket);
        if (!real)
        {
            return new StandIn(portal.Socket);
        }

        var signatures = Directory.CreateDirectory(Path.Combine(portal.Folder, "db")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "own.hdb"), $"{Convert.ToHexStringLower(Md5(Infected))}:{Infected.Length}:Own.Test\n");
        var settings = Path.Combine(portal.Folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"LocalSocket {portal.Socket}\nDatabaseDirectory {signatures}\nForeground yes\nStreamMaxLength 3M\n");
        var process = Process.Start(new ProcessStartInfo(Daemon, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        for (var waited = 0; !File.Exists(portal.Socket); waited++)
        {
            Assert.True(waited < 300 && !process.HasExited, "clamd does not start");
            await Task.Delay(100);
        }

        return new RealOne(process, portal.Socket);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "ClamAV's signatures of whole files are MD5.")]
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);

    private sealed class RealOne(Process process, string socket) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            File.Delete(socket);
        }
    }

    /// <summary>PING and INSTREAM of clamd, with a limit of 3 MB and one signature.</summary>
    private sealed class StandIn : IAsyncDisposable
    {
        private const int Most = 3 << 20;
        private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        private readonly string _path;
        private readonly Task _serving;

        public StandIn(string path)
        {
            _path = path;
            _socket.Bind(new UnixDomainSocketEndPoint(path));
            _socket.Listen();
            _serving = ServeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            _socket.Dispose();
            await _serving;
            File.Delete(_path);
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await _socket.AcceptAsync();
                    await using var stream = new NetworkStream(caller);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(await AnswerAsync(stream) + "\0"));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task<string> AnswerAsync(NetworkStream stream)
        {
            var command = new List<byte>();
            var one = new byte[1];
            do
            {
                await stream.ReadExactlyAsync(one);
                command.Add(one[0]);
            }
            while (one[0] != 0);

            if (Encoding.ASCII.GetString([.. command]) == "zPING\0")
            {
                return "PONG";
            }

            using var content = new MemoryStream();
            for (var length = new byte[4]; ;)
            {
                await stream.ReadExactlyAsync(length);
                var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                if (piece.Length == 0)
                {
                    return content.ToArray().AsSpan().IndexOf(Infected) >= 0 ? "stream: Own.Test FOUND" : "stream: OK";
                }

                await stream.ReadExactlyAsync(piece);
                content.Write(piece);
                if (content.Length > Most)
                {
                    return "INSTREAM size limit exceeded. ERROR";
                }
            }
        }
    }
}
