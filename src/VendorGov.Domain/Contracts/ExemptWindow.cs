using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Contracts;

/// <summary>
/// Closed time for the clocks of a contract (SLA semantics 1.3): approved, dated, with a reason. Covers the outlets that it names,
/// or all of the contract.
/// </summary>
public sealed class ExemptWindow : IContractOwned, IAudited
{
    private ExemptWindow()
    {
    }

    /// <param name="outlets">Null: every outlet of the contract, and what is owed to the network as a whole.</param>
    public ExemptWindow(
        Contract contract, DateTimeOffset from, DateTimeOffset to, string reason, string approvedBy, DateTimeOffset approvedAt,
        IReadOnlyList<Guid>? outlets = null)
    {
        if (to <= from)
        {
            throw new RuleViolationException("window-ends-before-start");
        }

        Id = Keys.Next();
        TenantId = contract.TenantId;
        VendorId = contract.VendorId;
        ContractId = contract.Id;
        From = from;
        To = to;
        Reason = reason;
        ApprovedBy = approvedBy;
        ApprovedAt = approvedAt;
        OutletIds = outlets;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public ContractId ContractId { get; private set; }

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset To { get; private set; }

    public string Reason { get; private set; } = "";

    public string ApprovedBy { get; private set; } = "";

    public DateTimeOffset ApprovedAt { get; private set; }

    /// <summary>Null: all outlets.</summary>
    public IReadOnlyList<Guid>? OutletIds { get; private set; }

    /// <summary>Whether it closes what the contract owes as a whole, not at some outlets alone.</summary>
    public bool CoversAll(Contract contract) => OutletIds is null || contract.Outlets.All(o => OutletIds.Contains(o.OutletId.Value));
}
