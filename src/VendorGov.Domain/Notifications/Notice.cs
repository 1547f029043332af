using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Notifications;

/// <summary>
/// A line of one person's inbox. The same kind of news about the same issue within <see cref="Window"/> folds into one line and
/// one mail; the line counts.
/// </summary>
public sealed class Notice : ITenantOwned, IVersioned
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private Notice()
    {
    }

    public Notice(NoticeEvent happened, UserId user, bool inPage, DateTimeOffset? mailAt)
    {
        Id = Keys.Next();
        (TenantId, UserId, IssueId, Kind, InPage) = (happened.TenantId, user, happened.IssueId, happened.Kind, inPage);
        Count = 1;
        Take(happened);
        MailAt = mailAt;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public IssueId IssueId { get; private set; }

    public NoticeKind Kind { get; private set; }

    public string What { get; private set; } = "";

    public ObligationKind? Clock { get; private set; }

    public int Mark { get; private set; }

    public string? ByName { get; private set; }

    /// <summary>When it happened, the last time.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How often within the window.</summary>
    public int Count { get; private set; }

    /// <summary>False for who wants a mail only.</summary>
    public bool InPage { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When the mail is due; null: none is.</summary>
    public DateTimeOffset? MailAt { get; private set; }

    /// <summary>When the last mail about it was put into the outbox.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Whether an event of the same kind and issue still belongs to this line.</summary>
    public bool Folds(NoticeEvent next) => ReadAt is null && Kind == next.Kind && IssueId == next.IssueId && next.At - At < Window
        && !NoticeKinds.IsForced(Kind);

    /// <summary>Once more. A mail that went already is followed by one mail at the end of the window, not by one for each.</summary>
    public void Fold(NoticeEvent next, DateTimeOffset? mailAt)
    {
        Count++;
        Take(next);
        if (mailAt is { } due && MailAt is null)
        {
            MailAt = MailedAt is { } sent && sent + Window > due ? sent + Window : due;
        }
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Mailed(DateTimeOffset now) => (MailAt, MailedAt) = (null, now);

    private void Take(NoticeEvent happened) =>
        (What, Clock, Mark, ByName, At) = (happened.What, happened.Clock, happened.Mark, happened.ByName, happened.At);
}
