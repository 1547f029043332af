using System.Security.Cryptography;
using VendorGov.Data;
using VendorGov.Domain.Reports;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Uploaded originals, kept byte for byte in the tenant's folder under the SHA-256 of their content; names given by people never
/// become paths.
/// </summary>
public sealed class ReportFiles(Storage storage, TenantScope scope)
{
    private const int LongestName = 200;

    private string Folder => Path.Combine(storage.Files, scope.Tenant.Value.ToString("N"), "reports");

    /// <summary>Writes the upload down. Nothing refers to it until a report does; keeping the same content twice costs nothing.</summary>
    public async Task<UploadedFile> KeepAsync(IFormFile upload, CancellationToken cancellation)
    {
        await using var content = upload.OpenReadStream();
        return await KeepAsync(content, upload.FileName, cancellation);
    }

    public async Task<UploadedFile> KeepAsync(Stream content, string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var arriving = Path.Combine(Folder, $"{Guid.CreateVersion7():N}.part");
        try
        {
            var (hash, size) = await WriteAsync(content, arriving, cancellation);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(arriving, PathOf(hash), overwrite: true);
            return new UploadedFile(Clean(name), hash, size);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>Throws <see cref="FileNotFoundException"/> where the store lost the file.</summary>
    public FileStream Open(string sha256) => new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    public void Remove(string sha256) => File.Delete(PathOf(sha256));

    private string PathOf(string sha256) => Path.Combine(Folder, sha256[..2], sha256);

    private static async Task<(string Hash, long Size)> WriteAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 16];
        for (var read = await content.ReadAsync(buffer, cancellation); read > 0; read = await content.ReadAsync(buffer, cancellation))
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    /// <summary>The name for people: without folders, control and direction characters.</summary>
    private static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        return plain.Length <= LongestName ? plain : plain[^LongestName..];
    }
}
