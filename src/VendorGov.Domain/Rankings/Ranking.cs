using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Rankings;

/// <summary>
/// A contract's month as a ranking reads it. <paramref name="HalfWidth"/> is that of its interval before clipping
/// (<see cref="ScorecardCalculator.CompositeHalfWidth"/>); <paramref name="NeverRanked"/> marks the party that stands for
/// "unassigned".
/// </summary>
public sealed record RankedContract(
    string VendorCode,
    string VendorName,
    string ContractNumber,
    decimal Charge,
    decimal? Score,
    bool GradeCapped,
    decimal HalfWidth,
    int FactCount,
    int MinimumFacts,
    decimal Credit = 0,
    bool NeverRanked = false);

/// <summary>Why a vendor has no place in a month.</summary>
public enum NotRankedReason
{
    /// <summary>No contract of the vendor has a grade: under half of the weight was scored.</summary>
    NotGraded,
    /// <summary>Fewer facts than the minimum.</summary>
    TooFewFacts,
    /// <summary>Not a vendor, but what nobody was named for.</summary>
    Unassigned,
}

/// <summary>
/// A vendor's place in a month. <paramref name="Rank"/> is null with a <paramref name="NotRanked"/> reason, and shared in a tie.
/// <paramref name="RankChange"/>: places gained (positive) or lost since the month before; null if it was not ranked then.
/// <paramref name="NoClearDifferenceAbove"/>: its interval overlaps that of the vendor ranked before it.
/// </summary>
public sealed record RankedVendor(
    string VendorCode,
    string VendorName,
    int? Rank,
    NotRankedReason? NotRanked,
    decimal? Score,
    Grade? Grade,
    ScoreInterval? Interval,
    decimal? HalfWidth,
    int FactCount,
    int MinimumFacts,
    decimal Credit,
    int? RankChange,
    decimal? ScoreChange,
    bool NoClearDifferenceAbove,
    IReadOnlyList<RankedContract> Contracts);
