using System.Globalization;
using System.Security.Cryptography;
using VendorGov.Data;
using VendorGov.Documents.Reading;

namespace VendorGov.Web.Hosting;

/// <summary>
/// The one place on disk for files that people bring: <c>files/{tenant}/{area}/{first two of the hash}/{SHA-256}</c>. Names given
/// by people never become paths, the same content of one tenant and area is kept once, and everything streams. Who refers to
/// a file is the matter of the area that keeps it: it removes a file with its last reference.
/// </summary>
public sealed class FileStore(Storage storage, TenantScope scope, TimeProvider clock, Antivirus antivirus)
{
    /// <summary>How long content that nothing refers to yet is left alone: somebody may be about to save the reference.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int LongestName = 200;

    /// <summary>
    /// Writes what arrives beside the store and counts its hash. It stays only when <see cref="Arrival.Keep"/> is called, so that
    /// content can be judged first. Throws <see cref="TabularRefusedException"/> beyond <paramref name="most"/> bytes, when empty, and for what
    /// <see cref="Antivirus"/> refuses; <see cref="IOException"/> when the disk is full. Neither leaves anything behind.
    /// </summary>
    public async Task<Arrival> ReceiveAsync(string area, Stream content, long most, CancellationToken cancel)
    {
        var folder = Folder(area);
        Directory.CreateDirectory(folder);
        var file = new FileStream(
            Path.Combine(folder, $"{Guid.CreateVersion7():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        try
        {
            var hash = await WriteAsync(content, file, most, cancel);
            await antivirus.CheckAsync(file, cancel);
            return new Arrival(file, folder, hash, clock.GetUtcNow());
        }
        catch
        {
            await file.DisposeAsync();
            File.Delete(file.Name);
            throw;
        }
    }

    /// <summary>Seekable, for ranges. Throws <see cref="FileNotFoundException"/> where the store lost the file.</summary>
    public FileStream Open(string area, string sha256) =>
        new(PathOf(Folder(area), sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);

    public bool Has(string area, string sha256) => File.Exists(PathOf(Folder(area), sha256));

    public void Remove(string area, string sha256) => File.Delete(PathOf(Folder(area), sha256));

    /// <summary>The same for what <see cref="Settled"/> named, unless somebody has brought it again since.</summary>
    public void RemoveSettled(string area, string sha256)
    {
        if (File.GetLastWriteTimeUtc(PathOf(Folder(area), sha256)) < (clock.GetUtcNow() - Grace).UtcDateTime)
        {
            Remove(area, sha256);
        }
    }

    /// <summary>Hashes of the area that nobody wrote within <see cref="Grace"/>: what may go where nothing refers to it.</summary>
    public IEnumerable<string> Settled(string area)
    {
        var folder = Folder(area);
        var before = (clock.GetUtcNow() - Grace).UtcDateTime;
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < before).Select(path => Path.GetFileName(path));
    }

    /// <summary>The name for people: without folders, control and direction characters.</summary>
    public static string CleanName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        return plain.Length <= LongestName ? plain : plain[^LongestName..];
    }

    private string Folder(string area) => Path.Combine(storage.Files, scope.Tenant.Value.ToString("N"), area);

    private static string PathOf(string folder, string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigit)
            ? Path.Combine(folder, sha256[..2], sha256)
            : throw new ArgumentException("Not a SHA-256 in hexadecimal.", nameof(sha256));

    private static async Task<string> WriteAsync(Stream content, FileStream file, long most, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var read = await content.ReadAsync(buffer, cancel); read > 0; read = await content.ReadAsync(buffer, cancel))
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            if (file.Length > most)
            {
                throw new TabularRefusedException("file.too-big", most / (1024 * 1024));
            }
        }

        await file.FlushAsync(cancel);
        file.Position = 0;
        return file.Length > 0 ? Convert.ToHexStringLower(hash.GetHashAndReset()) : throw new TabularRefusedException("file.empty");
    }

    /// <summary>Content that has arrived and waits to be judged. Disposing it without <see cref="Keep"/> throws it away.</summary>
    public sealed class Arrival(FileStream content, string folder, string sha256, DateTimeOffset at) : IAsyncDisposable
    {
        public string Sha256 => sha256;

        public long Bytes { get; } = content.Length;

        /// <summary>Seekable, at its beginning.</summary>
        public Stream Content => content;

        /// <summary>Moves the content to its address. The same content that is there already counts as written now.</summary>
        public void Keep()
        {
            content.Dispose();
            var path = PathOf(folder, sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(content.Name, path, overwrite: true);
            File.SetLastWriteTimeUtc(path, at.UtcDateTime);
        }

        public async ValueTask DisposeAsync()
        {
            await content.DisposeAsync();
            File.Delete(content.Name);
        }
    }
}
