using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared;

/// <summary>What a navigation link shows: overdue in red, otherwise open in grey.</summary>
public sealed record NavNumber(int Late, int Open);

/// <summary>An emergency that the reader was told of and has not read.</summary>
public sealed record UnreadEmergency(Guid Issue, string Number);

public sealed record NavNumbers(IReadOnlyDictionary<string, NavNumber> ByPage, UnreadEmergency? Emergency)
{
    public static NavNumbers None { get; } = new(new Dictionary<string, NavNumber>(), null);

    public NavNumber? Of(string page) => ByPage.GetValueOrDefault(page);
}

/// <summary>Counts beside the navigation, as the reader may see them. Kept for half a minute: every page shows them.</summary>
public sealed class NavCounts(AppDb db, CurrentUser user, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public async Task<NavNumbers> OfAsync(CancellationToken cancel)
    {
        if (!db.Scope.Entered || !user.Can(Permission.ViewIssues))
        {
            return NavNumbers.None;
        }

        var key = ("nav", user.Member.MembershipId, cache.Get<Guid>(Bell(user.TenantId)));
        if (!cache.TryGetValue(key, out NavNumbers? numbers))
        {
            numbers = await CountAsync(cancel);
            cache.Set(key, numbers, Kept);
        }

        return numbers!;
    }

    /// <summary>Rings for everybody of the tenant: the next page counts anew.</summary>
    public void Ring() => cache.Set(Bell(user.TenantId), Guid.NewGuid(), Kept * 2);

    private static (string, Domain.Tenancy.TenantId) Bell(Domain.Tenancy.TenantId tenant) => ("bell", tenant);

    private async Task<NavNumbers> CountAsync(CancellationToken cancel)
    {
        var (tenant, me) = (user.TenantId, user.Id);
        var open = db.OwnIssues.Where(i => i.State == IssueState.New || i.State == IssueState.InProgress || i.State == IssueState.WaitingOnOutlet).Take(Moments.Most);
        var counts = await db.Tenants.Where(t => t.Id == tenant).Select(t => new
        {
            Open = open.Count(),
            Late = db.Obligations.Where(o => o.IssueId != null && o.State == ClockState.Breached).Select(o => o.IssueId).Distinct().Take(Moments.Most).Count(),
            Notices = db.Notices.Count(n => n.UserId == me && n.InPage && n.ReadAt == null),
        }).SingleAsync(cancel);
        var unread = await db.IssueFollowers.Where(f => f.UserId == user.Id && f.ToldAt != null && f.FirstReadAt == null)
            .Join(db.Issues, f => f.IssueId, i => i.Id, (f, i) => new { f.ToldAt, i.Id, i.Number })
            .OrderByDescending(x => x.ToldAt).Select(x => new UnreadEmergency(x.Id.Value, x.Number)).FirstOrDefaultAsync(cancel);
        return new NavNumbers(
            new Dictionary<string, NavNumber> { ["/Issues/Index"] = new(counts.Late, counts.Open), ["/Notifications/Index"] = new(0, counts.Notices) }, unread);
    }
}
