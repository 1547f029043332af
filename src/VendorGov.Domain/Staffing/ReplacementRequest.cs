using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>Why the buyer asks for a successor (e3d).</summary>
public enum ReplacementReason
{
    Left,
    RepeatedQualityFailure,
    Attitude,
    LongAbsence,
    GrowingVolume,
    Other,
}

/// <summary>Life of a vacancy; filled means that a successor is named.</summary>
public enum ReplacementState
{
    Open,
    Filled,
    Withdrawn,
}

/// <summary>Who is to be replaced, why, and what the successor must know.</summary>
public sealed record ReplacementWish(Guid? Leaver, OutletId? Outlet, ReplacementReason Reason, string? Note, string Handover);

/// <summary>
/// A vacancy that a vendor must fill within ten working days (e3d): by a named agent of the contract who works there and may take
/// contacts. The clock is an obligation like any other.
/// </summary>
public sealed class ReplacementRequest : IContractOwned, IAudited, IVersioned
{
    public const int WorkingDays = 10;

    private ReplacementRequest()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public OutletId? OutletId { get; private set; }
    public ObligationId ObligationId { get; private set; }
    public Guid? LeaverId { get; private set; }
    public ReplacementReason Reason { get; private set; }
    public string? Note { get; private set; }
    public string Handover { get; private set; } = "";
    public ReplacementState State { get; private set; }
    public string AskedBy { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public Guid? SuccessorId { get; private set; }
    public string? FilledBy { get; private set; }
    public DateTimeOffset? FilledAt { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Asks and starts the clock.</summary>
    public static (ReplacementRequest Request, Obligation Owed) Ask(
        Contract contract, ReplacementWish wish, ClockFaces faces, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(wish.Handover))
        {
            throw new RuleViolationException("replacement-handover");
        }

        var owed = Obligation.Start(
            new ObligationOwner(contract.TenantId, contract.VendorId, contract.Id, wish.Outlet), ObligationKind.FillVacancy,
            Target.WorkingDays(WorkingDays), now, faces, now);
        return (new ReplacementRequest
        {
            Id = Keys.Next(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            OutletId = wish.Outlet,
            ObligationId = owed.Id,
            LeaverId = wish.Leaver,
            Reason = wish.Reason,
            Note = wish.Note,
            Handover = wish.Handover.Trim(),
            AskedBy = by,
            AskedAt = now,
        }, owed);
    }

    /// <summary>
    /// Names the successor and stops the clock. Refused for an agent of another contract, one who does not work on
    /// <paramref name="today"/>, the one who is replaced, and one without a valid certificate for contacts.
    /// </summary>
    public void Fill(Agent successor, IEnumerable<Certificate> certificates, DateOnly today, Obligation owed, ClockFaces faces, string by, DateTimeOffset now)
    {
        DemandOpen();
        if (successor.ContractId != ContractId || successor.Id == LeaverId || !successor.WorksOn(today))
        {
            throw new RuleViolationException("replacement-agent", successor.Number);
        }

        if (!certificates.Any(c => c.AgentId == successor.Id && c.Kind == CertificateKind.Contacts && c.IsValidOn(today)))
        {
            throw new RuleViolationException("replacement-uncertified", successor.Number);
        }

        (State, SuccessorId, FilledBy, FilledAt) = (ReplacementState.Filled, successor.Id, by, now);
        owed.Stop(now, faces, now);
    }

    /// <summary>The buyer needs nobody any more: nothing is owed.</summary>
    public void Withdraw(string? reason, Obligation owed, ClockFaces faces, DateTimeOffset now)
    {
        DemandOpen();
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("replacement-reason");
        }

        (State, WithdrawnReason) = (ReplacementState.Withdrawn, reason.Trim());
        owed.Cancel(now, faces, now);
    }

    private void DemandOpen()
    {
        if (State != ReplacementState.Open)
        {
            throw new RuleViolationException("replacement-closed");
        }
    }
}
