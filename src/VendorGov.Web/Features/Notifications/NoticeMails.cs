using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
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

        var news = await MailNews.ReadAsync(db, due, cancel);
        var members = (await Audience.MembersAsync(db, cancel)).ToDictionary(m => m.User);
        var written = new List<OutboxMessage>();
        foreach (var one in due.GroupBy(n => n.UserId))
        {
            // Who was deactivated meanwhile, or moved to where the issue is not seen, gets no mail any more.
            if (members.GetValueOrDefault(one.Key) is { } listener)
            {
                written.AddRange(Of(listener, one.Where(n => news.Sees(listener, n)).ToList(), news, now));
            }

            one.ToList().ForEach(n => n.Mailed(now));
        }

        db.Outbox.AddRange(written);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return written.Count;
    }

    private IEnumerable<OutboxMessage> Of(Listener listener, List<Notice> notices, MailNews news, DateTimeOffset now)
    {
        var text = Text.ForLanguage(listener.Language, TimeZoneInfo.FindSystemTimeZoneById(listener.Settings.TimeZone));
        var rest = notices.Where(n => !NoticeKinds.IsForced(n.Kind)).OrderBy(n => n.At).ToList();
        foreach (var notice in rest.Count == 1 ? notices : notices.Where(n => NoticeKinds.IsForced(n.Kind)))
        {
            yield return Mail(listener, news.Subject(text, notice), $"{news.Facts(text, notice)}\n{Link(text, notice)}", text, now, NoticeKinds.IsForced(notice.Kind));
        }

        if (rest.Count > 1)
        {
            var lines = rest.Take(MostListed).Select(n =>
                $"{text.Instant(n.At, now)}  {news.Subject(text, n)}\n{Link(text, n)}");
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

    private string Link(Text text, Notice notice) => address.Root.Length > 0
        ? address.Of(NoticeWords.Path(notice.Subject, notice.IssueId, notice.SubjectId, notice.ContractId?.Value)) : text["notices.mail.signIn"];
}

/// <summary>What the notices of a run are about: issues, or contracts with their inspections and actions.</summary>
internal sealed record MailNews(
    Dictionary<IssueId, NewsIssue> Issues, Dictionary<IssueId, NextClock> Clocks, Dictionary<ContractId, WorkPlace> Places, Dictionary<Guid, CardDue> Cards)
{
    public static async Task<MailNews> ReadAsync(AppDb db, List<Notice> due, CancellationToken cancel)
    {
        var ids = due.Select(n => n.IssueId).OfType<IssueId>().Distinct().ToList();
        return new MailNews(
            await NewsDesk.IssuesAsync(db, ids, cancel), await NewsDesk.ClocksAsync(db, ids, cancel),
            await WorkDesk.PlacesAsync(db, [.. due.Select(n => n.ContractId).OfType<ContractId>().Distinct()], cancel),
            await CardDesk.DueAsync(db, [.. due.Where(n => n.Subject == NoticeSubject.Scorecard).Select(n => n.SubjectId!.Value).Distinct()], cancel));
    }

    public bool Sees(Listener listener, Notice notice) => notice.IssueId is { } issue ? listener.Sees(Issues[issue])
        : notice.ContractId is { } contract && Places.TryGetValue(contract, out var place) && listener.Sees(place, notice.OutletId);

    public string Subject(Text text, Notice notice) => notice.IssueId is { } issue ? text.Subject(Issues[issue], notice) : text.Subject(notice);

    public string Facts(Text text, Notice notice) => notice.IssueId is { } issue ? text.Facts(Issues[issue], Clocks.GetValueOrDefault(issue))
        : text["notices.mail.contract", Places[notice.ContractId!.Value].Number] + Until(text, notice);

    /// <summary>Until when the receiver has to act on a scorecard.</summary>
    private string Until(Text text, Notice notice) => Cards.GetValueOrDefault(notice.SubjectId ?? Guid.Empty)?.Of(notice.What) is { } due
        ? "\n" + text["notices.mail.until", text.DayAndTime(due)] : "";
}
