using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues.History;

/// <summary>A change in an incident's life, as the thread of the issue shows it.</summary>
public enum HistoryStepKind
{
    Opened,
    Acknowledged,
    WaitingStarted,
    WaitingEnded,
    Resolved,
    Reopened,
    Closed,
}

/// <summary>One step; steps of the same instant stand in the order in which they took effect.</summary>
public readonly record struct HistoryStep(HistoryStepKind Kind, DateTimeOffset At);

/// <summary>What a clock is told at an instant.</summary>
public enum ClockCue
{
    Start,
    Pause,
    Resume,
    Stop,
    /// <summary>The same clock goes on; the time since the stop does not count.</summary>
    Reopen,
}

/// <summary>One event of a clock as read from a log; UTC.</summary>
public readonly record struct ClockMoment(ClockCue Cue, DateTimeOffset At);

/// <summary>
/// The life of one incident, replayed from its rows. <paramref name="Vendor"/> and <paramref name="Outlet"/> are null when no
/// row names one: the incident then belongs to the party <see cref="Unassigned"/>, which is never ranked.
/// <paramref name="Severity"/> is that of the last row that has one and holds for the clocks from the start.
/// </summary>
public sealed record IncidentHistory(
    string Key, string? Title, string? Vendor, string? Outlet, Severity? Severity,
    DateTimeOffset OpenedAt, IssueState State, IReadOnlyList<HistoryStep> Steps)
{
    /// <summary>Name of the vendor or outlet of incidents that name none.</summary>
    public const string Unassigned = "Unassigned";

    /// <summary>The events of one clock, in order. Only Acknowledge and Resolve can be read from a log.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Any other kind.</exception>
    public IReadOnlyList<ClockMoment> Clock(ObligationKind kind) => kind switch
    {
        ObligationKind.Acknowledge => [.. Steps.SelectMany(AcknowledgeCue)],
        ObligationKind.Resolve => [.. Steps.SelectMany(ResolveCue)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A log tells of Acknowledge and Resolve only."),
    };

    private static IEnumerable<ClockMoment> AcknowledgeCue(HistoryStep step) => step.Kind switch
    {
        HistoryStepKind.Opened => [new(ClockCue.Start, step.At)],
        HistoryStepKind.Acknowledged => [new(ClockCue.Stop, step.At)],
        _ => [],
    };

    private static IEnumerable<ClockMoment> ResolveCue(HistoryStep step) => step.Kind switch
    {
        HistoryStepKind.Opened => [new(ClockCue.Start, step.At)],
        HistoryStepKind.WaitingStarted => [new(ClockCue.Pause, step.At)],
        HistoryStepKind.WaitingEnded => [new(ClockCue.Resume, step.At)],
        HistoryStepKind.Resolved => [new(ClockCue.Stop, step.At)],
        HistoryStepKind.Reopened => [new(ClockCue.Reopen, step.At)],
        _ => [],
    };
}
