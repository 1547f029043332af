using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Scorecards;

/// <summary>Life of a month's scorecard; a revision goes from draft to published.</summary>
public enum ScorecardState
{
    /// <summary>Calculated anew whenever asked; headquarters alone see it.</summary>
    Draft,

    /// <summary>The vendor looks through it: comments, and appeals against figures.</summary>
    Review,

    /// <summary>Headquarters rule on what was appealed against.</summary>
    Ruling,

    Published,
}

/// <summary>
/// A month of a contract, measured. <see cref="Content"/> holds everything that it says; the scalar columns repeat what
/// lists and rankings sort and filter by. A published scorecard never changes.
/// </summary>
public sealed partial class Scorecard : IContractOwned, IAudited, IVersioned
{
    private Scorecard()
    {
    }

    public Scorecard(Contract contract, TermsVersionId terms, YearMonth month, int revision)
    {
        Id = ScorecardId.New();
        TenantId = contract.TenantId;
        VendorId = contract.VendorId;
        ContractId = contract.Id;
        TermsVersionId = terms;
        Month = month;
        Revision = revision;
    }

    public ScorecardId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    public TermsVersionId TermsVersionId { get; private set; }

    public YearMonth Month { get; private set; }

    public int Revision { get; private set; }

    public ScorecardState State { get; private set; }

    public decimal? Score { get; private set; }

    public Grade? Grade { get; private set; }

    public int FactCount { get; private set; }

    public decimal CreditAmount { get; private set; }

    /// <summary>The month's charge that weighs the contract in the vendor's score.</summary>
    public decimal Charge { get; private set; }

    /// <summary>The month's charge as headquarters entered it; null: the contract's monthly charge applies.</summary>
    public decimal? EnteredCharge { get; private set; }

    public ScorecardContent Content { get; private set; } = null!;

    /// <summary>The content without its facts, for lists and rankings.</summary>
    public ScorecardSummary Summary { get; private set; } = null!;

    /// <summary>The instant as of which the facts were read; it stands still from the opening of the review on.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    /// <summary>Why there is a revision after the first.</summary>
    public string? RevisionReason { get; private set; }

    /// <summary>Place among the contract's published scorecards, from 1 on; null before publication.</summary>
    public int? SealNumber { get; private set; }

    /// <summary>64 hexadecimal digits (<see cref="ScorecardSeal"/>); null before publication.</summary>
    public string? Seal { get; private set; }

    /// <summary>What the document shows to be checked by; null before publication.</summary>
    public string? CheckCode { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>The next revision of a published month, to be calculated; the old one stays as it is.</summary>
    public Scorecard Revise(Contract contract, string? reason)
    {
        if (State != ScorecardState.Published)
        {
            throw new RuleViolationException("scorecard-draft");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("reason-missing");
        }

        return new Scorecard(contract, TermsVersionId, Month, Revision + 1) { RevisionReason = reason.Trim(), EnteredCharge = EnteredCharge };
    }

    /// <summary>Takes in a (re)calculation. Refused once the vendor's review has opened.</summary>
    public void Draft(ScorecardContent content, TermsVersionId terms, DateTimeOffset now)
    {
        DemandDraft();
        Take(content);
        TermsVersionId = terms;
        DraftedAt = now;
    }

    private void Take(ScorecardContent content)
    {
        Content = content;
        Summary = ScorecardSummary.Of(content);
        Score = content.Score;
        Grade = content.Grade;
        FactCount = content.FactCount;
        CreditAmount = content.Credit.Amount;
        Charge = content.Credit.Charge;
    }

    /// <summary>Overrides the contract's charge for this month; the next draft is calculated with it.</summary>
    public void EnterCharge(decimal? charge)
    {
        DemandDraft();
        Contract.DemandCharge(charge);
        EnteredCharge = charge;
    }

    /// <summary>Publishes and seals it.</summary>
    /// <param name="previous">What the contract published last; null: nothing.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="now">The present instant.</param>
    public void Publish(Scorecard? previous, string by, DateTimeOffset now) =>
        PublishAfter(previous is null ? default : (previous.SealNumber ?? 0, previous.Seal ?? ""), by, now);

    /// <summary>The same by place and seal of what the contract published last; 0 and nothing where there is none.</summary>
    public void PublishAfter((int Number, string Seal) previous, string by, DateTimeOffset now)
    {
        if (State == ScorecardState.Published)
        {
            throw new RuleViolationException("scorecard-published");
        }

        ReviewClosedAt ??= State == ScorecardState.Review ? now : null;
        State = ScorecardState.Published;
        PublishedAt = now;
        PublishedBy = by;
        SealNumber = previous.Number + 1;
        Seal = ScorecardSeal.Of(this, previous.Seal ?? "");
        CheckCode = ScorecardSeal.NewCode();
    }
}
