using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>An unresolved complaint was chased on this working day; one row per complaint and day, whoever comes first.</summary>
public sealed class ComplaintChase : IOutletOwned
{
    private ComplaintChase()
    {
    }

    internal ComplaintChase(Issue issue, int day, bool passedOver, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (Day, PassedOver, At) = (day, passedOver, at);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    /// <summary>The working day after the filing: 2, 4 or 5.</summary>
    public int Day { get; private set; }

    /// <summary>A later day was due at the same time and stands for it.</summary>
    public bool PassedOver { get; private set; }

    public DateTimeOffset At { get; private set; }
}
