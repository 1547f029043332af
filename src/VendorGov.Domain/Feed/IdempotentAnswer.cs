using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Feed;

/// <summary>
/// The answer to a request with an <c>Idempotency-Key</c>, kept so that the same request gets the same bytes again. Claimed before
/// the work begins; the unique key (API key, idempotency key) lets one of several at once pass.
/// </summary>
public sealed class IdempotentAnswer : IPartyOwned
{
    public const int LongestKey = 120;

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    /// <summary>Work that has not answered after this was cut off: the next request with the key does it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private IdempotentAnswer()
    {
    }

    public IdempotentAnswer(FeedSender sender, string key, string bodySha256, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId) = (sender.Tenant, sender.Vendor, sender.Outlet);
        KeyId = sender.KeyId ?? throw new ArgumentException("Only a key sends with an idempotency key.", nameof(sender));
        (Key, BodySha256) = (key, bodySha256);
        Restart(now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public OutletId? OutletId { get; private set; }

    /// <summary>The API key.</summary>
    public Guid KeyId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>Of the address, the content type and the body.</summary>
    public string BodySha256 { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The HTTP status; null while the work goes on.</summary>
    public int? Status { get; private set; }

    public string ContentType { get; private set; } = "";

    public string Body { get; private set; } = "";

    public bool IsCutOff(DateTimeOffset now) => Status is null && now - StartedAt > Patience;

    public void Restart(DateTimeOffset now)
    {
        StartedAt = now;
        ExpiresAt = now + Lifetime;
    }

    public void Keep(int status, string contentType, string body) => (Status, ContentType, Body) = (status, contentType, body);
}
