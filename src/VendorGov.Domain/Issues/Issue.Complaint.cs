using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>How a customer was told the outcome.</summary>
public enum ToldHow
{
    Phone,
    Sms,
    Chat,
    Mail,
    Letter,
    InPerson,
}

/// <summary>
/// The customer was told: when (UTC), how, by whom, and what proves it. <paramref name="RecordedBy"/> wrote it down; null for what
/// was imported.
/// </summary>
public sealed record CustomerNotice(
    DateTimeOffset At, ToldHow How, string By, string Words, string? RecordedBy, DateTimeOffset RecordedAt);

/// <summary>Times of a complaint that was handled in another ledger; all UTC. Closed without resolved means resolved then.</summary>
public sealed record LedgerTimes(
    DateTimeOffset FiledAt, DateTimeOffset? AnsweredAt = null, DateTimeOffset? ResolvedAt = null, DateTimeOffset? ClosedAt = null)
{
    public DateTimeOffset? Resolution => ResolvedAt ?? ClosedAt;

    /// <summary>The name of the first time that cannot be, such as one before the filing or after <paramref name="now"/>; null: all can.</summary>
    public string? Impossible(DateTimeOffset now)
    {
        var last = DateTimeOffset.MinValue;
        foreach (var (name, at) in new[] { ("filed", (DateTimeOffset?)FiledAt), ("answered", AnsweredAt), ("resolved", ResolvedAt), ("closed", ClosedAt) })
        {
            if (at > now || at < last)
            {
                return name;
            }

            last = at ?? last;
        }

        return null;
    }
}

/// <summary>Complaints: the legal word to the customer, and history that comes from another ledger.</summary>
public sealed partial class Issue
{
    /// <summary>The name under which the ledger's import keeps its keys.</summary>
    public const string LedgerSource = "ledger";

    /// <summary>The law's 7 calendar days; never pauses, holidays do not extend it (SLA semantics 1.5).</summary>
    public static readonly Target LegalTarget = Target.CalendarDays(7);

    /// <summary>Null: nobody wrote down yet that the customer was told.</summary>
    public CustomerNotice? Notice { get; private set; }

    /// <summary>An issue of another type turns out to be a customer's complaint: the legal clock runs from its filing.</summary>
    public void BecomeComplaint(Author by, ClockFaces faces, DateTimeOffset now)
    {
        Demand(State != IssueState.Withdrawn, "issue-closed");
        if (_obligations.All(o => o.Kind != ObligationKind.CustomerTold))
        {
            Owe(ObligationKind.CustomerTold, LegalTarget, FiledAt, faces, now);
            Log(IssueEventKind.BecameComplaint, now, by.Name, null);
            Touch(now);
        }
    }

    /// <summary>
    /// A complaint that another ledger handled, or began to. Its times stand as they were; FirstResponse, Resolve and CustomerTold
    /// are owed from its filing and computed from them. A ledger knows no acknowledgement and no containment.
    /// </summary>
    public static Issue FromLedger(
        IssueReport report, string key, LedgerTimes times, CustomerNotice? notice, Contract contract, OutletId outlet,
        TermsVersion terms, ClockFaces faces, DateTimeOffset now)
    {
        Demand(times.Impossible(now) is null, "ledger-times");
        var issue = Create(report, contract, outlet, terms, Importer, times.FiledAt);
        (issue.Source, issue.ExternalKey) = (LedgerSource, key);
        foreach (var kind in new[] { ObligationKind.FirstResponse, ObligationKind.Resolve })
        {
            if (TargetOf(kind, report.Type, report.Severity, terms.Terms) is { } target)
            {
                issue.Owe(kind, target, times.FiledAt, faces, times.FiledAt);
            }
        }

        issue.Owe(ObligationKind.CustomerTold, LegalTarget, times.FiledAt, faces, times.FiledAt);
        issue.Log(IssueEventKind.Filed, times.FiledAt, null, null);
        issue.CatchUp(times, notice, faces, now);
        issue._obligations.ForEach(o => o.Refresh(faces, now));
        return issue;
    }

    /// <summary>Takes over what the other ledger has reached since; what stands already is left. False where nothing is new.</summary>
    public bool CatchUp(LedgerTimes times, CustomerNotice? notice, ClockFaces faces, DateTimeOffset now)
    {
        var before = _events.Count;
        if (times.AnsweredAt is { } answered && RespondedAt is null)
        {
            (AcknowledgedAt, RespondedAt) = (AcknowledgedAt ?? answered, answered);
            State = State == IssueState.New ? IssueState.InProgress : State;
            Each(ObligationKind.FirstResponse, o => o.Stop(answered, faces, answered));
            Reached(IssueEventKind.Acknowledged, answered, null);
        }

        if (notice is not null && Notice is null)
        {
            Told(notice, faces);
            Reached(IssueEventKind.CustomerTold, notice.At, notice.Words);
        }

        if (times.Resolution is { } resolved && ResolvedAt is null)
        {
            (State, ResolvedAt) = (IssueState.Resolved, resolved);
            StopForResolution(faces, resolved, resolved);
            Reached(IssueEventKind.Resolved, resolved, null);
        }

        if (times.ClosedAt is { } closed && ClosedAt is null)
        {
            (State, ClosedAt) = (IssueState.Closed, closed);
            Reached(IssueEventKind.Closed, closed, null);
        }

        _obligations.ForEach(o => o.Refresh(faces, now));
        return _events.Count > before;
    }

    /// <summary>A referral of a finding, or its answer, as a line of the thread.</summary>
    public void NoteReferral(IssueEventKind kind, Author by, DateTimeOffset now)
    {
        Log(kind, now, by.Name, null);
        Touch(now);
    }

    private void Told(CustomerNotice notice, ClockFaces faces)
    {
        Notice = notice;
        Each(ObligationKind.CustomerTold, o => o.Stop(notice.At, faces, notice.RecordedAt));
    }

    private void Reached(IssueEventKind kind, DateTimeOffset at, string? detail)
    {
        Log(kind, at, null, detail);
        UpdatedAt = at > UpdatedAt ? at : UpdatedAt;
    }
}
