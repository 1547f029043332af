using VendorGov.Documents.Reading;
using VendorGov.Domain.Contracts;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Exemptions;

/// <summary>Proof of a request: one picture, PDF, workbook or text of at most 50 MB, its kind judged by content.</summary>
public sealed class ProofFiles(FileStore files)
{
    public const long MostBytes = 50L * 1024 * 1024;

    private const string Area = "exemptions";

    private static readonly (string[] Extensions, string ContentType, Func<byte[], bool> Fits)[] Kinds =
    [
        ([".pdf"], "application/pdf", h => h.AsSpan().StartsWith("%PDF-"u8)),
        ([".png"], "image/png", h => h is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..]),
        ([".jpg", ".jpeg"], "image/jpeg", h => h is [0xFF, 0xD8, 0xFF, ..]),
        ([".xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", h => h is [0x50, 0x4B, 3, 4, ..]),
        ([".txt"], "text/plain; charset=utf-8", h => !h.Contains((byte)0)),
    ];

    /// <summary>Throws <see cref="TabularRefusedException"/> for a file that is not taken; nothing of it is kept then.</summary>
    public async Task<ProofFile> KeepAsync(IFormFile upload, CancellationToken cancel)
    {
        var name = FileStore.CleanName(upload.FileName);
        await using var content = upload.OpenReadStream();
        await using var arrival = await files.ReceiveAsync(Area, content, MostBytes, cancel);
        var head = new byte[512];
        var length = await arrival.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        var kind = Array.Find(Kinds, k => k.Extensions.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) && k.Fits(head[..length]));
        if (kind.ContentType is null)
        {
            throw new TabularRefusedException("exemptions.fileKind", name);
        }

        var proof = new ProofFile(name, arrival.Sha256, arrival.Bytes, kind.ContentType);
        arrival.Keep();
        return proof;
    }

    /// <summary>Seekable. Throws <see cref="FileNotFoundException"/> where the store lost it.</summary>
    public FileStream Open(ProofFile proof) => files.Open(Area, proof.Sha256);
}
