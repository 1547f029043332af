using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>A message of an issue's thread. An internal note is visible to its author's side alone.</summary>
public sealed class IssueMessage : IOutletOwned
{
    private IssueMessage()
    {
    }

    internal IssueMessage(Issue issue, Author author, bool isInternal, string body, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (AuthorId, AuthorName, Side) = (author.User, author.Name, author.Side);
        (IsInternal, Body, At) = (isInternal, body, at);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public UserId? AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    public Side Side { get; private set; }

    public bool IsInternal { get; private set; }

    public string Body { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Takes a person's name or number out of what was written.</summary>
    public void Redact(string find, string mask) => Body = PersonalData.Redact(Body, find, mask);
}

/// <summary>A step in an issue's history, as its thread shows it.</summary>
public enum IssueEventKind
{
    Filed,
    Acknowledged,
    WaitAsked,
    WaitRefused,
    /// <summary>Nobody answered the ask within one working day.</summary>
    WaitLapsed,
    WaitStarted,
    WaitEnded,
    Contained,
    Resolved,
    Reopened,
    Closed,
    Withdrawn,
    SeverityChanged,
    Escalated,
    CustomerTold,
    Imported,
    Contested,
    ContestConceded,
    ContestDenied,
    ContestUpheld,
    ContestRejected,
    Attributed,
    WaiverAsked,
    WaiverApproved,
    WaiverRefused,
    Transferred,
    EscalatedByHand,
    EmergencyReported,
    SilenceReminded,
    ClosedBySilence,
    /// <summary>An issue of another type turned out to be a customer's complaint.</summary>
    BecameComplaint,
    InvestigationDemanded,
    InvestigationSubmitted,
    InvestigationReturned,
    InvestigationAccepted,
    Referred,
    ReferralAnswered,
    FaultReported,
    CauseStated,
    /// <summary>A complaint that is unresolved chased itself.</summary>
    Chased,
    TierChanged,
    /// <summary>A department did not answer a referral in time.</summary>
    ReferralClimbed,
    /// <summary>Headquarters call it a fatal breach, which caps the month's grade.</summary>
    MarkedFatal,
    FatalLifted,
}

/// <summary>A line of an issue's history that nobody wrote as a message. <see cref="Detail"/> is a reason or a severity.</summary>
public sealed class IssueEvent : IOutletOwned
{
    private IssueEvent()
    {
    }

    internal IssueEvent(Issue issue, IssueEventKind kind, DateTimeOffset at, string? byName, string? detail)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (Kind, At, ByName, Detail) = (kind, at, byName, detail);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public IssueEventKind Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? ByName { get; private set; }

    public string? Detail { get; private set; }

    /// <summary>Takes a person's name or number out of what was written.</summary>
    public void Redact(string find, string mask) => Detail = Detail is null ? null : PersonalData.Redact(Detail, find, mask);
}

/// <summary>Who acts on an issue, and for which side.</summary>
public sealed record Author(UserId? User, string Name, Side Side);
