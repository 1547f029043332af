using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Training;

/// <summary>Publishes versions of the brand pack, keeps their files and takes signatures.</summary>
public sealed class BrandDesk(AppDb db, FileStore files, TimeProvider clock)
{
    public const long MaxBytes = 50L * 1024 * 1024;

    private const string Area = "brand";

    /// <summary>One version for each contract. Throws <see cref="TabularRefusedException"/> for a file that is no plain PDF or docx.</summary>
    public async Task PublishAsync(IReadOnlyList<Contract> contracts, BrandContent content, IFormFile? upload, CancellationToken cancel)
    {
        var kept = content with { File = upload is null ? null : await KeepAsync(upload, cancel) };
        var ids = contracts.Select(c => c.Id).ToList();
        var current = await db.BrandPacks.Where(p => ids.Contains(p.ContractId) && p.SupersededAt == null).ToDictionaryAsync(p => p.ContractId, cancel);
        foreach (var contract in contracts)
        {
            db.BrandPacks.Add(new BrandPack(contract, current.GetValueOrDefault(contract.Id), kept, db.Scope.ActorName, clock.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancel);
    }

    public async Task SignAsync(BrandPack pack, CancellationToken cancel)
    {
        pack.Sign(db.Scope.ActorName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Null where there is no file, or the store lost it.</summary>
    public FileStream? Open(BrandPack pack) => pack.FileSha256 is { } hash && files.Has(Area, hash) ? files.Open(Area, hash) : null;

    private async Task<UploadedFile> KeepAsync(IFormFile upload, CancellationToken cancel)
    {
        await using var content = upload.OpenReadStream();
        DocumentGate.Check(content, upload.FileName, MaxBytes);
        content.Position = 0;
        await using var arrival = await files.ReceiveAsync(Area, content, MaxBytes, cancel);
        arrival.Keep();
        return new UploadedFile(FileStore.CleanName(upload.FileName), arrival.Sha256, arrival.Bytes);
    }
}
