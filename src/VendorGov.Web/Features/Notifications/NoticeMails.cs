using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// Writes the mails that are due into the outbox: one for one line of the inbox; where several are due for a person, as after quiet hours or in
/// the daily digest, one for all of them. An emergency has a mail of its own.
/// </summary>
public sealed class NoticeMails(AppDb db, PortalAddress address, TimeProvider clock)
{
    private const int Batch = 500;
    private const int MostListed = 50;

    public async Task<int> WriteAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Notices.Where(n => n.MailAt != null && n.MailAt <= now).OrderBy(n => n.MailAt).ThenBy(n => n.Id).Take(Batch).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return 0;
        }

        var ids = due.Select(n => n.IssueId).Distinct().ToList();
        var issues = await NewsDesk.IssuesAsync(db, ids, cancel);
        var clocks = await NewsDesk.ClocksAsync(db, ids, cancel);
        var members = (await Audience.MembersAsync(db, cancel)).ToDictionary(m => m.User);
        var written = new List<OutboxMessage>();
        foreach (var one in due.GroupBy(n => n.UserId))
        {
            // Who was deactivated meanwhile, or moved to where the issue is not seen, gets no mail any more.
            if (members.GetValueOrDefault(one.Key) is { } listener)
            {
                var seen = one.Where(n => listener.Sees(issues[n.IssueId])).ToList();
                written.AddRange(Of(listener, seen, issues, clocks, now));
            }

            one.ToList().ForEach(n => n.Mailed(now));
        }

        db.Outbox.AddRange(written);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return written.Count;
    }

    private IEnumerable<OutboxMessage> Of(
        Listener listener, List<Notice> notices, Dictionary<IssueId, NewsIssue> issues,
        Dictionary<IssueId, NextClock> clocks, DateTimeOffset now)
    {
        var text = Text.For(
            listener.Language?.StartsWith("en", StringComparison.Ordinal) == true ? Text.English : Text.Chinese,
            TimeZoneInfo.FindSystemTimeZoneById(listener.Settings.TimeZone));
        var rest = notices.Where(n => !NoticeKinds.IsForced(n.Kind)).OrderBy(n => n.At).ToList();
        foreach (var notice in rest.Count == 1 ? notices : notices.Where(n => NoticeKinds.IsForced(n.Kind)))
        {
            var issue = issues[notice.IssueId];
            yield return Mail(listener, text.Subject(issue, notice), $"{text.Facts(issue, clocks.GetValueOrDefault(issue.Id))}\n{Link(text, issue)}", text, now, NoticeKinds.IsForced(notice.Kind));
        }

        if (rest.Count > 1)
        {
            var lines = rest.Take(MostListed).Select(n =>
                $"{text.Instant(n.At, now)}  {text.Subject(issues[n.IssueId], n)}\n{Link(text, issues[n.IssueId])}");
            var more = rest.Count > MostListed ? "\n\n" + text["notices.robot.more", rest.Count - MostListed] : "";
            var title = text[listener.Settings.Digest ? "notices.mail.digest" : "notices.mail.several", rest.Count];
            yield return Mail(listener, title, string.Join("\n\n", lines) + more, text, now, false);
        }
    }

    private OutboxMessage Mail(Listener listener, string title, string body, Text text, DateTimeOffset now, bool urgent)
    {
        var settings = address.Root.Length > 0 ? text["notices.mail.foot", address.Of("/Notifications/Settings")] : text["notices.mail.footPlain"];
        return OutboxMessage.Mail(db.Scope.Tenant, listener.Email, title, $"{body}\n\n-- \n{settings}\n", now, urgent);
    }

    private string Link(Text text, NewsIssue issue) =>
        address.Root.Length > 0 ? address.Of($"/Issues/Details/{issue.Id.Value}") : text["notices.mail.signIn"];
}
