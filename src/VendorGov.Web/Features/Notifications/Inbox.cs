using VendorGov.Data;
using VendorGov.Domain.Notifications;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// Puts news into inboxes by each person's own choice: into a line that is still unread and of the last minutes where one fits, else into a new
/// one. <paramref name="known"/> are the unread lines that the news may fold into.
/// </summary>
internal sealed class Inbox(AppDb db, List<Notice> known, bool mailed, DateTimeOffset now)
{
    public void Put(Listener listener, NoticeEvent happened) => Put(
        listener, happened.Kind, n => n.Folds(happened), (n, mailAt) => n.Fold(happened, mailAt), (page, mailAt) => new Notice(happened, listener.User, page, mailAt));

    /// <param name="number">What people know the subject by.</param>
    public void Put(Listener listener, WorkNews happened, string number) => Put(
        listener, happened.Kind, n => n.Folds(happened), (n, mailAt) => n.Fold(happened, mailAt),
        (page, mailAt) => new Notice(happened, number, listener.User, page, mailAt));

    private void Put(
        Listener listener, NoticeKind kind, Predicate<Notice> folds, Action<Notice, DateTimeOffset?> fold, Func<bool, DateTimeOffset?, Notice> make)
    {
        var page = listener.Settings.InPage(kind);
        var mailAt = mailed ? listener.Settings.MailAt(kind, now) : null;
        if (!page && mailAt is null)
        {
            return;
        }

        if (known.Find(n => n.UserId == listener.User && folds(n)) is { } line)
        {
            fold(line, mailAt);
            return;
        }

        var notice = make(page, mailAt);
        known.Add(notice);
        db.Notices.Add(notice);
    }
}
