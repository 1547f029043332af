using VendorGov.Domain.Reports;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Reports;

/// <summary>Uploaded originals, kept byte for byte. One report refers to each.</summary>
public sealed class ReportFiles(FileStore store)
{
    private const string Area = "reports";

    /// <summary>Writes the upload down. Nothing refers to it until a report does; keeping the same content twice costs nothing.</summary>
    public async Task<UploadedFile> KeepAsync(IFormFile upload, CancellationToken cancellation)
    {
        await using var content = upload.OpenReadStream();
        return await KeepAsync(content, upload.FileName, cancellation);
    }

    public async Task<UploadedFile> KeepAsync(Stream content, string name, CancellationToken cancellation)
    {
        await using var arrival = await store.ReceiveAsync(Area, content, long.MaxValue, cancellation);
        arrival.Keep();
        return new UploadedFile(FileStore.CleanName(name), arrival.Sha256, arrival.Bytes);
    }

    /// <summary>Throws <see cref="FileNotFoundException"/> where the store lost the file.</summary>
    public FileStream Open(string sha256) => store.Open(Area, sha256);

    public bool Has(string sha256) => store.Has(Area, sha256);

    public void Remove(string sha256) => store.Remove(Area, sha256);
}
