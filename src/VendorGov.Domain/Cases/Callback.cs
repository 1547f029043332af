using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Cases;

/// <summary>Why a customer is called back. With <see cref="Callback.OriginId"/> it is unique in a tenant: one cause, one callback.</summary>
public enum CallbackReason
{
    /// <summary>Planned by a person.</summary>
    Planned,
    /// <summary>A survey with a low score, or an unhappy answer without one.</summary>
    LowSurvey,
    /// <summary>An earlier callback ended with a low score.</summary>
    LowCallback,
    /// <summary>A month's report showed satisfaction under the contract's minimum at an outlet.</summary>
    LowReport,
}

/// <summary>Life of a callback.</summary>
public enum CallbackState
{
    Due,
    Reached,

    /// <summary>Given up after the agreed attempts.</summary>
    NotReached,
    Cancelled,
}

/// <summary>One attempt to reach the customer.</summary>
public sealed record CallbackAttempt(DateTimeOffset At, string By, bool Reached, string? Words);

/// <summary>Whom to call, and about what. Without a number the waybill leads to it.</summary>
public sealed record CallbackSubject(string? CustomerName, string? CustomerPhone, string? Waybill, string Topic);

/// <summary>A callback (回访) that is due: tried, tried again, done (requirements 1: b18, b22, a17).</summary>
public sealed class Callback : IOutletOwned, IAudited, IVersioned
{
    /// <summary>Attempts after which a customer counts as not reached.</summary>
    public const int MostAttempts = 3;

    /// <summary>Satisfaction, 1 to 5, up to which it is low.</summary>
    public const int LowUpTo = 2;

    /// <summary>A callback that opens by itself is due in 24 hours.</summary>
    public static readonly TimeSpan OwnDue = TimeSpan.FromHours(24);

    /// <summary>How long a caller keeps a callback that was handed out.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private Callback()
    {
    }

    public static Callback Plan(Issue issue, string topic, DateTimeOffset dueAt, Author by, DateTimeOffset now)
    {
        Demand(issue.State != IssueState.Withdrawn, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(topic), "callback-blank");
        Demand(dueAt > now, "callback-past");
        var subject = new CallbackSubject(issue.CustomerName, issue.CustomerPhone, issue.Waybills.Count > 0 ? issue.Waybills[0] : null, topic.Trim());
        var callback = Create(subject, CallbackReason.Planned, issue.TimeZone, dueAt, by.Name, now);
        (callback.TenantId, callback.VendorId, callback.OutletId, callback.IssueId) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id);
        return callback;
    }

    /// <summary>An unhappy answer of the direct feed. <paramref name="waybill"/> is that of the contact surveyed, where it is known.</summary>
    public static Callback After(FeedSurvey survey, string? waybill, string timeZone, string topic, DateTimeOffset now)
    {
        var callback = Create(new CallbackSubject(null, null, waybill, topic), CallbackReason.LowSurvey, timeZone, now + OwnDue, null, now);
        (callback.TenantId, callback.VendorId, callback.OutletId, callback.OriginId) = (survey.TenantId, survey.VendorId, survey.OutletId, survey.Id);
        return callback;
    }

    /// <summary>A month in which an outlet's customers were less happy than the contract allows. <paramref name="origin"/> names both.</summary>
    public static Callback After(Contract contract, OutletId outlet, Guid origin, string topic, DateTimeOffset now)
    {
        var callback = Create(new CallbackSubject(null, null, null, topic), CallbackReason.LowReport, contract.TimeZone, now + OwnDue, null, now);
        (callback.TenantId, callback.VendorId, callback.OutletId, callback.OriginId) = (contract.TenantId, contract.VendorId, outlet, origin);
        return callback;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId? IssueId { get; private set; }

    public CallbackReason Reason { get; private set; }

    /// <summary>The survey, callback or report that caused it; its own id where a person planned it.</summary>
    public Guid OriginId { get; private set; }

    public string? CustomerName { get; private set; }

    public string? CustomerPhone { get; private set; }

    /// <summary>What is left of the customer for good, <see cref="PersonalData"/>.</summary>
    public void MaskCustomer() => (CustomerName, CustomerPhone) = (PersonalData.MaskName(CustomerName), PersonalData.MaskPhone(CustomerPhone));

    /// <summary>Takes a person's name or number out of what it is about.</summary>
    public void Redact(string find, string mask) => Topic = PersonalData.Redact(Topic, find, mask);

    public string? Waybill { get; private set; }

    public string Topic { get; private set; } = "";

    /// <summary>Null: it opened by itself.</summary>
    public string? PlannedByName { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>When the next attempt is due.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The local month in which the first attempt is due; rates are cut by it.</summary>
    public YearMonth DueMonth { get; private set; }

    public string TimeZone { get; private set; } = "";

    public CallbackState State { get; private set; }

    public IReadOnlyList<CallbackAttempt> Attempts { get; private set; } = [];

    /// <summary>An attempt was made after it was due.</summary>
    public bool WasLate { get; private set; }

    /// <summary>1 to 5; null: not asked or not answered.</summary>
    public int? Satisfaction { get; private set; }

    public string? Result { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneByName { get; private set; }

    /// <summary>To whom it was handed out; nobody else is offered it until <see cref="ClaimedUntil"/>.</summary>
    public UserId? ClaimedById { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsLow => Satisfaction <= LowUpTo;

    public bool IsOverdue(DateTimeOffset now) => State == CallbackState.Due && now > DueAt;

    public void Claim(UserId caller, DateTimeOffset now) => (ClaimedById, ClaimedUntil) = (caller, now + Kept);

    /// <summary>The customer answered. A low score returns the follow-up that it opens; else null.</summary>
    public Callback? Reach(Author by, int? satisfaction, string? words, string followUp, DateTimeOffset now)
    {
        Demand(satisfaction is null or (>= 1 and <= 5), "callback-score");
        Demand(satisfaction is not null || !string.IsNullOrWhiteSpace(words), "callback-result");
        Try(by, reached: true, words, now);
        (State, Satisfaction, Result) = (CallbackState.Reached, satisfaction, Blank(words));
        (DoneAt, DoneByName) = (now, by.Name);
        return IsLow ? FollowUp(followUp, now) : null;
    }

    /// <summary>Nobody answered: tried again at <paramref name="retryAt"/>, but no more than <see cref="MostAttempts"/> times.</summary>
    public void Miss(Author by, string? words, DateTimeOffset? retryAt, DateTimeOffset now)
    {
        Demand(retryAt is null || retryAt > now, "callback-past");
        Try(by, reached: false, words, now);
        if (retryAt is { } next && Attempts.Count < MostAttempts)
        {
            DueAt = next;
            return;
        }

        (State, Result, DoneAt, DoneByName) = (CallbackState.NotReached, Blank(words), now, by.Name);
    }

    public void Cancel(Author by, string? reason, DateTimeOffset now)
    {
        Demand(State == CallbackState.Due, "callback-done");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        (State, Result, DoneAt, DoneByName) = (CallbackState.Cancelled, reason!.Trim(), now, by.Name);
    }

    private void Try(Author by, bool reached, string? words, DateTimeOffset now)
    {
        Demand(State == CallbackState.Due, "callback-done");
        WasLate |= now > DueAt;
        Attempts = [.. Attempts, new CallbackAttempt(now, by.Name, reached, Blank(words))];
        (ClaimedById, ClaimedUntil) = (null, null);
    }

    private Callback FollowUp(string topic, DateTimeOffset now)
    {
        var next = Create(
            new CallbackSubject(CustomerName, CustomerPhone, Waybill, topic), CallbackReason.LowCallback, TimeZone, now + OwnDue, null, now);
        (next.TenantId, next.VendorId, next.OutletId, next.IssueId, next.OriginId) = (TenantId, VendorId, OutletId, IssueId, Id);
        return next;
    }

    private static Callback Create(
        CallbackSubject subject, CallbackReason reason, string timeZone, DateTimeOffset dueAt, string? by, DateTimeOffset now)
    {
        var id = Keys.Next();
        return new Callback
        {
            Id = id,
            OriginId = id,
            Reason = reason,
            CustomerName = subject.CustomerName,
            CustomerPhone = subject.CustomerPhone,
            Waybill = subject.Waybill,
            Topic = subject.Topic,
            PlannedByName = by,
            PlannedAt = now,
            DueAt = dueAt,
            DueMonth = YearMonth.Of(dueAt, TimeZoneInfo.FindSystemTimeZoneById(timeZone)),
            TimeZone = timeZone,
        };
    }

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
