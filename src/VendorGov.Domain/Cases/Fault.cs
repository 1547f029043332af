using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Cases;

/// <summary>What failed.</summary>
public enum FaultKind
{
    Telephony,
    ChatSystem,
    Tracking,
    TicketSystem,
    Recording,
    Network,
    Power,
    Other,
}

/// <summary>
/// A technical fault as its reporter describes it; instants are UTC. <paramref name="LearnedAt"/>: when the vendor learned of it,
/// null where it did not say. <paramref name="ContactTier"/> is the level of the contract's contact who was called in, 1 to 4.
/// </summary>
public sealed record FaultFacts(
    FaultKind Kind, DateTimeOffset StartedAt, DateTimeOffset? LearnedAt, int? UsersAffected, string? Workaround, int? ContactTier,
    DateTimeOffset? EndedAt = null);

/// <summary>What a technical fault adds to its issue, one to one (requirements 1: e4).</summary>
public sealed class Fault : IOutletOwned, IAudited, IVersioned
{
    private Fault()
    {
    }

    internal Fault(Issue issue, FaultFacts facts, Author by, DateTimeOffset now)
    {
        (IssueId, TenantId, VendorId, OutletId) = (issue.Id, issue.TenantId, issue.VendorId, issue.OutletId);
        (Side, ReportedByName, ReportedAt) = (by.Side, by.Name, now);
        Set(facts, now);
    }

    public IssueId IssueId { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public FaultKind Kind { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null: it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? LearnedAt { get; private set; }

    public int? UsersAffected { get; private set; }

    public string? Workaround { get; private set; }

    public int? ContactTier { get; private set; }

    public string? Cause { get; private set; }

    public string? CauseStatedBy { get; private set; }

    public DateTimeOffset? CauseStatedAt { get; private set; }

    /// <summary>The side that described it first.</summary>
    public Side Side { get; private set; }

    public string ReportedByName { get; private set; } = "";

    public DateTimeOffset ReportedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public FaultFacts Facts => new(Kind, StartedAt, LearnedAt, UsersAffected, Workaround, ContactTier, EndedAt);

    /// <summary>When the vendor learned of it does not change once it is said: a clock started there.</summary>
    internal void Set(FaultFacts facts, DateTimeOffset now)
    {
        Demand(facts.StartedAt <= now, "fault-start");
        Demand(facts.EndedAt is null || (facts.EndedAt >= facts.StartedAt && facts.EndedAt <= now), "fault-end");
        Demand(facts.LearnedAt is null || (facts.LearnedAt >= facts.StartedAt && facts.LearnedAt <= now), "fault-learned");
        Demand(facts.UsersAffected is null or >= 0, "fault-users");
        Demand(facts.ContactTier is null or (>= 1 and <= EscalationContact.Highest), "fault-tier");
        (Kind, StartedAt, EndedAt, UsersAffected) = (facts.Kind, facts.StartedAt, facts.EndedAt, facts.UsersAffected);
        (LearnedAt, ContactTier) = (LearnedAt ?? facts.LearnedAt, facts.ContactTier);
        Workaround = string.IsNullOrWhiteSpace(facts.Workaround) ? null : facts.Workaround.Trim();
    }

    internal void State(string cause, string by, DateTimeOffset now) => (Cause, CauseStatedBy, CauseStatedAt) = (cause.Trim(), by, now);

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}

/// <summary>What came of calling a missed customer back.</summary>
public enum MissedResult
{
    Reached,
    NotReached,
    WrongNumber,

    /// <summary>The customer had called again, or the matter was settled meanwhile.</summary>
    Settled,
}

/// <summary>
/// A customer who could not be served while the fault lasted, to be called back. (Issue, phone, minute) is the natural key: the same
/// row pasted or imported again adds nothing.
/// </summary>
public sealed class MissedContact : IOutletOwned
{
    private MissedContact()
    {
    }

    public MissedContact(Fault fault, DateTimeOffset at, string phone, string? name, string? waybill, string by, DateTimeOffset now)
    {
        if (at > now.AddMinutes(1))
        {
            throw new RuleViolationException("missed-future");
        }

        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (fault.TenantId, fault.VendorId, fault.OutletId, fault.IssueId);
        (At, CustomerPhone, CustomerName, Waybill) = (ToMinute(at), phone, name, waybill);
        (AddedByName, AddedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    /// <summary>When the contact was missed, to the minute.</summary>
    public DateTimeOffset At { get; private set; }

    public string CustomerPhone { get; private set; } = "";

    public string? CustomerName { get; private set; }

    /// <summary>What is left of the customer for good, <see cref="PersonalData"/>.</summary>
    public void MaskCustomer() => (CustomerName, CustomerPhone) = (PersonalData.MaskName(CustomerName), PersonalData.MaskPhone(CustomerPhone)!);

    public string? Waybill { get; private set; }

    public string AddedByName { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public DateTimeOffset? CalledAt { get; private set; }

    public string? CalledByName { get; private set; }

    public MissedResult? Result { get; private set; }

    public string? Words { get; private set; }

    public static DateTimeOffset ToMinute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    internal void Called(MissedResult result, string? words, string by, DateTimeOffset at)
    {
        (Result, CalledByName, CalledAt) = (result, by, at);
        Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }
}
