using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Hosting.Robots;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// Turns what happened in one tenant into lines of inboxes, mails to come and messages of robots. The event goes in the transaction that tells
/// of it: two runs at once, or a process that dies, tell nothing twice and forget nothing.
/// </summary>
public sealed class NewsDesk(AppDb db, IOptions<MailOptions> mail, PortalAddress address, WorkDesk work, CardDesk cards, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>How many events were told.</summary>
    public async Task<int> TellAsync(CancellationToken cancel)
    {
        var told = 0;
        while (await db.NoticeEvents.OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancel) is { Count: > 0 } batch)
        {
            await TellAsync(batch, cancel);
            db.NoticeEvents.RemoveRange(batch);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            told += batch.Count;
        }

        return told + await work.TellAsync(cancel) + await cards.TellAsync(cancel);
    }

    private async Task TellAsync(List<NoticeEvent> batch, CancellationToken cancel)
    {
        var ids = batch.Select(e => e.IssueId).Distinct().ToList();
        var issues = await IssuesAsync(db, ids, cancel);
        var clocks = await ClocksAsync(db, ids, cancel);
        var followers = await db.IssueFollowers.AsNoTracking().Where(f => ids.Contains(f.IssueId)).ToListAsync(cancel);
        var audience = new Audience(await Audience.MembersAsync(db, cancel), followers.ToLookup(f => f.IssueId));
        var inbox = await InboxAsync(batch, ids, cancel);
        var groups = await GroupsAsync(cancel);
        foreach (var happened in batch)
        {
            var issue = issues[happened.IssueId];
            audience.Of(happened, issue).Where(l => !IsMentioned(batch, happened, l)).ToList().ForEach(listener => inbox.Put(listener, happened));
            if (happened.OnlySide is null && happened.ForId is null)
            {
                groups.Tell(happened, issue, clocks.GetValueOrDefault(issue.Id));
                await TellContactsAsync(happened, issue, clocks.GetValueOrDefault(issue.Id), cancel);
            }
        }
    }

    /// <summary>Who is named in a message is told that, and not of the message besides.</summary>
    private static bool IsMentioned(List<NoticeEvent> batch, NoticeEvent happened, Listener listener) => happened.Kind == NoticeKind.Reply
        && batch.Exists(m => m.Kind == NoticeKind.Mention && m.ForId == listener.User && m.IssueId == happened.IssueId && m.At == happened.At);

    /// <summary>Unread lines that an event of this batch may fold into.</summary>
    private async Task<Inbox> InboxAsync(List<NoticeEvent> batch, List<IssueId> ids, CancellationToken cancel)
    {
        var since = batch[0].At - Notice.Window;
        IssueId?[] keys = [.. ids.Select(id => (IssueId?)id)];
        var known = await db.Notices.Where(n => keys.Contains(n.IssueId) && n.ReadAt == null && n.At > since).ToListAsync(cancel);
        return new Inbox(db, known, mail.Value.IsConfigured, clock.GetUtcNow());
    }

    private async Task<Groups> GroupsAsync(CancellationToken cancel)
    {
        var robots = await db.Robots.AsNoTracking().Where(r => r.Active).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var since = now - Notice.Window;
        var recent = robots.Count == 0 ? [] : await db.Outbox
            .Where(m => m.TenantId == db.Scope.Tenant && m.RobotId != null && m.FoldKey != null && m.DiscardedAt == null && m.DeadAt == null
                && (m.DeliveredAt == null || m.DeliveredAt > since)).ToListAsync(cancel);
        return new Groups(db, robots, recent, address, now);
    }

    /// <summary>
    /// People of the escalation chain who stand in the contract by a mail address alone. Who is a member is told as one, by the
    /// person's own choice. The contract's chain does not concern a referral, which the network's own departments owe.
    /// </summary>
    private async Task TellContactsAsync(NoticeEvent happened, NewsIssue issue, NextClock? next, CancellationToken cancel)
    {
        if (happened.Kind != NoticeKind.Escalation || happened.Mark > 0 || !mail.Value.IsConfigured)
        {
            return;
        }

        var contacts = await db.Contracts.AsNoTracking().Where(c => c.Id == issue.Contract).Select(c => c.Contacts).SingleAsync(cancel);
        var emails = contacts.Where(c => c.Level == issue.Level && c.Email is { Length: > 0 }).Select(c => c.Email!.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var members = await db.Memberships.AsNoTracking().Where(m => emails.Contains(m.Email)).Select(m => m.Email).ToListAsync(cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(issue.TimeZone);
        Text[] texts = [Text.For(Text.Chinese, zone), Text.For(Text.English, zone)];
        foreach (var email in emails.Except(members, StringComparer.OrdinalIgnoreCase))
        {
            db.Outbox.Add(OutboxMessage.Mail(
                db.Scope.Tenant, email, texts[0].Title(issue, happened.What, null, 0),
                string.Join("\n\n", texts.Select(t => $"{t.Happened(happened.What, null, 0)}\n{t["notices.mail.level", issue.Level]}\n{t.Facts(issue, next)}")),
                clock.GetUtcNow()));
        }
    }

    public static Task<Dictionary<IssueId, NewsIssue>> IssuesAsync(AppDb db, List<IssueId> ids, CancellationToken cancel) =>
        db.Issues.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new NewsIssue(
            i.Id, i.Number, i.ProblemType, i.Severity, i.VendorId, i.OutletId,
            db.Outlets.Where(o => o.Id == i.OutletId).Select(o => o.RegionId).FirstOrDefault(), i.ContractId,
            i.BuyerContactId, i.VendorContactId, i.EscalationLevel, i.TimeZone)).ToDictionaryAsync(i => i.Id, cancel);

    /// <summary>The clock of each issue that is due first.</summary>
    public static async Task<Dictionary<IssueId, NextClock>> ClocksAsync(AppDb db, List<IssueId> ids, CancellationToken cancel)
    {
        IssueId?[] keys = [.. ids.Select(id => (IssueId?)id)];
        var open = await db.Obligations.AsNoTracking()
            .Where(o => keys.Contains(o.IssueId) && o.DueAt != null && (o.State == ClockState.Running || o.State == ClockState.Breached))
            .Select(o => new { Issue = o.IssueId!.Value, o.Kind, DueAt = o.DueAt!.Value }).ToListAsync(cancel);
        return open.GroupBy(o => o.Issue).ToDictionary(g => g.Key, g => g.OrderBy(o => o.DueAt).Select(o => new NextClock(o.Kind, o.DueAt)).First());
    }
}
