using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>A person and an issue: watches it, was mentioned in it, was told of it, has read it. One row per person and issue.</summary>
public sealed class IssueFollower : IOutletOwned
{
    private IssueFollower()
    {
    }

    public IssueFollower(Issue issue, UserId user, string name, Side side)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        (UserId, Name, Side) = (user, name, side);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public UserId UserId { get; private set; }

    public string Name { get; private set; } = "";

    public Side Side { get; private set; }

    public bool Watches { get; private set; }

    public DateTimeOffset? MentionedAt { get; private set; }

    /// <summary>When an emergency asked this person for a receipt.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public DateTimeOffset? FirstReadAt { get; private set; }

    public DateTimeOffset? LastReadAt { get; private set; }

    public void Watch(bool watches) => Watches = watches;

    /// <summary>Who is mentioned watches from then on.</summary>
    public void Mention(DateTimeOffset now) => (MentionedAt, Watches) = (now, true);

    public void Tell(DateTimeOffset now) => (ToldAt, Watches) = (ToldAt ?? now, true);

    public void Read(DateTimeOffset now) => (FirstReadAt, LastReadAt) = (FirstReadAt ?? now, now);
}
