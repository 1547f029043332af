using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Feed;

/// <summary>How rows came in.</summary>
public enum FeedSource
{
    /// <summary>By a key, over HTTP.</summary>
    Api,

    /// <summary>By a person, as a file on the portal's page.</summary>
    Page,
}

/// <summary>Whether a batch was written to its end.</summary>
public enum FeedBatchState
{
    /// <summary>Being written; one that stays so was cut off, and can be sent again without harm.</summary>
    Receiving,
    Done,
}

/// <summary>Who sends: the party, and the key or the person that acts for it.</summary>
public sealed record FeedSender(TenantId Tenant, VendorId? Vendor, OutletId? Outlet, FeedSource Source, Guid? KeyId, string Name);

/// <summary>What became of the rows of a batch. Added + Updated + Unchanged + Refused = Received.</summary>
public sealed record FeedCounts(int Received, int Added, int Updated, int Unchanged, int Refused)
{
    public static readonly FeedCounts None = new(0, 0, 0, 0, 0);

    public int Accepted => Received - Refused;
}

/// <summary>
/// One sending of the direct feed: the provenance of its rows. <see cref="BodySha256"/> is of the bytes as they came.
/// </summary>
public sealed class FeedBatch : IPartyOwned
{
    private FeedBatch()
    {
    }

    public FeedBatch(FeedSender sender, FeedKind kind, string format, string? fileName, long bytes, string bodySha256, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId) = (sender.Tenant, sender.Vendor, sender.Outlet);
        (Source, KeyId, SentBy) = (sender.Source, sender.KeyId, sender.Name);
        (Kind, Format, FileName) = (kind, format, fileName);
        (Bytes, BodySha256, ReceivedAt) = (bytes, bodySha256, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public OutletId? OutletId { get; private set; }

    public FeedKind Kind { get; private set; }

    public FeedSource Source { get; private set; }

    /// <summary>The key that sent it; null for a person.</summary>
    public Guid? KeyId { get; private set; }

    /// <summary>The key's start and name, or the person's name.</summary>
    public string SentBy { get; private set; } = "";

    /// <summary><c>json</c> or <c>csv</c>.</summary>
    public string Format { get; private set; } = "";

    public string? FileName { get; private set; }

    public long Bytes { get; private set; }

    public string BodySha256 { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public FeedBatchState State { get; private set; }

    public int Received { get; private set; }
    public int Added { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Refused { get; private set; }

    public FeedCounts Counts => new(Received, Added, Updated, Unchanged, Refused);

    /// <summary>The party as one key: rows of a sender are told apart by it.</summary>
    public Guid SenderId => VendorId?.Value ?? OutletId!.Value.Value;

    public Side SenderSide => VendorId is null ? Side.Buyer : Side.Vendor;

    public void Finish(FeedCounts counts, DateTimeOffset now)
    {
        (Received, Added, Updated, Unchanged, Refused) =
            (counts.Received, counts.Added, counts.Updated, counts.Unchanged, counts.Refused);
        State = FeedBatchState.Done;
        FinishedAt = now;
    }
}

/// <summary>A row of a batch that was refused; at most <see cref="MostKept"/> of a batch are kept.</summary>
public sealed class FeedRefusal : IPartyOwned
{
    public const int MostKept = 1000;

    private FeedRefusal()
    {
    }

    public FeedRefusal(FeedBatch batch, FeedProblem problem)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, BatchId) = (batch.TenantId, batch.VendorId, batch.OutletId, batch.Id);
        (Line, Field, Code, Value, Argument) = (problem.Line, problem.Field, problem.Code, problem.Value, problem.Argument);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId? VendorId { get; private set; }
    public OutletId? OutletId { get; private set; }
    public Guid BatchId { get; private set; }
    public int Line { get; private set; }
    public string Field { get; private set; } = "";
    public string Code { get; private set; } = "";
    public string Value { get; private set; } = "";
    public string Argument { get; private set; } = "";
}
