using VendorGov.Documents.Reading;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Exemptions;

/// <summary>Proof of a request: one picture, PDF, workbook or text of at most 50 MB, its kind judged by content.</summary>
public sealed class ProofFiles(FileStore files)
{
    public const long MostBytes = 50L * 1024 * 1024;

    private const string Area = "exemptions";

    private static readonly EvidenceKind[] Kinds = [EvidenceKind.Pdf, EvidenceKind.Png, EvidenceKind.Jpeg, EvidenceKind.Xlsx, EvidenceKind.Text];

    /// <summary>Throws <see cref="TabularRefusedException"/> for a file that is not taken; nothing of it is kept then.</summary>
    public async Task<ProofFile> KeepAsync(IFormFile upload, CancellationToken cancel)
    {
        var name = FileStore.CleanName(upload.FileName);
        await using var content = upload.OpenReadStream();
        await using var arrival = await files.ReceiveAsync(Area, content, MostBytes, cancel);
        var kind = EvidenceGate.Judge(arrival.Content, name);
        if (!Kinds.Contains(kind))
        {
            throw new TabularRefusedException("exemptions.fileKind", name);
        }

        var proof = new ProofFile(name, arrival.Sha256, arrival.Bytes, kind.ContentType());
        arrival.Keep();
        return proof;
    }

    /// <summary>Seekable. Throws <see cref="FileNotFoundException"/> where the store lost it.</summary>
    public FileStream Open(ProofFile proof) => files.Open(Area, proof.Sha256);
}
