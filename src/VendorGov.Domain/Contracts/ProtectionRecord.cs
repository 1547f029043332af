using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>What PIPL asks of who entrusts personal data.</summary>
public enum ProtectionRecordKind
{
    /// <summary>Impact assessment before personal data are entrusted (PIPL article 55).</summary>
    ImpactAssessment,
    /// <summary>Supervision of the processing by the vendor (PIPL article 21).</summary>
    Supervision,
}

/// <summary>What the assessment or supervision found.</summary>
public enum ProtectionOutcome
{
    Acceptable,
    WithConditions,
    NotAcceptable,
}

/// <summary>
/// One impact assessment or one act of supervision over the vendor's processing of personal data. Records are added, never
/// edited or removed; they are kept for three years at least.
/// </summary>
public sealed class ProtectionRecord : IContractOwned, IAudited
{
    private ProtectionRecord()
    {
    }

    /// <param name="heldOn">The day on which it was done; not later than <paramref name="today"/>.</param>
    /// <param name="nextDueOn">When it is to be repeated; null: not planned.</param>
    public ProtectionRecord(
        Contract contract, ProtectionRecordKind kind, DateOnly heldOn, ProtectionOutcome outcome, string findings, DateOnly? nextDueOn,
        string recordedBy, DateOnly today, DateTimeOffset now)
    {
        if (heldOn > today)
        {
            throw new RuleViolationException("record-in-future");
        }

        if (nextDueOn <= heldOn)
        {
            throw new RuleViolationException("record-next-too-early");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Kind, HeldOn, Outcome, Findings, NextDueOn) = (kind, heldOn, outcome, findings.Trim(), nextDueOn);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    public ProtectionRecordKind Kind { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public ProtectionOutcome Outcome { get; private set; }

    /// <summary>Purpose and kinds of data, risks found, measures taken.</summary>
    public string Findings { get; private set; } = "";

    public DateOnly? NextDueOn { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }
}
