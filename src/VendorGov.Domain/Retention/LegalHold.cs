using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Retention;

/// <summary>
/// Nothing that it covers is removed or masked until somebody releases it: one issue, everything of a contract, or, with neither key, the
/// whole network.
/// </summary>
public sealed class LegalHold : IHeadquartersOwned, IAudited
{
    private LegalHold()
    {
    }

    public LegalHold(TenantId tenant, IssueId? issue, ContractId? contract, string reason, string by, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, IssueId, ContractId) = (tenant, issue, contract);
        Reason = string.IsNullOrWhiteSpace(reason) ? throw new RuleViolationException("hold-without-reason") : reason.Trim();
        (PlacedBy, PlacedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public IssueId? IssueId { get; private set; }

    public ContractId? ContractId { get; private set; }

    public string Reason { get; private set; } = "";

    public string PlacedBy { get; private set; } = "";

    public DateTimeOffset PlacedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public void Release(string by, DateTimeOffset now)
    {
        if (ReleasedAt is not null)
        {
            throw new RuleViolationException("hold-released");
        }

        (ReleasedBy, ReleasedAt) = (by, now);
    }
}

/// <summary>What is held just now, of a network's holds that are not released.</summary>
/// <param name="open">The holds.</param>
/// <param name="vendors">Whose contracts are among them: what belongs to a vendor and to no contract or issue is held with any of its contracts.</param>
public sealed class Holds(IReadOnlyCollection<LegalHold> open, IReadOnlyCollection<VendorId> vendors)
{
    public static Holds None { get; } = new([], []);

    /// <summary>The whole network: nothing may go.</summary>
    public bool Everything { get; } = open.Any(h => h.IssueId is null && h.ContractId is null);

    public bool Any { get; } = open.Count > 0;

    public List<IssueId> Issues { get; } = [.. open.Select(h => h.IssueId).OfType<IssueId>()];

    public List<ContractId> Contracts { get; } = [.. open.Select(h => h.ContractId).OfType<ContractId>()];

    public List<VendorId> Vendors { get; } = [.. vendors];

    public bool Cover(IssueId issue, ContractId contract) => Everything || Issues.Contains(issue) || Contracts.Contains(contract);

    public bool CoversVendor(VendorId vendor) => Everything || Vendors.Contains(vendor);
}
