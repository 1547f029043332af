namespace VendorGov.Domain.Issues;

/// <summary>A breach that headquarters call fatal: the grade of the month in which it was filed is at most D (SLA semantics 3.4).</summary>
public sealed partial class Issue
{
    /// <summary>Since when it counts as fatal; null: never marked.</summary>
    public DateTimeOffset? FatalAt { get; private set; }

    /// <summary>From then on it does not any more. What a scorecard took in before stays as it was.</summary>
    public DateTimeOffset? FatalLiftedAt { get; private set; }

    public bool IsFatal => FatalAt is not null && FatalLiftedAt is null;

    /// <summary>The reason stands in the history, where both sides read it.</summary>
    public void MarkFatal(Author by, string reason, DateTimeOffset now)
    {
        Demand(State != IssueState.Withdrawn, "issue-closed");
        Demand(FatalAt is null, "fatal-once");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        FatalAt = now;
        Log(IssueEventKind.MarkedFatal, now, by.Name, reason.Trim());
        Touch(now);
    }

    /// <summary>What is withdrawn or cancelled was no breach.</summary>
    private void LiftFatalWithIssue(DateTimeOffset now) => FatalLiftedAt = IsFatal ? now : FatalLiftedAt;

    /// <summary>The mark was wrong. It cannot be set again, so that a month that was counted in between can be counted once more.</summary>
    public void LiftFatal(Author by, string reason, DateTimeOffset now)
    {
        Demand(IsFatal, "fatal-once");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        FatalLiftedAt = now;
        Log(IssueEventKind.FatalLifted, now, by.Name, reason.Trim());
        Touch(now);
    }
}
