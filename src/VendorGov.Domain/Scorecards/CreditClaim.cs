using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Scorecards;

/// <summary>Life of a service credit.</summary>
public enum CreditClaimState
{
    /// <summary>Follows from a published scorecard; the vendor has not answered yet.</summary>
    Claimed,

    /// <summary>The vendor agrees.</summary>
    Agreed,

    /// <summary>Deducted from an invoice.</summary>
    Settled,

    /// <summary>A revision left nothing to claim.</summary>
    Void,
}

/// <summary>
/// The service credit of a contract and month as a claim: it follows the latest published revision. Amounts in the contract's currency, never
/// negative; <see cref="Outstanding"/> is negative where more was deducted than a later revision leaves.
/// </summary>
public sealed class CreditClaim : IContractOwned, IAudited, IVersioned
{
    public const int LongestReference = 80;

    private CreditClaim()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public ScorecardId ScorecardId { get; private set; }
    public YearMonth Month { get; private set; }
    public int Revision { get; private set; }
    public string Currency { get; private set; } = "";
    public decimal Amount { get; private set; }
    public decimal SettledAmount { get; private set; }
    public CreditClaimState State { get; private set; }
    public DateTimeOffset ClaimedAt { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public string? AgreedBy { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public string? SettledBy { get; private set; }

    /// <summary>The invoice that the amount was deducted from.</summary>
    public string? InvoiceReference { get; private set; }
    public int Version { get; private set; } = 1;

    public decimal Outstanding => Amount - SettledAmount;

    /// <summary>The claim that a published scorecard brings, or null where it brings none and there was none.</summary>
    /// <param name="card">Published.</param>
    /// <param name="known">The contract's claim for the month so far.</param>
    /// <param name="now">The present instant.</param>
    public static CreditClaim? Follow(Scorecard card, CreditClaim? known, DateTimeOffset now)
    {
        if (card.State != ScorecardState.Published)
        {
            throw new RuleViolationException("scorecard-draft");
        }

        if (known is null && card.CreditAmount == 0)
        {
            return null;
        }

        var claim = known ?? new CreditClaim
        {
            Id = Keys.Next(), TenantId = card.TenantId, VendorId = card.VendorId, ContractId = card.ContractId, Month = card.Month,
            Currency = card.Content.Currency, Amount = -1,
        };
        claim.Take(card, now);
        return claim;
    }

    public void Agree(Author by, DateTimeOffset now)
    {
        Demand(State == CreditClaimState.Claimed, "claim-state");
        Demand(by.Side == Side.Vendor, "claim-vendor");
        (State, AgreedAt, AgreedBy) = (CreditClaimState.Agreed, now, by.Name);
    }

    /// <summary>The amount was deducted, or paid back, with this invoice. Silence of the vendor does not stop it.</summary>
    public void Settle(string? invoice, Author by, DateTimeOffset now)
    {
        Demand(State is CreditClaimState.Claimed or CreditClaimState.Agreed, "claim-state");
        Demand(by.Side == Side.Buyer, "claim-buyer");
        Demand(!string.IsNullOrWhiteSpace(invoice) && invoice.Trim().Length <= LongestReference, "claim-invoice");
        (State, SettledAt, SettledBy, InvoiceReference, SettledAmount) = (CreditClaimState.Settled, now, by.Name, invoice!.Trim(), Amount);
    }

    private void Take(Scorecard card, DateTimeOffset now)
    {
        (ScorecardId, Revision) = (card.Id, card.Revision);
        if (card.CreditAmount == Amount)
        {
            return;
        }

        Amount = card.CreditAmount;
        ClaimedAt = now;
        (AgreedAt, AgreedBy) = (null, null);
        State = Outstanding != 0 ? CreditClaimState.Claimed : SettledAmount == 0 ? CreditClaimState.Void : CreditClaimState.Settled;
    }

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
