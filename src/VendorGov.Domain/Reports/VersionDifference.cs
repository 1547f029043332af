using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>What a row is about; date and channel are null on the sheet <c>monthly</c>.</summary>
public readonly record struct ReportRowKey(string Sheet, string Outlet, DateOnly? Date, Channel? Channel);

/// <summary>A figure that two versions state differently; null was blank.</summary>
public sealed record ChangedFigure(ReportRowKey Key, string Field, decimal? Before, decimal? After)
{
    public decimal? Change => After - Before;
}

/// <summary>
/// Two versions of one report side by side: rows that came, rows that went, figures that changed; and of the findings how many were
/// mended, how many stayed and how many are new.
/// </summary>
public sealed record VersionDifference(
    IReadOnlyList<ReportRowKey> Added, IReadOnlyList<ReportRowKey> Removed, IReadOnlyList<ChangedFigure> Changed,
    int Mended, int Unmended, int NewFindings)
{
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    public static VersionDifference Between(
        IReadOnlyDictionary<ReportRowKey, IReadOnlyDictionary<string, decimal>> before,
        IReadOnlyDictionary<ReportRowKey, IReadOnlyDictionary<string, decimal>> after,
        IEnumerable<ReportFinding> findingsBefore, IEnumerable<ReportFinding> findingsAfter)
    {
        var (old, now) = (Rejected(findingsBefore), Rejected(findingsAfter));
        return new VersionDifference(
            [.. after.Keys.Where(k => !before.ContainsKey(k)).Order(ByPlace)],
            [.. before.Keys.Where(k => !after.ContainsKey(k)).Order(ByPlace)],
            [.. before.Keys.Where(after.ContainsKey).Order(ByPlace).SelectMany(k => Changes(k, before[k], after[k]))],
            old.Count(f => !now.Contains(f)), old.Count(now.Contains), now.Count(f => !old.Contains(f)));
    }

    private static readonly Comparer<ReportRowKey> ByPlace = Comparer<ReportRowKey>.Create((a, b) =>
        (a.Sheet, a.Date, a.Outlet, a.Channel).CompareTo((b.Sheet, b.Date, b.Outlet, b.Channel)));

    private static IEnumerable<ChangedFigure> Changes(
        ReportRowKey key, IReadOnlyDictionary<string, decimal> before, IReadOnlyDictionary<string, decimal> after)
    {
        foreach (var field in ReportSchema.Default.Of(key.Sheet).Fields.Where(f => f.IsFigure).Select(f => f.Name))
        {
            decimal? old = before.TryGetValue(field, out var b) ? b : null;
            decimal? now = after.TryGetValue(field, out var a) ? a : null;
            if (old != now)
            {
                yield return new ChangedFigure(key, field, old, now);
            }
        }
    }

    /// <summary>A finding is the same in the next version where place, column and rule are.</summary>
    private static HashSet<string> Rejected(IEnumerable<ReportFinding> findings) =>
        [.. findings.Where(f => f.Level == FindingLevel.Reject).Select(f => f.Key)];
}
