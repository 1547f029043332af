using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>Life of a proposed change of terms; all but Proposed are final.</summary>
public enum AmendmentState
{
    /// <summary>Waits for the other side.</summary>
    Proposed,
    Agreed,
    Refused,
    Withdrawn,
}

/// <summary>Terms with the day from which they hold and the calendars that they name.</summary>
public sealed record AgreedTerms(
    Terms Terms, DateOnly EffectiveFrom, CalendarVersionId ServiceCalendarId, CalendarVersionId OfficeCalendarId);

/// <summary>
/// New terms of a contract as one side proposes them. They hold once the other side agrees; a refusal has a reason; only the
/// side that proposed may withdraw. Decided once, never edited (requirements 2).
/// </summary>
public sealed class Amendment : IContractOwned, IAudited, IVersioned
{
    private Amendment()
    {
    }

    public AmendmentId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    /// <summary>The version that it was drawn up from; where another one came meanwhile it can no longer be agreed.</summary>
    public TermsVersionId BasedOn { get; private set; }

    public DateOnly EffectiveFrom { get; private set; }

    public Terms Terms { get; private set; } = null!;

    public CalendarVersionId ServiceCalendarId { get; private set; }

    public CalendarVersionId OfficeCalendarId { get; private set; }

    /// <summary>Why, in the words of who proposes.</summary>
    public string Note { get; private set; } = "";

    public Side ProposedBySide { get; private set; }

    public UserId? ProposedById { get; private set; }

    public string ProposedBy { get; private set; } = "";

    public DateTimeOffset ProposedAt { get; private set; }

    public AmendmentState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused or withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>Number of the terms version that it became.</summary>
    public int? AgreedNumber { get; private set; }

    public int Version { get; private set; } = 1;

    public AgreedTerms Proposed => new(Terms, EffectiveFrom, ServiceCalendarId, OfficeCalendarId);

    /// <summary>Proposes terms in place of <paramref name="latest"/>. They cannot reach back: past months keep theirs.</summary>
    /// <param name="today">The local day of the contract.</param>
    public static Amendment Propose(
        Contract contract, TermsVersion latest, AgreedTerms terms, string note, Author by, DateOnly today, DateTimeOffset now)
    {
        TermsRules.Demand(terms.Terms);
        DemandDate(terms.EffectiveFrom, latest, today);
        if (string.IsNullOrWhiteSpace(note))
        {
            throw new RuleViolationException("reason-missing");
        }

        if (TermsDiff.Of(latest.Agreed, terms).All(c => c.Field == TermsField.EffectiveFrom))
        {
            throw new RuleViolationException("amendment-changes-nothing");
        }

        return new Amendment
        {
            Id = AmendmentId.New(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            BasedOn = latest.Id,
            EffectiveFrom = terms.EffectiveFrom,
            Terms = terms.Terms,
            ServiceCalendarId = terms.ServiceCalendarId,
            OfficeCalendarId = terms.OfficeCalendarId,
            Note = note.Trim(),
            ProposedBySide = by.Side,
            ProposedById = by.User,
            ProposedBy = by.Name,
            ProposedAt = now,
        };
    }

    /// <summary>The other side agrees: the next version of the terms.</summary>
    public TermsVersion Agree(Contract contract, TermsVersion latest, Author by, DateOnly today, DateTimeOffset now)
    {
        DemandOpen();
        if (by.Side == ProposedBySide)
        {
            throw new RuleViolationException("own-proposal");
        }

        if (latest.Id != BasedOn)
        {
            throw new RuleViolationException("amendment-outdated", latest.Number);
        }

        DemandDate(EffectiveFrom, latest, today);
        var agreed = new TermsVersion(contract, latest.Number + 1, EffectiveFrom, Terms, ServiceCalendarId, OfficeCalendarId, now);
        AgreedNumber = agreed.Number;
        Decide(AmendmentState.Agreed, null, by, now);
        return agreed;
    }

    public void Refuse(string reason, Author by, DateTimeOffset now)
    {
        DemandOpen();
        if (by.Side == ProposedBySide)
        {
            throw new RuleViolationException("own-proposal");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleViolationException("reason-missing");
        }

        Decide(AmendmentState.Refused, reason, by, now);
    }

    /// <summary>The side that proposed takes it back.</summary>
    public void Withdraw(Author by, DateTimeOffset now)
    {
        DemandOpen();
        if (by.Side != ProposedBySide)
        {
            throw new RuleViolationException("not-own-proposal");
        }

        Decide(AmendmentState.Withdrawn, null, by, now);
    }

    private void Decide(AmendmentState state, string? reason, Author by, DateTimeOffset now)
    {
        (State, Reason, DecidedBy, DecidedAt) = (state, reason?.Trim(), by.Name, now);
    }

    private void DemandOpen()
    {
        if (State != AmendmentState.Proposed)
        {
            throw new RuleViolationException("amendment-decided");
        }
    }

    private static void DemandDate(DateOnly effective, TermsVersion latest, DateOnly today)
    {
        var earliest = latest.EffectiveFrom > today ? latest.EffectiveFrom : today;
        if (effective < earliest)
        {
            throw new RuleViolationException("amendment-reaches-back", earliest);
        }
    }
}
