using VendorGov.Domain.Issues;

namespace VendorGov.Domain.Notifications;

/// <summary>What people may choose to be told of.</summary>
public enum NoticeKind
{
    NewIssue,
    Reply,
    /// <summary>Somebody wrote one's name.</summary>
    Mention,
    /// <summary>Something was asked, answered or decided: pauses, contests, waivers, silence.</summary>
    Decision,
    /// <summary>The state of an issue changed.</summary>
    Progress,
    /// <summary>A clock passed 50, 75 or 90 % of its target.</summary>
    Clock,
    Escalation,
    /// <summary>A complaint that is still unresolved chases itself.</summary>
    Chase,
    /// <summary>A month's scorecards were published: figures and place in one mail. The line of the inbox is a <see cref="CardStep"/>.</summary>
    Scorecards,
    /// <summary>A metric will miss its target at this pace; from the tenth of the month on, by mail only.</summary>
    EarlyWarning,
    /// <summary>Goes at once, to everybody of the chain; nobody can switch it off.</summary>
    Emergency,
    /// <summary>A published evaluation that failed.</summary>
    Inspection,
    /// <summary>Appeals against evaluations: filed, answered, climbed.</summary>
    Appeal,
    /// <summary>Coaching talks that are owed.</summary>
    Coaching,
    /// <summary>Corrective actions, from the demand to the verification.</summary>
    Improvement,
    /// <summary>One's own upload came to its end; read already where one saw it in the page.</summary>
    Upload,
    /// <summary>A scorecard on its way: review, comments, appeals, rulings, publication.</summary>
    CardStep,
    /// <summary>Service credits: claimed, agreed, deducted, dropped.</summary>
    Credit,
}

/// <summary>Properties of the kinds that settings and mails go by.</summary>
public static class NoticeKinds
{
    /// <summary>What nobody can switch off.</summary>
    public static bool IsForced(NoticeKind kind) => kind == NoticeKind.Emergency;

    /// <summary>What goes by mail alone: sums of a month, about no single thing.</summary>
    public static bool IsMailOnly(NoticeKind kind) => kind is NoticeKind.Scorecards or NoticeKind.EarlyWarning;

    /// <summary>What is told of issues, to everybody of a group chat; a mention concerns one person.</summary>
    public static IReadOnlyList<NoticeKind> ForRobots { get; } =
        [.. Enum.GetValues<NoticeKind>().Where(k => k != NoticeKind.Mention && k <= NoticeKind.Emergency && !IsMailOnly(k))];

    /// <summary>Null for what nobody is told of: history from another system, notes for sorting.</summary>
    public static NoticeKind? Of(IssueEventKind kind) => kind switch
    {
        IssueEventKind.Imported or IssueEventKind.TierChanged => null,
        IssueEventKind.Chased => NoticeKind.Chase,
        IssueEventKind.Filed => NoticeKind.NewIssue,
        IssueEventKind.EmergencyReported => NoticeKind.Emergency,
        IssueEventKind.Escalated or IssueEventKind.EscalatedByHand or IssueEventKind.ReferralClimbed => NoticeKind.Escalation,
        IssueEventKind.WaitAsked or IssueEventKind.WaitRefused or IssueEventKind.WaitLapsed or IssueEventKind.Contested
            or IssueEventKind.ContestConceded or IssueEventKind.ContestDenied or IssueEventKind.ContestUpheld
            or IssueEventKind.ContestRejected or IssueEventKind.WaiverAsked or IssueEventKind.WaiverApproved
            or IssueEventKind.WaiverRefused or IssueEventKind.SilenceReminded
            or IssueEventKind.MarkedFatal or IssueEventKind.FatalLifted => NoticeKind.Decision,
        _ => NoticeKind.Progress,
    };
}
