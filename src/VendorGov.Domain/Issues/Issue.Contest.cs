using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>Why a vendor says that an issue should not stand.</summary>
public enum ContestGround
{
    NotOurs,
    Duplicate,
    NoEvidence,
}

/// <summary>Where a vendor's objection stands.</summary>
public enum ContestState
{
    None,
    AwaitsOutlet,
    AwaitsHeadquarters,
    /// <summary>Headquarters agreed with the vendor: the issue is cancelled.</summary>
    Upheld,
    Rejected,
}

/// <summary>A vendor's objection and what became of it; null is "not yet".</summary>
public sealed record Contest(ContestGround Ground, string Words, string ByName, DateTimeOffset At, DateTimeOffset AnswerDueAt)
{
    public bool? OutletAgrees { get; init; }

    public string? AnswerWords { get; init; }

    public string? AnsweredByName { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? DecisionWords { get; init; }

    public string? DecidedByName { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>Whose fault it was.</summary>
public enum Attribution
{
    Agent,
    Vendor,
    Outlet,
    Courier,
    Headquarters,
    System,
}

/// <summary>Contesting, attribution and waivers: what takes a clock off the vendor (requirements, section 1).</summary>
public sealed partial class Issue
{
    /// <summary>Working days in which the outlet answers.</summary>
    private const int AnswerDays = 2;

    public ContestState ContestState { get; private set; }

    public Contest? Contest { get; private set; }

    public Attribution? Attribution { get; private set; }

    public string? AttributionReason { get; private set; }

    /// <summary>Outlet, courier and headquarters are the buyer's side: what they caused is not the vendor's to contain or resolve.</summary>
    public static bool Waives(Attribution? whom) =>
        whom is Issues.Attribution.Outlet or Issues.Attribution.Courier or Issues.Attribution.Headquarters;

    /// <summary>Whether the vendor may still object: once, and within the target of the acknowledgement.</summary>
    public bool MayContest(DateTimeOffset now) => Contest is null && IsOpen && State != IssueState.Resolved && !PastAcknowledgement(now);

    public void ContestIssue(Author by, ContestGround ground, string words, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "vendor-acts");
        Demand(Contest is null, "contest-once");
        Demand(IsOpen && State != IssueState.Resolved, "issue-closed");
        Demand(!PastAcknowledgement(now), "contest-too-late");
        Demand(!string.IsNullOrWhiteSpace(words), "reason-missing");
        var due = faces.Office.CloseOf(faces.Office.WorkingDayAfter(faces.Office.LocalDate(now), AnswerDays));
        Contest = new Contest(ground, words.Trim(), by.Name, now, due);
        ContestState = ContestState.AwaitsOutlet;
        Log(IssueEventKind.Contested, now, by.Name, ground.ToString());
        Touch(now);
    }

    public void AnswerContest(Author by, bool agrees, string words, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(ContestState == ContestState.AwaitsOutlet, "contest-not-open");
        Demand(!string.IsNullOrWhiteSpace(words), "reason-missing");
        Contest = Contest! with { OutletAgrees = agrees, AnswerWords = words.Trim(), AnsweredByName = by.Name, AnsweredAt = now };
        ContestState = ContestState.AwaitsHeadquarters;
        Log(agrees ? IssueEventKind.ContestConceded : IssueEventKind.ContestDenied, now, by.Name, words.Trim());
        Touch(now);
    }

    /// <summary>Headquarters decides after the outlet's answer, or when the outlet let its days pass. Upheld, the issue is cancelled.</summary>
    public void DecideContest(Author by, bool upheld, string words, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(ContestState is ContestState.AwaitsOutlet or ContestState.AwaitsHeadquarters && IsOpen, "contest-not-open");
        Demand(ContestState == ContestState.AwaitsHeadquarters || now > Contest!.AnswerDueAt, "contest-awaits-outlet");
        Demand(!string.IsNullOrWhiteSpace(words), "reason-missing");
        Contest = Contest! with { DecisionWords = words.Trim(), DecidedByName = by.Name, DecidedAt = now };
        ContestState = upheld ? ContestState.Upheld : ContestState.Rejected;
        Log(upheld ? IssueEventKind.ContestUpheld : IssueEventKind.ContestRejected, now, by.Name, words.Trim());
        if (upheld)
        {
            State = IssueState.Withdrawn;
            ClosedAt = now;
            WithdrawnReason = words.Trim();
            _obligations.ForEach(o => o.Cancel(now, faces, now));
            LiftFatalWithIssue(now);
        }

        Touch(now);
    }

    /// <summary>
    /// Says whose fault it was. What the buyer's side caused waives the vendor's Contain and Resolve with that reason, never
    /// Acknowledge or FirstResponse; that cannot be taken back.
    /// </summary>
    public void Attribute(Author by, Attribution whom, string reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(State != IssueState.Withdrawn, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        Demand(!Waives(Attribution) || Waives(whom), "attribution-final");
        (Attribution, AttributionReason) = (whom, reason.Trim());
        if (Waives(whom))
        {
            foreach (var o in _obligations.Where(o => o.Kind is ObligationKind.Contain or ObligationKind.Resolve && MayBeWaived(o)))
            {
                o.Waive($"{whom}: {AttributionReason}", now, faces, now);
            }
        }

        Log(IssueEventKind.Attributed, now, by.Name, whom.ToString());
        Touch(now);
    }

    /// <summary>Either side asks headquarters to waive one clock.</summary>
    public ClockWaiver AskWaiver(Author by, Tenancy.ObligationId clock, string reason, DateTimeOffset now)
    {
        var obligation = _obligations.FirstOrDefault(o => o.Id == clock) ?? throw new RuleViolationException("clock-unknown");
        Demand(MayBeWaived(obligation), "clock-decided");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        Log(IssueEventKind.WaiverAsked, now, by.Name, obligation.Kind.ToString());
        Touch(now);
        return new ClockWaiver(this, obligation, by, reason.Trim(), now);
    }

    public void DecideWaiver(ClockWaiver waiver, Author by, bool approve, string words, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(!string.IsNullOrWhiteSpace(words), "reason-missing");
        var obligation = _obligations.FirstOrDefault(o => o.Id == waiver.ObligationId) ?? throw new RuleViolationException("clock-unknown");
        waiver.Decide(approve, by.Name, words.Trim(), now);
        if (approve && MayBeWaived(obligation))
        {
            obligation.Waive(waiver.Reason, now, faces, now);
        }

        Log(approve ? IssueEventKind.WaiverApproved : IssueEventKind.WaiverRefused, now, by.Name, obligation.Kind.ToString());
        Touch(now);
    }

    private static bool MayBeWaived(Obligation o) => o.IsOpen || o.State == ClockState.Missed;

    private bool PastAcknowledgement(DateTimeOffset now) =>
        _obligations.FirstOrDefault(o => o.Kind == ObligationKind.Acknowledge) is { DueAt: { } due } && now > due;
}
