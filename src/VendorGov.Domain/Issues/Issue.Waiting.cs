using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>The vendor asks to wait for the outlet; the buyer's side answers (SLA semantics 2.4).</summary>
public sealed partial class Issue
{
    /// <summary>When the vendor asked for a pause that nobody answered yet; null where none is open.</summary>
    public DateTimeOffset? WaitAskedAt =>
        _obligations.Where(o => o.Kind == ObligationKind.Resolve).Select(o => o.AskedAt).FirstOrDefault(at => at is not null);

    /// <summary>The clock runs on until the answer; a miss in that time is provisional.</summary>
    public void AskToWait(Author by, string reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "vendor-acts");
        Demand(State is IssueState.New or IssueState.InProgress, "issue-not-in-progress");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        Demand(WaitAskedAt is null, "wait-asked-already");
        Each(ObligationKind.Resolve, o => o.Refresh(faces, now));
        Demand(_obligations.Any(o => o is { Kind: ObligationKind.Resolve, State: ClockState.Running }), "ask-after-miss");
        if (State == IssueState.New)
        {
            MarkAcknowledged(by, faces, now);
        }

        Each(ObligationKind.Resolve, o => o.AskPause(now, faces, now));
        Log(IssueEventKind.WaitAsked, now, by.Name, reason.Trim());
        Touch(now);
    }

    /// <summary>The pause counts from the time of the ask.</summary>
    public void ConfirmWait(Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(WaitAskedAt is not null, "wait-not-asked");
        State = IssueState.WaitingOnOutlet;
        Each(ObligationKind.Resolve, o => o.ConfirmPause(now, faces, now));
        Log(IssueEventKind.WaitStarted, now, by.Name, null);
        Touch(now);
    }

    public void RefuseWait(Author by, string reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(WaitAskedAt is not null, "wait-not-asked");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        EndAsk(faces, now);
        Log(IssueEventKind.WaitRefused, now, by.Name, reason.Trim());
        Touch(now);
    }

    /// <summary>Refuses an ask that is older than one working day; false where there is none.</summary>
    public bool LapseWait(ClockFaces faces, DateTimeOffset now)
    {
        if (WaitAskedAt is not { } asked || faces.Office.CloseOf(faces.Office.WorkingDayAfter(faces.Office.LocalDate(asked), 1)) >= now)
        {
            return false;
        }

        EndAsk(faces, now);
        Log(IssueEventKind.WaitLapsed, now, null, null);
        Touch(now);
        return true;
    }

    /// <summary>A miss that was provisional becomes final, and climbs.</summary>
    private void EndAsk(ClockFaces faces, DateTimeOffset now)
    {
        foreach (var asked in _obligations.Where(o => o.Provisional))
        {
            asked.RefusePause(now, faces, now);
            if (asked.State == ClockState.Breached)
            {
                Escalate(asked.Kind.ToString(), null, now);
            }
        }
    }
}
