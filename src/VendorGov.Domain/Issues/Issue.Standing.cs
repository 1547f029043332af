using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>Where an issue stands in lists of open work; smaller comes first. Customers of tier A come first within late, running and idle.</summary>
public static class IssueRank
{
    /// <summary>Of a database that is older than this column, until the next sweep.</summary>
    public const int Unknown = 0;

    public const int LateFirst = 1;
    public const int Late = 2;
    public const int RunningFirst = 3;
    public const int Running = 4;
    public const int IdleFirst = 5;
    public const int Idle = 6;

    /// <summary>Closed or withdrawn.</summary>
    public const int Over = 9;
}

/// <summary>
/// What lists sort and count by, kept beside the issue: derived from its state and clocks, so that a list of a million issues reads one page of an
/// index and not the clocks of all. Set in memory for a new issue, by one statement in the same transaction for one that changes (AppDb).
/// </summary>
public sealed partial class Issue
{
    /// <summary>One of <see cref="IssueRank"/>.</summary>
    public int Rank { get; private set; }

    /// <summary>The due instant of the clock that is due first among those that run or are late; null where none is.</summary>
    public DateTimeOffset? NearestDueAt { get; private set; }

    /// <summary>A pause was asked for and not answered yet.</summary>
    public bool AwaitsAnswer { get; private set; }

    /// <summary>For an issue with all its obligations loaded.</summary>
    public void Stand()
    {
        var due = _obligations.Where(o => o.State is ClockState.Running or ClockState.Breached && o.DueAt is not null).ToList();
        var first = CustomerTier == Issues.CustomerTier.A;
        Rank = !IsOpen ? IssueRank.Over
            : due.Any(o => o.State == ClockState.Breached) ? first ? IssueRank.LateFirst : IssueRank.Late
            : due.Count > 0 ? first ? IssueRank.RunningFirst : IssueRank.Running
            : first ? IssueRank.IdleFirst : IssueRank.Idle;
        NearestDueAt = due.Min(o => o.DueAt);
        AwaitsAnswer = _obligations.Exists(o => o.Provisional);
    }
}
