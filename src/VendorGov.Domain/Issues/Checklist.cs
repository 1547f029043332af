using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>A line of a playbook: an action that a side owes, or a criterion that must hold before the issue closes.</summary>
/// <param name="Due">From the opening of the issue; null for a criterion.</param>
/// <param name="Proof">Ticking it off needs words that prove it.</param>
/// <param name="Page">The page of the portal that does what the line asks for, such as <c>/Faults/Missed</c>; null: none does.</param>
/// <param name="ByContract">The page is about the contract of the issue, not about the issue alone.</param>
public sealed record ChecklistLine(string Code, string Zh, string En, Side Owner, Target? Due, bool Proof, string? Page = null, bool ByContract = false);

/// <summary>Whether a line is something to do or a condition of closing.</summary>
public enum ChecklistKind
{
    Action,
    Criterion,
}

/// <summary>A playbook line on an issue, with its due time, and who ticked it off or overruled it.</summary>
public sealed class ChecklistItem : IOutletOwned, IAudited
{
    private ChecklistItem()
    {
    }

    internal ChecklistItem(Issue issue, ChecklistKind kind, int position, ChecklistLine line, DateTimeOffset? dueAt)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (Kind, Position, Code, Owner, NeedsProof, DueAt) = (kind, position, line.Code, line.Owner, line.Proof, dueAt);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public ChecklistKind Kind { get; private set; }

    public int Position { get; private set; }

    /// <summary>Names the line in its playbook, such as <c>1.2</c> or <c>1.c1</c>.</summary>
    public string Code { get; private set; } = "";

    public Side Owner { get; private set; }

    public bool NeedsProof { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneByName { get; private set; }

    /// <summary>What proves it; for an overruled criterion the reason.</summary>
    public string? Proof { get; private set; }

    /// <summary>The criterion did not hold and somebody took it upon themselves to close all the same.</summary>
    public bool Overruled { get; private set; }

    public bool IsDone => DoneAt is not null;

    public bool IsLate(DateTimeOffset now) => DueAt is { } due && (DoneAt ?? now) > due;

    internal void Tick(string by, string? proof, DateTimeOffset now) => (DoneAt, DoneByName, Proof) = (now, by, proof);

    internal void Overrule(string? by, string reason, DateTimeOffset now) =>
        (DoneAt, DoneByName, Proof, Overruled) = (now, by, reason, true);

    internal void Untick() => (DoneAt, DoneByName, Proof, Overruled) = (null, null, null, false);
}
