using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Scorecards;

/// <summary>A step of a scorecard or of its credit, as its history shows it.</summary>
public enum CardEventKind
{
    ReviewOpened,
    Commented,
    AppealFiled,
    AppealWithdrawn,
    AppealUpheld,
    AppealRefused,
    ReviewClosed,
    Published,
    CreditAgreed,
    CreditSettled,

    /// <summary>A publication brings a credit, or changes one.</summary>
    CreditClaimed,

    /// <summary>A revision leaves nothing to claim.</summary>
    CreditVoid,

    /// <summary>The facts of a published month have come out otherwise since.</summary>
    FactsMoved,
}

/// <summary>
/// A step in a scorecard's life, from the opening of the review on: the history on its page, and the news that people are told of, once each. Saved
/// in the transaction that caused it.
/// </summary>
public sealed class ScorecardEvent : IContractOwned
{
    private ScorecardEvent()
    {
    }

    public ScorecardEvent(Scorecard card, CardEventKind kind, UserId? actor, string byName, DateTimeOffset at, string? code = null)
        : this(card, card.Id, kind, actor, byName, at, code)
    {
    }

    public ScorecardEvent(IContractOwned of, ScorecardId card, CardEventKind kind, UserId? actor, string byName, DateTimeOffset at, string? code = null)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId, ScorecardId) = (of.TenantId, of.VendorId, of.ContractId, card);
        (Kind, ActorId, ByName, At, Code) = (kind, actor, byName, at, code);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public ScorecardId ScorecardId { get; private set; }
    public CardEventKind Kind { get; private set; }
    public UserId? ActorId { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The metric that an appeal is about.</summary>
    public string? Code { get; private set; }

    /// <summary>A comment's words, and the side that wrote them.</summary>
    public string? Words { get; private set; }
    public Side? Side { get; private set; }

    /// <summary>When those concerned were told; null: not yet.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>A comment of either side while the card is under review.</summary>
    public static ScorecardEvent Comment(Scorecard card, string? words, Author by, DateTimeOffset now)
    {
        if (!card.IsUnderReview)
        {
            throw new RuleViolationException("card-comment-closed");
        }

        if (string.IsNullOrWhiteSpace(words) || words.Trim().Length > ScorecardAppeal.LongestWords)
        {
            throw new RuleViolationException("card-comment-words");
        }

        return new ScorecardEvent(card, CardEventKind.Commented, by.User, by.Name, now) { Words = words.Trim(), Side = by.Side };
    }

    public bool IsOfCredit => Kind is CardEventKind.CreditClaimed or CardEventKind.CreditAgreed or CardEventKind.CreditSettled or CardEventKind.CreditVoid;

    public void Told(DateTimeOffset now) => ToldAt ??= now;
}
