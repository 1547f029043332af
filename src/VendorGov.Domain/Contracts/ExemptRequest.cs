using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>Why a span shall not count against the vendor.</summary>
public enum ExemptCause
{
    ForceMajeure,
    /// <summary>An agreed promotion, such as 双11.</summary>
    Promotion,
    OutletOutage,
    Other,
}

/// <summary>Life of a request; only an approved one stops clocks.</summary>
public enum ExemptState
{
    Asked,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>A file that proves something: its name for people, its address in the store and its size in bytes.</summary>
public sealed record ProofFile(string Name, string Sha256, long Bytes, string ContentType);

/// <summary>What is asked to be exempt. <paramref name="Outlets"/> null: all of the contract.</summary>
public sealed record ExemptAsk(
    DateTimeOffset From, DateTimeOffset To, ExemptCause Cause, string Reason, IReadOnlyList<Guid>? Outlets, ProofFile? Proof);

/// <summary>
/// Asked for by either side with a reason and proof, decided by the other side or headquarters (requirements 2). Nobody decides
/// what headquarters or the own side asked for: headquarters answer vendors and outlets, vendors answer outlets and headquarters.
/// </summary>
public sealed class ExemptRequest : IContractOwned, IAudited, IVersioned
{
    /// <summary>A longer window is a matter of the terms.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    private ExemptRequest()
    {
    }

    public ExemptRequest(Contract contract, ExemptAsk ask, Author by, bool byHeadquarters, DateTimeOffset now)
    {
        if (ask.To <= ask.From)
        {
            throw new RuleViolationException("window-ends-before-start");
        }

        if (ask.To - ask.From > Longest)
        {
            throw new RuleViolationException("window-too-long", (int)Longest.TotalDays);
        }

        if (string.IsNullOrWhiteSpace(ask.Reason))
        {
            throw new RuleViolationException("reason-missing");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (From, To, Cause, Reason, OutletIds, Proof) = (ask.From, ask.To, ask.Cause, ask.Reason.Trim(), ask.Outlets, ask.Proof);
        (AskedBySide, AskedByHeadquarters, AskedById, AskedBy, AskedAt) = (by.Side, byHeadquarters, by.User, by.Name, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset To { get; private set; }

    public ExemptCause Cause { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Null: all outlets.</summary>
    public IReadOnlyList<Guid>? OutletIds { get; private set; }

    public ProofFile? Proof { get; private set; }

    public Side AskedBySide { get; private set; }

    public bool AskedByHeadquarters { get; private set; }

    public UserId? AskedById { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public ExemptState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    /// <summary>The window that it became.</summary>
    public Guid? WindowId { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Who may decide: the other side, and headquarters over an outlet's request.</summary>
    public bool MayDecide(Side side, bool headquarters) =>
        State == ExemptState.Asked && (side != AskedBySide || (headquarters && !AskedByHeadquarters));

    public ExemptWindow Approve(Contract contract, string? note, Author by, bool headquarters, DateTimeOffset now)
    {
        DemandDecider(by, headquarters);
        var window = new ExemptWindow(contract, From, To, Reason, by.Name, now, OutletIds);
        WindowId = window.Id;
        Decide(ExemptState.Approved, note, by, now);
        return window;
    }

    public void Refuse(string? note, Author by, bool headquarters, DateTimeOffset now)
    {
        DemandDecider(by, headquarters);
        if (string.IsNullOrWhiteSpace(note))
        {
            throw new RuleViolationException("reason-missing");
        }

        Decide(ExemptState.Refused, note, by, now);
    }

    /// <summary>Whoever asked takes it back.</summary>
    public void Withdraw(Author by, DateTimeOffset now)
    {
        DemandOpen();
        if (by.User != AskedById)
        {
            throw new RuleViolationException("not-own-request");
        }

        Decide(ExemptState.Withdrawn, null, by, now);
    }

    private void DemandDecider(Author by, bool headquarters)
    {
        DemandOpen();
        if (!MayDecide(by.Side, headquarters))
        {
            throw new RuleViolationException("own-request");
        }
    }

    private void DemandOpen()
    {
        if (State != ExemptState.Asked)
        {
            throw new RuleViolationException("request-decided");
        }
    }

    private void Decide(ExemptState state, string? note, Author by, DateTimeOffset now) =>
        (State, DecisionNote, DecidedBy, DecidedAt) = (state, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), by.Name, now);
}
