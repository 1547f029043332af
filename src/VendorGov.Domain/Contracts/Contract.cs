using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>
/// An agreement between the network and one vendor over some outlets. What it demands stands in its terms versions.
/// <see cref="MonthlyCharge"/> is in <see cref="Currency"/>; <see cref="TimeZone"/> bounds its months.
/// </summary>
public sealed class Contract : IVendorOwned, IAudited, IVersioned
{
    /// <summary>The highest monthly charge, in any currency: sums of years of it stay exact.</summary>
    public const int MostCharge = 1_000_000_000;

    private readonly List<ContractOutlet> _outlets = [];

    private Contract()
    {
    }

    public Contract(TenantId tenant, VendorId vendor, string number, string title, DateOnly startsOn, string timeZone)
    {
        Id = ContractId.New();
        TenantId = tenant;
        VendorId = vendor;
        Number = number;
        Title = title;
        StartsOn = startsOn;
        TimeZone = timeZone;
    }

    public ContractId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day in force; null: open-ended.</summary>
    public DateOnly? EndsOn { get; private set; }

    public string TimeZone { get; private set; } = "Asia/Shanghai";

    public decimal MonthlyCharge { get; private set; }

    public string Currency { get; private set; } = "CNY";

    public IReadOnlyList<Channel> Channels { get; private set; } = [];

    public IReadOnlyList<ContractOutlet> Outlets => _outlets;

    /// <summary>Whom an escalation reaches, L1 to L4 on both sides; ordered by level and side.</summary>
    public IReadOnlyList<EscalationContact> Contacts { get; private set; } = [];

    public int Version { get; private set; } = 1;

    /// <exception cref="RuleViolationException">The amount is below 0 or above <see cref="MostCharge"/>.</exception>
    public static void DemandCharge(decimal? amount)
    {
        if (amount is < 0 or > MostCharge)
        {
            throw new RuleViolationException("charge-out-of-range", MostCharge);
        }
    }

    public void Change(
        string title, DateOnly startsOn, DateOnly? endsOn, decimal monthlyCharge, string currency, IReadOnlyList<Channel> channels)
    {
        if (endsOn < startsOn)
        {
            throw new RuleViolationException("contract-ends-before-start");
        }

        DemandCharge(monthlyCharge);
        Title = title;
        StartsOn = startsOn;
        EndsOn = endsOn;
        MonthlyCharge = monthlyCharge;
        Currency = currency;
        Channels = channels;
    }

    /// <summary>Takes over what both sides agreed on; months that are past keep the terms of their own version.</summary>
    public void TakeOver(Terms terms)
    {
        MonthlyCharge = terms.MonthlyCharge ?? MonthlyCharge;
        Channels = terms.Channels ?? Channels;
    }

    /// <summary>Replaces the contacts of one side; the other side's stay as they are.</summary>
    public void Name(Side side, IReadOnlyCollection<EscalationContact> contacts)
    {
        if (contacts.FirstOrDefault(c => c.Level is < 1 or > EscalationContact.Highest || c.Side != side) is { } wrong)
        {
            throw new RuleViolationException("contact-level", wrong.Level);
        }

        Contacts = [.. Contacts.Where(c => c.Side != side).Concat(contacts).OrderBy(c => c.Level).ThenBy(c => c.Side)];
    }

    /// <summary>Makes the contract cover exactly these outlets; at least one.</summary>
    public void Cover(IReadOnlyCollection<OutletId> outlets)
    {
        if (outlets.Count == 0)
        {
            throw new RuleViolationException("contract-without-outlet");
        }

        _outlets.RemoveAll(o => !outlets.Contains(o.OutletId));
        var known = _outlets.Select(o => o.OutletId).ToHashSet();
        _outlets.AddRange(outlets.Where(known.Add).Select(o => new ContractOutlet(TenantId, VendorId, Id, o)));
    }

    public bool InForceDuring(ReportPeriod period) => StartsOn <= period.LastDay && !(EndsOn < period.FirstDay);

    public bool InForceDuring(YearMonth month) => StartsOn <= month.LastDay && !(EndsOn < month.FirstDay);
}

/// <summary>
/// One person of the escalation chain: L1 team leads, L2 outlet manager and project manager, L3 region and general manager,
/// L4 commercial. <paramref name="Duty"/> is the person's function.
/// </summary>
public sealed record EscalationContact(int Level, Side Side, string Name, string? Duty, string? Phone, string? Email)
{
    public const int Highest = 4;
}

/// <summary>One outlet that a contract covers.</summary>
public sealed class ContractOutlet : IOutletOwned
{
    private ContractOutlet()
    {
    }

    internal ContractOutlet(TenantId tenant, VendorId vendor, ContractId contract, OutletId outlet)
    {
        TenantId = tenant;
        VendorId = vendor;
        ContractId = contract;
        OutletId = outlet;
    }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    public OutletId OutletId { get; private set; }
}
