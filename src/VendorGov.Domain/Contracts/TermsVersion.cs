using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>
/// The terms of a contract from a date on. A later version supersedes it for later months; past months keep theirs.
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
        if (terms.Metrics.Sum(m => m.Weight) != 100m)
        {
            throw new RuleViolationException("weights-not-100", terms.Metrics.Sum(m => m.Weight));
        }

        Id = TermsVersionId.New();
        TenantId = contract.TenantId;
        VendorId = contract.VendorId;
        ContractId = contract.Id;
        Number = number;
        EffectiveFrom = effectiveFrom;
        Terms = terms;
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
}
