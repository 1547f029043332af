using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Auditing;

/// <summary>What became of a message.</summary>
public enum OutboxState
{
    Waiting,
    Delivered,
    /// <summary>Given up after <see cref="OutboxMessage.MaxAttempts"/>: somebody must retry or discard it.</summary>
    Dead,
    Discarded,
}

/// <summary>
/// Something to tell the outside by mail or through a robot, saved in the transaction that caused it and delivered by a job, at
/// least once: between the receiver's answer and the mark a process can die, and then it is sent again under the same id.
/// </summary>
public sealed class OutboxMessage
{
    public const int MaxAttempts = 10;

    /// <summary>What is younger waits for one that failed fewer times, so that news keeps its order for its receiver; then it passes.</summary>
    public const int HoldingAttempts = 4;

    private OutboxMessage()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Null for mails about the account itself (reset).</summary>
    public TenantId? TenantId { get; private set; }

    /// <summary>An address of mail, or the name of the robot.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Null: a mail.</summary>
    public Guid? RobotId { get; private set; }

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Where to read on; part of a mail's body already.</summary>
    public string? Link { get; private set; }

    /// <summary>The same news of the same issue: folds while it waits.</summary>
    public string? FoldKey { get; private set; }

    public int Count { get; private set; } = 1;

    /// <summary>Goes before all others and past every limit.</summary>
    public bool Urgent { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>The last call to the receiver; several messages of a digest share one.</summary>
    public Guid? CallId { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public DateTimeOffset? DeadAt { get; private set; }

    public DateTimeOffset? DiscardedAt { get; private set; }

    public string? LastError { get; private set; }

    public OutboxState State => DiscardedAt is not null ? OutboxState.Discarded : DeliveredAt is not null ? OutboxState.Delivered
        : DeadAt is not null ? OutboxState.Dead : OutboxState.Waiting;

    /// <summary>It failed of late and is tried again soon: what is younger waits for it.</summary>
    public bool Holds => State == OutboxState.Waiting && Attempts is > 0 and < HoldingAttempts;

    /// <param name="due">Not sent before; null: at once.</param>
    /// <param name="key">By which the sender knows that it was written already.</param>
    public static OutboxMessage Mail(
        TenantId? tenant, string recipient, string title, string body, DateTimeOffset now, bool urgent = false,
        DateTimeOffset? due = null, string? key = null) => new()
    {
        Id = Keys.Next(),
        TenantId = tenant,
        Recipient = recipient,
        Title = title,
        Body = body,
        FoldKey = key,
        Urgent = urgent,
        CreatedAt = now,
        NextAttemptAt = due ?? now,
    };

    /// <param name="due">Not sent before.</param>
    public static OutboxMessage ToRobot(Robot robot, RobotNews news, DateTimeOffset due, DateTimeOffset now) => new()
    {
        Id = Keys.Next(),
        TenantId = robot.TenantId,
        Recipient = robot.Name,
        RobotId = robot.Id,
        Title = news.Title,
        Body = news.Body,
        Link = news.Link,
        FoldKey = news.FoldKey,
        Urgent = news.Urgent,
        CreatedAt = now,
        NextAttemptAt = due,
    };

    /// <summary>The same again, before it went: the newest words, counted.</summary>
    public void Fold(RobotNews news)
    {
        Count++;
        (Title, Body, Link) = (news.Title, news.Body, news.Link);
    }

    /// <summary>The body may hold a link that signs in: it goes once delivered.</summary>
    public void Delivered(DateTimeOffset now, Guid? call = null)
    {
        Attempts++;
        CallId = call;
        DeliveredAt = LastAttemptAt = now;
        LastError = null;
        Body = "";
    }

    /// <summary>Doubles the wait: 1, 2, 4 ... minutes, at most 6 hours; after the last attempt it is dead.</summary>
    public void Failed(string error, DateTimeOffset now, Guid? call = null)
    {
        var wait = TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Attempts)));
        Attempts++;
        CallId = call;
        LastError = error.Length > 400 ? error[..400] : error;
        LastAttemptAt = now;
        NextAttemptAt = now + wait;
        DeadAt = Attempts >= MaxAttempts ? now : null;
    }

    public void Retry(DateTimeOffset now)
    {
        if (State is not (OutboxState.Dead or OutboxState.Waiting))
        {
            throw new RuleViolationException("outbox-done");
        }

        (Attempts, DeadAt, NextAttemptAt) = (0, null, now);
    }

    public void Discard(DateTimeOffset now)
    {
        if (State is not (OutboxState.Dead or OutboxState.Waiting))
        {
            throw new RuleViolationException("outbox-done");
        }

        DiscardedAt = now;
        Body = "";
    }
}

/// <summary>What a robot says; nothing of it may name a customer.</summary>
public sealed record RobotNews(string Title, string Body, string? Link, string FoldKey, bool Urgent);
