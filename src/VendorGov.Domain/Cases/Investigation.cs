using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Cases;

/// <summary>What the vendor found out (requirements 1: e2b). All five must be filled in before it is submitted.</summary>
public sealed record InvestigationForm(string? Facts, string? Cause, Attribution? Responsible, string? Responsibility, string? Remedy)
{
    public static InvestigationForm Blank { get; } = new(null, null, null, null, null);

    public bool IsWhole => Responsible is not null
        && new[] { Facts, Cause, Responsibility, Remedy }.All(words => !string.IsNullOrWhiteSpace(words));
}

/// <summary>One submission and the buyer's word on it; <paramref name="Accepted"/> null: not judged yet.</summary>
public sealed record InvestigationRound(
    InvestigationForm Form, string SubmittedBy, DateTimeOffset SubmittedAt, bool? Accepted = null, string? DecidedBy = null,
    DateTimeOffset? DecidedAt = null, string? Reason = null);

/// <summary>Life of an internal investigation.</summary>
public enum InvestigationState
{
    /// <summary>Owed; nothing was submitted yet.</summary>
    Owed,
    Submitted,
    Returned,
    Accepted,
}

/// <summary>
/// The vendor's internal investigation of an issue. Only what was submitted stands here; what is still being written is an
/// <see cref="InvestigationDraft"/>. Its clock is the issue's obligation Investigate.
/// </summary>
public sealed class Investigation : IOutletOwned, IAudited, IVersioned
{
    private Investigation()
    {
    }

    internal Investigation(Issue issue) =>
        (IssueId, TenantId, VendorId, OutletId) = (issue.Id, issue.TenantId, issue.VendorId, issue.OutletId);

    public IssueId IssueId { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public InvestigationState State { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<InvestigationRound> Rounds { get; private set; } = [];

    public DateTimeOffset? SubmittedAt { get; private set; }

    public int Version { get; private set; } = 1;

    internal void Submit(InvestigationForm form, string by, DateTimeOffset now)
    {
        Demand(State is InvestigationState.Owed or InvestigationState.Returned, "investigation-submitted");
        Demand(form.IsWhole, "investigation-blank");
        (State, SubmittedAt) = (InvestigationState.Submitted, now);
        Rounds = [.. Rounds, new InvestigationRound(form, by, now)];
    }

    internal void Decide(bool accept, string? reason, string by, DateTimeOffset now)
    {
        Demand(State == InvestigationState.Submitted, "investigation-not-submitted");
        Demand(accept || !string.IsNullOrWhiteSpace(reason), "reason-missing");
        State = accept ? InvestigationState.Accepted : InvestigationState.Returned;
        var judged = Rounds[^1] with
        {
            Accepted = accept, DecidedBy = by, DecidedAt = now, Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };
        Rounds = [.. Rounds.SkipLast(1), judged];
    }

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}

/// <summary>
/// What a vendor is still writing. It is the vendor's own: no outlet reads it, no audit entry copies it, and headquarters' pages do not
/// ask for it.
/// </summary>
public sealed class InvestigationDraft : IPartyOwned
{
    private InvestigationDraft()
    {
    }

    public InvestigationDraft(Issue issue)
    {
        Id = Keys.Next();
        (IssueId, TenantId, VendorId) = (issue.Id, issue.TenantId, issue.VendorId);
    }

    public Guid Id { get; private set; }

    public IssueId IssueId { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public OutletId? OutletId { get; private set; }

    public InvestigationForm Form { get; private set; } = InvestigationForm.Blank;

    public string SavedByName { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public void Keep(InvestigationForm form, string by, DateTimeOffset now) => (Form, SavedByName, SavedAt) = (form, by, now);
}
