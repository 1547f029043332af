using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Notifications;

/// <summary>
/// A line of one person's inbox. The same kind of news about the same issue, evaluation or action within <see cref="Window"/> folds into one
/// line and one mail; the line counts.
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

    /// <param name="number">What people know the subject by: the contact's, the action's or the contract's number.</param>
    public Notice(WorkNews happened, string number, UserId user, bool inPage, DateTimeOffset? mailAt)
    {
        Id = Keys.Next();
        (TenantId, UserId, Kind, InPage) = (happened.TenantId, user, happened.Kind, inPage);
        (Subject, SubjectId, Number, ContractId, OutletId) = (happened.Subject, happened.SubjectId, number, happened.ContractId, happened.OutletId);
        Count = 1;
        Take(happened);
        MailAt = mailAt;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public NoticeSubject Subject { get; private set; }

    /// <summary>Null where it is about no issue.</summary>
    public IssueId? IssueId { get; private set; }

    /// <summary>The evaluation, action or report; null of an issue.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>What people know the subject by; null of an issue, which has its own.</summary>
    public string? Number { get; private set; }

    /// <summary>Whose it is; null of an issue.</summary>
    public ContractId? ContractId { get; private set; }

    public OutletId? OutletId { get; private set; }

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

    public bool Folds(WorkNews next) => ReadAt is null && Kind == next.Kind && What == next.What && SubjectId == next.SubjectId && next.At - At < Window;

    public void Fold(WorkNews next, DateTimeOffset? mailAt)
    {
        Take(next);
        Again(mailAt);
    }

    /// <summary>Once more. A mail that went already is followed by one mail at the end of the window, not by one for each.</summary>
    public void Fold(NoticeEvent next, DateTimeOffset? mailAt)
    {
        Take(next);
        Again(mailAt);
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Mailed(DateTimeOffset now) => (MailAt, MailedAt) = (null, now);

    private void Again(DateTimeOffset? mailAt)
    {
        Count++;
        if (mailAt is { } due && MailAt is null)
        {
            MailAt = MailedAt is { } sent && sent + Window > due ? sent + Window : due;
        }
    }

    private void Take(WorkNews happened) => (What, Mark, ByName, At) = (happened.What, happened.Mark, happened.ByName, happened.At);

    private void Take(NoticeEvent happened) =>
        (What, Clock, Mark, ByName, At) = (happened.What, happened.Clock, happened.Mark, happened.ByName, happened.At);
}
