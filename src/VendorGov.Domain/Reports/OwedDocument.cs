using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>Life of a document that a contract demands.</summary>
public enum DocumentState
{
    Owed,

    /// <summary>Handed in; the buyer has not judged it yet.</summary>
    Submitted,
    Accepted,

    /// <summary>Returned with reasons; owed again.</summary>
    Returned,
}

/// <summary>
/// A quality and improvement report or a training record of one month or week. On time is judged by the moment at which the version that is
/// accepted was handed in; one that is returned leaves the clock running.
/// </summary>
public sealed class OwedDocument : IContractOwned, IAudited, IVersioned
{
    private OwedDocument()
    {
    }

    public OwedDocument(Obligation owed)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId, ObligationId) = (owed.TenantId, owed.VendorId, owed.ContractId, owed.Id);
        (Kind, Period) = (owed.ReportKind, owed.ReportPeriod!.Value);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public ObligationId ObligationId { get; private set; }
    public ReportKind Kind { get; private set; }
    public ReportPeriod Period { get; private set; }
    public DocumentState State { get; private set; }

    /// <summary>How often it was handed in.</summary>
    public int Round { get; private set; }

    public string? FileName { get; private set; }
    public string? FileSha256 { get; private set; }
    public long? FileSize { get; private set; }
    public string? SubmittedBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; } = 1;

    public void Submit(UploadedFile file, string by, DateTimeOffset now)
    {
        if (State == DocumentState.Accepted)
        {
            throw new RuleViolationException("document-accepted");
        }

        (State, Round) = (DocumentState.Submitted, Round + 1);
        (FileName, FileSha256, FileSize) = (file.Name, file.Sha256, file.Size);
        (SubmittedBy, SubmittedAt) = (by, now);
        (DecidedBy, DecidedAt, Reason) = (null, null, null);
    }

    /// <summary>The clock stops at the moment of the hand-in.</summary>
    public void Accept(Obligation owed, ClockFaces faces, string by, DateTimeOffset now)
    {
        DemandSubmitted();
        (State, DecidedBy, DecidedAt) = (DocumentState.Accepted, by, now);
        owed.Stop(SubmittedAt!.Value, faces, now);
    }

    public void Return(string? reason, string by, DateTimeOffset now)
    {
        DemandSubmitted();
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("document-reason");
        }

        (State, DecidedBy, DecidedAt, Reason) = (DocumentState.Returned, by, now, reason.Trim());
    }

    private void DemandSubmitted()
    {
        if (State != DocumentState.Submitted)
        {
            throw new RuleViolationException("document-not-submitted");
        }
    }
}
