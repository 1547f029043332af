using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Saving;

/// <summary>
/// Notes what people will be told of, in the transaction that caused it: whatever page or job changes an issue, an evaluation or a corrective
/// action, no call can be forgotten. Imported history is no news.
/// </summary>
internal static class NewsTrail
{
    public static void Append(AppDb db, List<EntityEntry> changed, DateTimeOffset now)
    {
        if (!db.Scope.Entered || db.SuppressAudit)
        {
            return;
        }

        var issues = db.ChangeTracker.Entries<Issue>().ToDictionary(e => e.Entity.Id, e => e.Entity);
        foreach (var entry in changed.Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (Of(entry, issues, db.Scope, now) is { } news)
            {
                db.Add(news);
            }
            else if (WorkTrail.Of(entry, now) is { } work)
            {
                db.Add(work.By(db.Scope.Actor, db.Scope.ActorName));
            }
        }
    }

    private static NoticeEvent? Of(EntityEntry entry, Dictionary<IssueId, Issue> issues, TenantScope scope, DateTimeOffset now) =>
        (entry.State, entry.Entity) switch
        {
            (EntityState.Added, IssueEvent e) when IsNews(e, issues) => NoticeEvent.Of(e, scope.Actor),
            (EntityState.Added, IssueMessage m) when IsOurs(m.IssueId, issues) => NoticeEvent.Of(m),
            (_, IssueFollower { MentionedAt: { } at } f) when entry.State == EntityState.Added || Changed(entry, nameof(f.MentionedAt)) =>
                NoticeEvent.Mention(f, scope.Actor, scope.ActorName, at),
            (EntityState.Modified, Obligation o) when IsWarning(entry, o) && issues.TryGetValue(o.IssueId ?? default, out var of)
                && of.Source is null => NoticeEvent.Warning(of, o.Kind, o.WarnedAt, now),
            _ => null,
        };

    /// <summary>The filing of an emergency is told as the emergency.</summary>
    private static bool IsNews(IssueEvent happened, Dictionary<IssueId, Issue> issues) => IsOurs(happened.IssueId, issues)
        && !(happened.Kind == IssueEventKind.Filed && issues.TryGetValue(happened.IssueId, out var issue) && issue.Emergency is not null);

    private static bool IsOurs(IssueId id, Dictionary<IssueId, Issue> issues) => !issues.TryGetValue(id, out var issue) || issue.Source is null;

    /// <summary>A clock that is over already escalates instead.</summary>
    private static bool IsWarning(EntityEntry entry, Obligation clock) =>
        clock.State == ClockState.Running && Changed(entry, nameof(clock.WarnedAt)) && clock.WarnedAt > (int)entry.Property(nameof(clock.WarnedAt)).OriginalValue!;

    private static bool Changed(EntityEntry entry, string property) =>
        !Equals(entry.Property(property).OriginalValue, entry.Property(property).CurrentValue);
}
