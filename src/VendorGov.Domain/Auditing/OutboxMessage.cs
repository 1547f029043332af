using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Auditing;

/// <summary>
/// Something to tell the outside, saved in the transaction that caused it and delivered by a job, at least once.
/// </summary>
public sealed class OutboxMessage
{
    public const int MaxAttempts = 10;

    private OutboxMessage()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Null for mails about the account itself (reset).</summary>
    public TenantId? TenantId { get; private set; }

    public string Recipient { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public string? LastError { get; private set; }

    public static OutboxMessage Mail(TenantId? tenant, string recipient, string title, string body, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        TenantId = tenant,
        Recipient = recipient,
        Title = title,
        Body = body,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    /// <summary>The body may hold a link that signs in: it goes once delivered.</summary>
    public void Delivered(DateTimeOffset now)
    {
        Attempts++;
        DeliveredAt = now;
        LastError = null;
        Body = "";
    }

    /// <summary>Doubles the wait: 1, 2, 4 ... minutes, at most 6 hours.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        var wait = TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Attempts)));
        Attempts++;
        LastError = error.Length > 400 ? error[..400] : error;
        NextAttemptAt = now + wait;
    }
}
