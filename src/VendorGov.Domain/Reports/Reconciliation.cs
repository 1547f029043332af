using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>Where a report stands against what the portal observed.</summary>
public enum ReconciliationState
{
    /// <summary>Everything that could be compared lies within its tolerance.</summary>
    Agreed,

    /// <summary>At least one field differs; the vendor explains or uploads a corrected version.</summary>
    Breached,

    /// <summary>The vendor has explained; headquarters decides.</summary>
    Explained,

    /// <summary>Headquarters accepts the explanation. The figures and the accuracy stay as they are.</summary>
    Settled,

    /// <summary>Headquarters does not accept it; a corrected version is owed.</summary>
    Refused,
}

/// <summary>
/// An accepted report held against what the portal and the direct feed saw: one for each report version. The share of fields within
/// tolerance is the month's report accuracy (ACC).
/// </summary>
public sealed class Reconciliation : IContractOwned, IAudited, IVersioned
{
    private Reconciliation()
    {
    }

    public Reconciliation(VendorReport report)
    {
        if (report.State != VendorReportState.Accepted)
        {
            throw new RuleViolationException("report-not-accepted");
        }

        Id = ReconciliationId.New();
        (TenantId, VendorId, ContractId) = (report.TenantId, report.VendorId, report.ContractId);
        (ReportId, Period) = (report.Id, report.Period);
    }

    public ReconciliationId Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public VendorReportId ReportId { get; private set; }
    public ReportPeriod Period { get; private set; }
    public DateTimeOffset RunAt { get; private set; }
    public ReconciliationState State { get; private set; }
    public IReadOnlyList<ReconciliationLine> Lines { get; private set; } = [];

    /// <summary>Fields that had an observed value; the denominator of ACC.</summary>
    public int Fields { get; private set; }

    /// <summary>Fields within their tolerance; the numerator of ACC.</summary>
    public int Within { get; private set; }

    /// <summary>The P6 issue that the breach opened.</summary>
    public IssueId? IssueId { get; private set; }

    public string? Explanation { get; private set; }
    public string? ExplainedBy { get; private set; }
    public DateTimeOffset? ExplainedAt { get; private set; }
    public string? Decision { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public IReadOnlyList<ReconciliationLine> Breaches => [.. Lines.Where(l => !l.Within)];

    /// <summary>
    /// The comparison, anew: the feed may have grown since. What people said about an earlier one stands while the same fields differ.
    /// </summary>
    public void Take(IReadOnlyList<ReconciliationLine> lines, DateTimeOffset now)
    {
        var before = Breaches.Select(Key).ToHashSet();
        (Lines, Fields, Within, RunAt) = (lines, lines.Count, lines.Count(l => l.Within), now);
        if (Breaches.Count == 0)
        {
            State = ReconciliationState.Agreed;
        }
        else if (State == ReconciliationState.Agreed || !before.SetEquals(Breaches.Select(Key)))
        {
            State = ReconciliationState.Breached;
        }
    }

    /// <summary>
    /// Opens the issue of the breach once per report version; null where there is none to open. S2 from an error over 5 % on or where
    /// the month before was breached too, else S3 (playbook P6).
    /// </summary>
    public Severity? Opens(bool repeated) =>
        IssueId is not null || Breaches.Count == 0 ? null
        : repeated || Breaches.Any(b => b.Percent is null || Math.Abs(b.Percent.Value) > 5) ? Severity.S2
        : Severity.S3;

    public void Opened(IssueId issue) => IssueId ??= issue;

    public void Explain(string explanation, string by, DateTimeOffset now)
    {
        if (State is not (ReconciliationState.Breached or ReconciliationState.Refused))
        {
            throw new RuleViolationException("reconciliation-not-open");
        }

        (State, Explanation, ExplainedBy, ExplainedAt) = (ReconciliationState.Explained, explanation, by, now);
        (Decision, DecidedBy, DecidedAt) = (null, null, null);
    }

    public void Decide(bool accepted, string? reason, string by, DateTimeOffset now)
    {
        if (State != ReconciliationState.Explained)
        {
            throw new RuleViolationException("reconciliation-not-explained");
        }

        if (!accepted && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("reconciliation-reason");
        }

        State = accepted ? ReconciliationState.Settled : ReconciliationState.Refused;
        (Decision, DecidedBy, DecidedAt) = (reason, by, now);
    }

    private static (string, OutletId?, Contracts.Channel?) Key(ReconciliationLine line) => (line.Field, line.Outlet, line.Channel);
}
