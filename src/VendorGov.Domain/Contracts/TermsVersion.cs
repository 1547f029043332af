using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>
/// The terms of a contract from a date on. A later version supersedes it for later months; past months keep theirs: charge
/// and channels are written down with the terms, so that a later change of the contract does not reach back.
/// </summary>
public sealed class TermsVersion : IContractOwned, IAudited
{
    private TermsVersion()
    {
    }

    public TermsVersion(
        Contract contract, int number, DateOnly effectiveFrom, Terms terms,
        CalendarVersionId serviceCalendar, CalendarVersionId officeCalendar, DateTimeOffset now)
    {
        TermsRules.Demand(terms);
        Id = TermsVersionId.New();
        TenantId = contract.TenantId;
        VendorId = contract.VendorId;
        ContractId = contract.Id;
        Number = number;
        EffectiveFrom = effectiveFrom;
        Terms = terms with { MonthlyCharge = terms.MonthlyCharge ?? contract.MonthlyCharge, Channels = terms.Channels ?? contract.Channels };
        ServiceCalendarId = serviceCalendar;
        OfficeCalendarId = officeCalendar;
        CreatedAt = now;
    }

    public TermsVersionId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    /// <summary>1, 2, 3 ... within the contract.</summary>
    public int Number { get; private set; }

    public DateOnly EffectiveFrom { get; private set; }

    public Terms Terms { get; private set; } = null!;

    public CalendarVersionId ServiceCalendarId { get; private set; }

    public CalendarVersionId OfficeCalendarId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public AgreedTerms Agreed => new(Terms, EffectiveFrom, ServiceCalendarId, OfficeCalendarId);
}
