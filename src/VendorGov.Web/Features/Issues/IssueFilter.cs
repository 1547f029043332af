using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Issues;

public enum IssueView
{
    Open,
    Overdue,
    Today,
    Waiting,
    Closed,
    All,
}

/// <summary>What a list of issues shows and in which order; the whole of it stands in the address.</summary>
public sealed class IssueFilter
{
    public IssueView View { get; set; }

    public Severity? Severity { get; set; }

    public ProblemType? Type { get; set; }

    public IssueState? State { get; set; }

    public Guid? Vendor { get; set; }

    public Guid? Outlet { get; set; }

    /// <summary>Who answers for it on either side.</summary>
    public Guid? Person { get; set; }

    public CustomerTier? Tier { get; set; }

    /// <summary>Of the escalation chain, 1 to 4.</summary>
    public int? Level { get; set; }

    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int? P { get; set; }

    public bool Narrows => Severity is not null || Type is not null || State is not null || Vendor is not null || Outlet is not null || Person is not null || Level is not null || Tier is not null
        || !string.IsNullOrWhiteSpace(Q);

    /// <summary>The order in use: late first, unless the view holds what is over.</summary>
    public string Order => Sort is { Length: > 0 } ? Sort : View is IssueView.Closed or IssueView.All ? "-updated" : "due";

    /// <param name="db">Whose scope cuts the list.</param>
    /// <param name="search">Finds words.</param>
    /// <param name="side">Whose internal notes the search may look into.</param>
    /// <param name="endOfDay">The reader's next midnight.</param>
    public IQueryable<Issue> Apply(AppDb db, TextSearch search, Side side, DateTimeOffset endOfDay) =>
        search.In(Choose(OfView(db, View, endOfDay)), side, Q);

    public static IQueryable<Issue> OfView(AppDb db, IssueView view, DateTimeOffset endOfDay)
    {
        var (issues, open) = (db.OwnIssues, db.OwnIssues.Where(i => i.Rank < IssueRank.Over));
        return view switch
        {
            IssueView.Open => open,
            IssueView.Overdue => open.Where(i => i.Rank >= IssueRank.LateFirst && i.Rank <= IssueRank.Late),
            // Told by the few clocks that are due today, not by the clocks of all issues.
            IssueView.Today => open.Where(i => db.Obligations.Where(o => o.State == ClockState.Running && o.DueAt < endOfDay).Select(o => o.IssueId).Contains(i.Id)),
            IssueView.Waiting => open.Where(i => i.State == IssueState.WaitingOnOutlet || i.AwaitsAnswer),
            IssueView.Closed => issues.Where(i => i.State == IssueState.Closed || i.State == IssueState.Withdrawn),
            _ => issues,
        };
    }

    /// <summary>The nearest clock is the one that is due first among those that run or are late.</summary>
    /// <param name="issues">What is to be sorted.</param>
    /// <param name="ofParty">
    /// A party's own. The few that are open are read by the party's index; sorted by the key at last, the index of the whole network would be taken, which
    /// holds them in that order among all others'.
    /// </param>
    public IOrderedQueryable<Issue> Sorted(IQueryable<Issue> issues, bool ofParty)
    {
        var down = Order.StartsWith('-');
        var sorted = Order.TrimStart('-') switch
        {
            "number" => Along(issues, i => i.Number, down),
            "severity" => Along(issues, i => i.Severity, down),
            "state" => Along(issues, i => i.State, down),
            "level" => Along(issues, i => i.EscalationLevel, down),
            "tier" => Along(issues, i => i.CustomerTier == null ? 9 : i.CustomerTier == CustomerTier.A ? 1 : 2, down),
            "filed" => Along(issues, i => i.FiledAt, down),
            "updated" => Along(issues, i => i.UpdatedAt, down),
            _ => ByDue(issues, down),
        };
        return ofParty && View is not (IssueView.All or IssueView.Closed) ? sorted.ThenBy(i => i.Number) : sorted.ThenBy(i => i.Id);
    }

    /// <summary>What is late comes first; among what is late, and among the rest, the customers of tier A.</summary>
    private static IOrderedQueryable<Issue> ByDue(IQueryable<Issue> issues, bool down) => down
        ? issues.OrderBy(i => i.Rank).ThenByDescending(i => i.NearestDueAt)
        : issues.OrderBy(i => i.Rank).ThenBy(i => i.NearestDueAt);

    private static IOrderedQueryable<Issue> Along<T>(
        IQueryable<Issue> issues, Expression<Func<Issue, T>> key, bool down) =>
        down ? issues.OrderByDescending(key) : issues.OrderBy(key);

    private IQueryable<Issue> Choose(IQueryable<Issue> issues)
    {
        issues = Severity is { } severity ? issues.Where(i => i.Severity == severity) : issues;
        issues = Type is { } type ? issues.Where(i => i.ProblemType == type) : issues;
        issues = State is { } state ? issues.Where(i => i.State == state) : issues;
        issues = Tier is { } tier ? issues.Where(i => i.CustomerTier == tier) : issues;
        issues = Level is { } level ? issues.Where(i => i.EscalationLevel == level) : issues;
        issues = Person is { } person
            ? issues.Where(i => i.VendorContactId == UserId.From(person) || i.BuyerContactId == UserId.From(person)) : issues;
        issues = Vendor is { } vendor ? issues.Where(i => i.VendorId == VendorId.From(vendor)) : issues;
        return Outlet is { } outlet ? issues.Where(i => i.OutletId == OutletId.From(outlet)) : issues;
    }
}
