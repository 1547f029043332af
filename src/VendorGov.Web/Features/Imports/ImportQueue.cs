using System.Threading.Channels;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Imports;

/// <summary>An import that a page ordered: which batch, in whose name.</summary>
public sealed record ImportOrder(TenantId Tenant, Guid Batch, UserId Actor, string ActorName);

/// <summary>Imports that wait for their turn: one at a time, because each fills the database's writer.</summary>
public sealed class ImportQueue
{
    private readonly Channel<ImportOrder> orders = Channel.CreateUnbounded<ImportOrder>();
    private readonly string folder = Path.Combine(Path.GetTempPath(), "vendorgov-imports");

    public void Enqueue(ImportOrder order) => orders.Writer.TryWrite(order);

    public IAsyncEnumerable<ImportOrder> ReadAllAsync(CancellationToken cancellation) => orders.Reader.ReadAllAsync(cancellation);

    public string PathOf(Guid batch) => Path.Combine(folder, batch.ToString("N"));

    /// <summary>Keeps the upload until its import has run.</summary>
    public async Task KeepAsync(Guid batch, Stream upload, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await using var kept = new FileStream(PathOf(batch), FileMode.CreateNew, FileAccess.Write);
        await upload.CopyToAsync(kept, cancellation);
    }

    public void Forget(Guid batch) => File.Delete(PathOf(batch));
}
