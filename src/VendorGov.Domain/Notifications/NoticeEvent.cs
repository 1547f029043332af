using System.Globalization;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Notifications;

/// <summary>
/// Something happened to an issue and nobody has been told yet. Saved in the transaction that caused it, and removed in the
/// transaction that tells: each event is told exactly once. Holds no word that a person wrote.
/// </summary>
public sealed class NoticeEvent : IOutletOwned
{
    private NoticeEvent()
    {
    }

    private NoticeEvent(IOutletOwned of, IssueId issue, NoticeKind kind, string what, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId, IssueId) = (of.TenantId, of.VendorId, of.OutletId, issue);
        (Kind, What, At) = (kind, what, at);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public NoticeKind Kind { get; private set; }

    /// <summary>An <see cref="IssueEventKind"/>, or Message, Note, Mention, Warned.</summary>
    public string What { get; private set; } = "";

    /// <summary>The clock that a warning is about.</summary>
    public ObligationKind? Clock { get; private set; }

    /// <summary>Per cent of the target, of a warning; the level that a referral stands at, of its climb.</summary>
    public int Mark { get; private set; }

    public UserId? ActorId { get; private set; }

    public string? ByName { get; private set; }

    /// <summary>The only side that may know of it: an internal note.</summary>
    public Side? OnlySide { get; private set; }

    /// <summary>The only person whom it concerns: a mention.</summary>
    public UserId? ForId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null where nobody is told.</summary>
    public static NoticeEvent? Of(IssueEvent happened, UserId? actor) => NoticeKinds.Of(happened.Kind) is { } kind
        ? new(happened, happened.IssueId, kind, happened.Kind.ToString(), happened.At)
        {
            ActorId = actor, ByName = happened.ByName,
            Mark = happened.Kind == IssueEventKind.ReferralClimbed ? int.Parse(happened.Detail!, CultureInfo.InvariantCulture) : 0,
        }
        : null;

    public static NoticeEvent Of(IssueMessage message) =>
        new(message, message.IssueId, NoticeKind.Reply, message.IsInternal ? "Note" : "Message", message.At)
        {
            ActorId = message.AuthorId, ByName = message.AuthorName, OnlySide = message.IsInternal ? message.Side : null,
        };

    public static NoticeEvent Mention(IssueFollower person, UserId? actor, string byName, DateTimeOffset at) =>
        new(person, person.IssueId, NoticeKind.Mention, "Mention", at) { ForId = person.UserId, ActorId = actor, ByName = byName };

    public static NoticeEvent Warning(Issue issue, ObligationKind clock, int mark, DateTimeOffset at) =>
        new(issue, issue.Id, NoticeKind.Clock, "Warned", at) { Clock = clock, Mark = mark };
}
