using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>Issues that come with their history from another system.</summary>
public sealed partial class Issue
{
    private static readonly Author Importer = new(null, "import", Side.Buyer);

    /// <summary>
    /// Opens an issue at its historic time and replays its steps; only Acknowledge and Resolve are owed.
    /// <paramref name="id"/> is that of the issue which this one replaces, when the log went on.
    /// </summary>
    public static Issue Import(
        IncidentHistory history, IssueReport report, string source, Contract contract, OutletId outlet,
        TermsVersion terms, ClockFaces faces, DateTimeOffset now, IssueId? id = null)
    {
        var issue = Create(report, contract, outlet, terms, Importer, history.OpenedAt);
        issue.Id = id ?? issue.Id;
        issue.Source = source;
        issue.ExternalKey = history.Key;
        foreach (var kind in new[] { ObligationKind.Acknowledge, ObligationKind.Resolve })
        {
            if (TargetOf(kind, report.Type, report.Severity, terms.Terms) is { } target)
            {
                issue.Owe(kind, target, history.OpenedAt, faces, history.OpenedAt);
            }
        }

        issue.Replay(history, faces, now);
        return issue;
    }

    private void Replay(IncidentHistory history, ClockFaces faces, DateTimeOffset now)
    {
        foreach (var step in history.Steps)
        {
            Take(step, faces);
            Log(EventOf(step.Kind), step.At, null, null);
            UpdatedAt = step.At;
        }

        State = history.State;
        _obligations.ForEach(o => o.Refresh(faces, now));
    }

    private void Take(HistoryStep step, ClockFaces faces)
    {
        var at = step.At;
        switch (step.Kind)
        {
            case HistoryStepKind.Acknowledged:
                AcknowledgedAt = at;
                Each(ObligationKind.Acknowledge, o => o.Stop(at, faces, at));
                break;
            case HistoryStepKind.WaitingStarted:
                Each(ObligationKind.Resolve, o => o.Pause(at, faces, at));
                break;
            case HistoryStepKind.WaitingEnded:
                Each(ObligationKind.Resolve, o => o.Resume(at, faces, at));
                break;
            case HistoryStepKind.Resolved:
                ResolvedAt = at;
                StopForResolution(faces, at, at);
                break;
            case HistoryStepKind.Reopened:
                (ResolvedAt, ClosedAt) = (null, null);
                Each(ObligationKind.Resolve, o => o.Reopen(at, faces, at));
                break;
            case HistoryStepKind.Closed:
                ClosedAt = at;
                break;
        }
    }

    private static IssueEventKind EventOf(HistoryStepKind kind) => kind switch
    {
        HistoryStepKind.Opened => IssueEventKind.Filed,
        HistoryStepKind.Acknowledged => IssueEventKind.Acknowledged,
        HistoryStepKind.WaitingStarted => IssueEventKind.WaitStarted,
        HistoryStepKind.WaitingEnded => IssueEventKind.WaitEnded,
        HistoryStepKind.Resolved => IssueEventKind.Resolved,
        HistoryStepKind.Reopened => IssueEventKind.Reopened,
        _ => IssueEventKind.Closed,
    };
}
