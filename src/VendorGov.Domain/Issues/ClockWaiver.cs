using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>An ask that one clock should not count, and headquarters' answer.</summary>
public sealed class ClockWaiver : IOutletOwned, IAudited
{
    private ClockWaiver()
    {
    }

    internal ClockWaiver(Issue issue, Obligation clock, Author by, string reason, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (ObligationId, Kind, Reason, AskedByName, AskedAt) = (clock.Id, clock.Kind, reason, by.Name, at);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public ObligationId ObligationId { get; private set; }

    public ObligationKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null: not decided yet.</summary>
    public bool? Approved { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionWords { get; private set; }

    internal void Decide(bool approve, string by, string words, DateTimeOffset now)
    {
        if (Approved is not null)
        {
            throw new RuleViolationException("waiver-decided");
        }

        (Approved, DecidedByName, DecisionWords, DecidedAt) = (approve, by, words, now);
    }
}
