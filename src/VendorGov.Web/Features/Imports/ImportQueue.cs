using System.Collections.Concurrent;
using System.Threading.Channels;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Imports;

/// <summary>An import that a page ordered: which batch, in whose name.</summary>
public sealed record ImportOrder(TenantId Tenant, Guid Batch, UserId Actor, string ActorName);

/// <summary>
/// Imports that wait for their turn: one at a time, because each fills the database's writer. While one waits or runs, its node holds a lock on a file of
/// the data directory, so that another node that starts sees that it is not broken off.
/// </summary>
public sealed class ImportQueue(Storage storage)
{
    private readonly Channel<ImportOrder> orders = Channel.CreateUnbounded<ImportOrder>();
    private readonly ConcurrentDictionary<Guid, FileStream> held = new();
    private readonly string folder = Path.Combine(storage.Directory, "imports");

    public void Enqueue(ImportOrder order) => orders.Writer.TryWrite(order);

    public IAsyncEnumerable<ImportOrder> ReadAllAsync(CancellationToken cancellation) => orders.Reader.ReadAllAsync(cancellation);

    public string PathOf(Guid batch) => Path.Combine(folder, batch.ToString("N"));

    /// <summary>Keeps the upload until its import has run.</summary>
    public async Task KeepAsync(Guid batch, Stream upload, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        held[batch] = new FileStream(LockOf(batch), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        await using var kept = new FileStream(PathOf(batch), FileMode.CreateNew, FileAccess.Write);
        await upload.CopyToAsync(kept, cancellation);
    }

    public void Forget(Guid batch)
    {
        File.Delete(PathOf(batch));
        if (held.TryRemove(batch, out var hold))
        {
            hold.Dispose();
        }
    }

    /// <summary>Whether some node, this one or another, still has the import in its queue. The lock of a process that died is gone with it.</summary>
    public bool IsHeld(Guid batch)
    {
        try
        {
            using var probe = new FileStream(LockOf(batch), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private string LockOf(Guid batch) => $"{PathOf(batch)}.lock";
}
