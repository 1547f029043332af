using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>What people do with an issue, and which clocks that moves (SLA semantics 2.5 to 2.8).</summary>
public sealed partial class Issue
{
    public void Acknowledge(Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "vendor-acts");
        Demand(State == IssueState.New, "issue-acknowledged");
        MarkAcknowledged(by, faces, now);
        Touch(now);
    }

    /// <summary>
    /// A public message or an internal note. The vendor's first public message acknowledges and responds; each later one
    /// answers what the outlet asked; an outlet's message after the first response asks for a next update.
    /// </summary>
    public IssueMessage Write(Author by, bool isInternal, string body, Terms terms, ClockFaces faces, DateTimeOffset now)
    {
        Demand(IsOpen || isInternal, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(body), "message-empty");
        var message = new IssueMessage(this, by, isInternal, body.Trim(), now);
        _messages.Add(message);
        if (!isInternal)
        {
            Answered(by, terms, faces, now);
        }

        Touch(now);
        return message;
    }

    /// <summary>The buyer's side lets the vendor wait for it: Resolve pauses. A vendor asks instead (<see cref="AskToWait"/>).</summary>
    public void WaitForOutlet(Author by, string reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(State is IssueState.New or IssueState.InProgress, "issue-not-in-progress");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        State = IssueState.WaitingOnOutlet;
        Each(ObligationKind.Resolve, o => o.Pause(now, faces, now));
        Log(IssueEventKind.WaitStarted, now, by.Name, reason.Trim());
        Touch(now);
    }

    public void EndWait(Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(State == IssueState.WaitingOnOutlet, "issue-not-waiting");
        State = IssueState.InProgress;
        Each(ObligationKind.Resolve, o => o.Resume(now, faces, now));
        Log(IssueEventKind.WaitEnded, now, by.Name, null);
        Touch(now);
    }

    /// <summary>The vendor states how the effect is contained.</summary>
    public void Contain(Author by, string statement, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Vendor, "vendor-acts");
        Demand(State is not IssueState.Resolved && IsOpen, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(statement), "reason-missing");
        if (State == IssueState.New)
        {
            MarkAcknowledged(by, faces, now);
        }

        Each(ObligationKind.Contain, o => o.Stop(now, faces, now));
        Log(IssueEventKind.Contained, now, by.Name, statement.Trim());
        Touch(now);
    }

    /// <summary>The customer was told, with proof (the legal 7 days). <paramref name="byWhom"/>: null is <paramref name="by"/>.</summary>
    public void TellCustomer(
        Author by, string proof, DateTimeOffset toldAt, ClockFaces faces, DateTimeOffset now, ToldHow how = ToldHow.Phone, string? byWhom = null)
    {
        // People tell the minute: the one in which the issue was filed does not lie before it.
        toldAt = toldAt < FiledAt && FiledAt - toldAt < TimeSpan.FromMinutes(1) ? FiledAt : toldAt;
        Demand(State != IssueState.Withdrawn, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(proof), "reason-missing");
        Demand(toldAt <= now && toldAt >= FiledAt, "told-time-impossible");
        Demand(_obligations.Any(o => o.Kind == ObligationKind.CustomerTold && o.IsOpen), "customer-told-not-owed");
        Told(new CustomerNotice(toldAt, how, string.IsNullOrWhiteSpace(byWhom) ? by.Name : byWhom.Trim(), proof.Trim(), by.Name, now), faces);
        Log(IssueEventKind.CustomerTold, toldAt, by.Name, proof.Trim());
        Touch(now);
    }

    /// <summary>Resolve stops itself and Acknowledge, FirstResponse, NextUpdate, Contain.</summary>
    public void Resolve(Author by, string solution, ClockFaces faces, DateTimeOffset now)
    {
        Demand(IsOpen && State != IssueState.Resolved, "issue-not-in-progress");
        Demand(!string.IsNullOrWhiteSpace(solution), "reason-missing");
        State = IssueState.Resolved;
        ResolvedAt = now;
        AcknowledgedAt ??= now;
        StopForResolution(faces, now, now);
        Log(IssueEventKind.Resolved, now, by.Name, solution.Trim());
        Touch(now);
    }

    /// <summary>Continues the clock of the resolution without the time spent resolved.</summary>
    public void Reopen(Author by, string reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(State is IssueState.Resolved or IssueState.Closed, "issue-not-resolved");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        State = IssueState.InProgress;
        ResolvedAt = null;
        ClosedAt = null;
        SilenceRemindedAt = null;
        Each(ObligationKind.Resolve, o => o.Reopen(now, faces, now));
        Log(IssueEventKind.Reopened, now, by.Name, reason.Trim());
        Touch(now);
    }

    /// <summary>The playbook's criteria are ticked, or overruled with <paramref name="overruleReason"/>.</summary>
    public void Close(Author by, DateTimeOffset now, string? overruleReason = null)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(State == IssueState.Resolved, "issue-not-resolved");
        SettleCriteria(by.Name, overruleReason, now);
        State = IssueState.Closed;
        ClosedAt = now;
        Log(IssueEventKind.Closed, now, by.Name, null);
        Touch(now);
    }

    /// <summary>The outlet takes the issue back: its open clocks are cancelled and listed.</summary>
    public void Withdraw(Author by, string reason, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(IsOpen && State != IssueState.Resolved, "issue-closed");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        State = IssueState.Withdrawn;
        ClosedAt = now;
        WithdrawnReason = reason.Trim();
        _obligations.ForEach(o => o.Cancel(now, faces, now));
        LiftFatalWithIssue(now);
        Log(IssueEventKind.Withdrawn, now, by.Name, WithdrawnReason);
        Touch(now);
    }

    /// <summary>Targets of the new severity apply to what is open; pauses are never dropped (2.8).</summary>
    public void ChangeSeverity(Author by, Severity severity, string reason, Terms terms, ClockFaces faces, DateTimeOffset now)
    {
        Demand(by.Side == Side.Buyer, "buyer-acts");
        Demand(IsOpen && State != IssueState.Resolved, "issue-closed");
        Demand(severity != Severity, "severity-unchanged");
        Demand(!string.IsNullOrWhiteSpace(reason), "reason-missing");
        var raised = severity < Severity;
        Severity = severity;
        foreach (var open in _obligations.Where(o => o.IsOpen).ToList())
        {
            if (TargetOf(open.Kind, ProblemType, severity, terms) is { } target)
            {
                open.Retarget(target, raised, now, faces, now);
            }
        }

        Log(IssueEventKind.SeverityChanged, now, by.Name, $"{severity}: {reason.Trim()}");
        Touch(now);
    }

    /// <summary>One level up, at most to L4.</summary>
    public void Escalate(string reason, string? byName, DateTimeOffset now)
    {
        EscalationLevel = Math.Min(4, EscalationLevel + 1);
        Log(IssueEventKind.Escalated, now, byName, reason);
        Touch(now);
    }

    private void Answered(Author by, Terms terms, ClockFaces faces, DateTimeOffset now)
    {
        if (by.Side == Side.Vendor)
        {
            if (State == IssueState.New)
            {
                MarkAcknowledged(by, faces, now);
            }

            RespondedAt ??= now;
            Each(ObligationKind.FirstResponse, o => o.Stop(now, faces, now));
            Each(ObligationKind.NextUpdate, o => o.Stop(now, faces, now));
        }
        else if (RespondedAt is not null && State != IssueState.Resolved
            && !_obligations.Any(o => o.Kind == ObligationKind.NextUpdate && o.IsOpen)
            && TargetOf(ObligationKind.NextUpdate, ProblemType, Severity, terms) is { } target)
        {
            Owe(ObligationKind.NextUpdate, target, now, faces, now);
        }
    }

    private void MarkAcknowledged(Author by, ClockFaces faces, DateTimeOffset at)
    {
        State = IssueState.InProgress;
        AcknowledgedAt ??= at;
        if (VendorContactId is null && by is { Side: Side.Vendor, User: { } person })
        {
            // Who takes it on answers for it until it is transferred.
            (VendorContactId, VendorContactName) = (person, by.Name);
        }

        Each(ObligationKind.Acknowledge, o => o.Stop(at, faces, at));
        Log(IssueEventKind.Acknowledged, at, by.Name, null);
    }

    private void StopForResolution(ClockFaces faces, DateTimeOffset at, DateTimeOffset now)
    {
        foreach (var o in _obligations.Where(o => o.Kind is ObligationKind.Acknowledge or ObligationKind.FirstResponse
            or ObligationKind.NextUpdate or ObligationKind.Contain or ObligationKind.Resolve))
        {
            o.Stop(at, faces, now);
        }
    }

    private void Each(ObligationKind kind, Action<Obligation> act) =>
        _obligations.Where(o => o.Kind == kind).ToList().ForEach(act);

    private void Touch(DateTimeOffset now) => UpdatedAt = now;

    private static void Demand(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
