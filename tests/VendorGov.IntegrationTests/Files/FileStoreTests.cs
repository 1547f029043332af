using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Db.Sqlite;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Files;

public sealed class FileStoreTests : IDisposable
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("客户来电三次，无人接听。");

    private readonly string _directory = Directory.CreateTempSubdirectory("vendorgov-files-").FullName;
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Content_comes_back_as_it_went_in_under_its_own_hash()
    {
        var store = Of(TenantId.New());
        var hash = await KeepAsync(store, Words);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Words)), hash);
        await using var back = store.Open("proofs", hash);
        using var copy = new MemoryStream();
        await back.CopyToAsync(copy);
        Assert.Equal(Words, copy.ToArray());
    }

    [Fact]
    public async Task One_network_never_finds_the_content_of_another()
    {
        var hash = await KeepAsync(Of(TenantId.New()), Words);
        Assert.False(Of(TenantId.New()).Has("proofs", hash));
    }

    [Fact]
    public async Task What_is_too_big_empty_or_not_kept_leaves_nothing_behind()
    {
        var store = Of(TenantId.New());
        var tooBig = await Assert.ThrowsAsync<TabularRefusedException>(() => ReceiveAsync(store, new byte[1025]));
        var empty = await Assert.ThrowsAsync<TabularRefusedException>(() => ReceiveAsync(store, []));
        await using (await ReceiveAsync(store, Words))
        {
            // Refused by whoever judged it.
        }

        Assert.Equal(("file.too-big", "file.empty"), (tooBig.TextKey, empty.TextKey));
        Assert.Empty(Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Of(TenantId.New()).ReceiveAsync("proofs", new BrokenStream(), 1024, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Content_counts_as_settled_an_hour_after_it_was_last_brought()
    {
        var store = Of(TenantId.New());
        var hash = await KeepAsync(store, Words);
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal([hash], store.Settled("proofs"));

        await KeepAsync(store, Words);
        Assert.Empty(store.Settled("proofs"));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\录音\\通话.mp3", "通话.mp3")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\0b\n.pdf", "ab.pdf")]
    public void A_name_loses_folders_and_characters_that_cannot_be_seen(string given, string kept) =>
        Assert.Equal(kept, FileStore.CleanName(given));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private FileStore Of(TenantId tenant)
    {
        var scope = new TenantScope();
        scope.EnterTenant(tenant);
        return new FileStore(new Storage(new SqliteEngine(), "", _directory), scope, _clock, new Antivirus(Options.Create(new AntivirusOptions()), NullLogger<Antivirus>.Instance));
    }

    private static Task<FileStore.Arrival> ReceiveAsync(FileStore store, byte[] content) =>
        store.ReceiveAsync("proofs", new MemoryStream(content), 1024, CancellationToken.None);

    private static async Task<string> KeepAsync(FileStore store, byte[] content)
    {
        await using var arrival = await ReceiveAsync(store, content);
        arrival.Keep();
        return arrival.Sha256;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position++ < 1 ? new ValueTask<int>(1) : throw new IOException("The connection broke.");
    }
}
