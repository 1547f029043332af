using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Auditing;

/// <summary>
/// Who changed what, when. Appended in the transaction of the change; <see cref="Changes"/> is JSON of before and after.
/// <see cref="Sequence"/> and <see cref="Hash"/> are set when the entry joins its tenant's SHA-256 chain.
/// </summary>
public sealed class AuditEntry : IHeadquartersOwned
{
    private AuditEntry()
    {
    }

    public AuditEntry(
        TenantId tenant, DateTimeOffset at, UserId? actor, string actorName,
        string action, string subject, string subjectId, string changes)
    {
        Id = Keys.Next();
        TenantId = tenant;
        At = at;
        ActorId = actor;
        ActorName = actorName;
        Action = action;
        Subject = subject;
        SubjectId = subjectId;
        Changes = changes;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public UserId? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>added, changed, removed, or a batch's name.</summary>
    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    public string Changes { get; private set; } = "{}";

    public long? Sequence { get; private set; }

    public string? Hash { get; private set; }

    /// <summary>Joins the chain: the hash covers the entry and the hash before it.</summary>
    public void Chain(long sequence, string previousHash)
    {
        Sequence = sequence;
        Hash = AuditChain.HashOf(this, sequence, previousHash);
    }
}
