namespace VendorGov.Domain.Issues.History;

/// <summary>
/// Replays the rows of one incident. Rows run in order of event time, file order within a minute; identical rows count once.
/// The clocks start at the opened time of the first row; the first row whose state is not New acknowledges; waiting on the
/// buyer lasts until the next row in another state; entering Resolved or Closed resolves; a later row in another state reopens.
/// </summary>
public static class EventLogReplay
{
    /// <summary>Rows of one key, in file order.</summary>
    /// <exception cref="ArgumentException">No row.</exception>
    public static IncidentHistory Replay(IEnumerable<LogRow> rows)
    {
        var ordered = InOrder(rows);
        if (ordered.Count == 0) throw new ArgumentException("An incident has at least one row.", nameof(rows));
        var run = new Run(ordered[0].OpenedAt);
        foreach (var row in ordered) run.Enter(row.State, row.At);
        return new IncidentHistory(
            ordered[0].Key, Last(ordered, row => row.Title), Last(ordered, row => row.Vendor), Last(ordered, row => row.Outlet),
            ordered.FindLast(row => row.Severity is not null)?.Severity, ordered[0].OpenedAt, run.State, run.Steps);
    }

    /// <summary>Distinct rows by event time; rows of the same time, which logs keep to the minute, stay in file order.</summary>
    public static List<LogRow> InOrder(IEnumerable<LogRow> rows) =>
        [.. rows.DistinctBy(row => row.Fingerprint).OrderBy(row => row.At)];

    /// <summary>
    /// The rows of an incident that was imported before, joined with those of a new file. A file that repeats all known rows
    /// decides their order; one that brings only later rows is appended.
    /// </summary>
    public static IReadOnlyList<LogRow> Join(IReadOnlyList<LogRow> known, IReadOnlyList<LogRow> incoming)
    {
        var prints = incoming.Select(row => row.Fingerprint).ToHashSet();
        var superset = known.All(row => prints.Contains(row.Fingerprint));
        return InOrder(superset ? incoming : known.Concat(incoming));
    }

    private static string? Last(List<LogRow> rows, Func<LogRow, string?> part) =>
        rows.Select(part).LastOrDefault(value => value is not null);

    private sealed class Run(DateTimeOffset openedAt)
    {
        private bool acknowledged;
        private LogState now = LogState.New;

        public List<HistoryStep> Steps { get; } = [new(HistoryStepKind.Opened, openedAt)];

        public IssueState State => now switch
        {
            LogState.WaitingOnBuyer => IssueState.WaitingOnOutlet,
            LogState.Resolved => IssueState.Resolved,
            LogState.Closed => IssueState.Closed,
            _ => acknowledged ? IssueState.InProgress : IssueState.New,
        };

        public void Enter(LogState next, DateTimeOffset at)
        {
            if (next == now) return;
            if (!acknowledged) Add(HistoryStepKind.Acknowledged, at);
            acknowledged = true;
            if (now == LogState.WaitingOnBuyer) Add(HistoryStepKind.WaitingEnded, at);
            if (IsDone(next) && !IsDone(now)) Add(HistoryStepKind.Resolved, at);
            if (!IsDone(next) && IsDone(now)) Add(HistoryStepKind.Reopened, at);
            if (next == LogState.WaitingOnBuyer) Add(HistoryStepKind.WaitingStarted, at);
            if (next == LogState.Closed) Add(HistoryStepKind.Closed, at);
            now = next;
        }

        private static bool IsDone(LogState state) => state is LogState.Resolved or LogState.Closed;

        private void Add(HistoryStepKind kind, DateTimeOffset at) => Steps.Add(new(kind, at));
    }
}
