using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>What a certificate allows or proves.</summary>
public enum CertificateKind
{
    /// <summary>Without a valid one nobody takes contacts (e3c).</summary>
    Contacts,
    Brand,
    Product,
}

/// <summary>
/// Leave to take contacts, or proof of a course, for a span of local dates, both included. It is withdrawn, never changed.
/// </summary>
public sealed class Certificate : IContractOwned, IAudited, IVersioned
{
    private Certificate()
    {
    }

    public Certificate(Agent agent, CertificateKind kind, string title, DateOnly validFrom, DateOnly validUntil, string by, DateTimeOffset now, Guid? test = null)
    {
        if (validUntil < validFrom)
        {
            throw new RuleViolationException("certificate-dates");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId, AgentId) = (agent.TenantId, agent.VendorId, agent.ContractId, agent.Id);
        (Kind, Title, ValidFrom, ValidUntil, TestId) = (kind, title, validFrom, validUntil, test);
        (IssuedBy, RecordedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid AgentId { get; private set; }
    public CertificateKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly ValidUntil { get; private set; }

    /// <summary>The passed test that it rests on; null: entered by hand.</summary>
    public Guid? TestId { get; private set; }
    public string IssuedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>From this date on it holds no more, whatever it says.</summary>
    public DateOnly? WithdrawnFrom { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public int Version { get; private set; } = 1;

    public void Withdraw(DateOnly from, string? reason, string by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            throw new RuleViolationException("certificate-withdrawn");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("certificate-reason");
        }

        (WithdrawnFrom, WithdrawnAt, WithdrawnBy, WithdrawnReason) = (from, now, by, reason.Trim());
    }

    /// <summary>As it is known now.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && day <= ValidUntil && !(WithdrawnFrom <= day);

    /// <summary>As it was known at an instant.</summary>
    public bool WasValidOn(DateOnly day, DateTimeOffset at) =>
        RecordedAt <= at && ValidFrom <= day && day <= ValidUntil && !(WithdrawnAt <= at && WithdrawnFrom <= day);
}
