using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Cases;

/// <summary>What became of a promise.</summary>
public enum PromiseState
{
    Open,
    Kept,
    Broken,

    /// <summary>The customer released it, or it was entered by mistake; it counts nowhere.</summary>
    Withdrawn,
}

/// <summary>What was promised to the customer of an issue: by whom, until when, and what became of it (requirements 1: a13, b2, c6).</summary>
public sealed class Promise : IOutletOwned, IAudited, IVersioned
{
    private Promise()
    {
    }

    /// <param name="issue">The issue whose customer it was given to.</param>
    /// <param name="what">What was promised.</param>
    /// <param name="promisedBy">The person who gave it, as the customer knows the name.</param>
    /// <param name="dueAt">Until when; must lie ahead.</param>
    public static Promise Give(Issue issue, string what, string promisedBy, DateTimeOffset dueAt, Author by, DateTimeOffset now)
    {
        Demand(issue.State != IssueState.Withdrawn, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(what) && !string.IsNullOrWhiteSpace(promisedBy), "promise-blank");
        Demand(dueAt > now, "promise-past");
        return new Promise
        {
            Id = Keys.Next(),
            TenantId = issue.TenantId,
            VendorId = issue.VendorId,
            OutletId = issue.OutletId,
            IssueId = issue.Id,
            What = what.Trim(),
            PromisedByName = promisedBy.Trim(),
            Side = by.Side,
            RecordedByName = by.Name,
            RecordedAt = now,
            DueAt = dueAt,
            DueMonth = YearMonth.Of(dueAt, TimeZoneInfo.FindSystemTimeZoneById(issue.TimeZone)),
        };
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public string What { get; private set; } = "";

    public string PromisedByName { get; private set; } = "";

    /// <summary>The side that recorded it, and answers for it.</summary>
    public Side Side { get; private set; }

    public string RecordedByName { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The local month of the contract in which it is due; rates are cut by it.</summary>
    public YearMonth DueMonth { get; private set; }

    public PromiseState State { get; private set; }

    /// <summary>Kept no later than its due time; a promise that was kept late counts as not kept.</summary>
    public bool InTime { get; private set; }

    /// <summary>When it was kept, broken or withdrawn.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledByName { get; private set; }

    /// <summary>What proves that it was kept; else the reason.</summary>
    public string? Proof { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsOverdue(DateTimeOffset now) => State == PromiseState.Open && now > DueAt;

    public void Keep(Author by, string? proof, DateTimeOffset keptAt, DateTimeOffset now)
    {
        Demand(keptAt <= now && keptAt >= RecordedAt, "promise-kept-time");
        Settle(by, PromiseState.Kept, proof, keptAt);
        InTime = keptAt <= DueAt;
    }

    public void Break(Author by, string? reason, DateTimeOffset now) => Settle(by, PromiseState.Broken, reason, now);

    /// <summary>Only before it is due: a promise that was missed stays one.</summary>
    public void Withdraw(Author by, string? reason, DateTimeOffset now)
    {
        Demand(now <= DueAt, "promise-overdue");
        Settle(by, PromiseState.Withdrawn, reason, now);
    }

    private void Settle(Author by, PromiseState state, string? words, DateTimeOffset at)
    {
        Demand(State == PromiseState.Open, "promise-settled");
        Demand(!string.IsNullOrWhiteSpace(words), state == PromiseState.Kept ? "proof-missing" : "reason-missing");
        (State, Proof, SettledByName, SettledAt) = (state, words!.Trim(), by.Name, at);
    }

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
