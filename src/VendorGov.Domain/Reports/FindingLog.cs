namespace VendorGov.Domain.Reports;

/// <summary>Counts all findings and keeps those of each level up to a limit, gravest first, in the order of the file.</summary>
internal sealed class FindingLog
{
    private readonly List<ReportFinding>[] _kept = [[], [], []];
    private readonly int[] _counts = new int[3];

    public int Count(FindingLevel level) => _counts[(int)level];

    public void Add(ReportFinding finding)
    {
        var level = (int)finding.Level;
        _counts[level]++;

        // Row 0 speaks of the whole sheet: it must not drown in its rows.
        if (_kept[level].Count < ReportCheck.MaxFindings || finding.Row == 0)
        {
            _kept[level].Add(finding);
        }
    }

    public void Reject(string sheet, int row, string? column, string? value, string rule, params string[] args) =>
        Add(new ReportFinding(FindingLevel.Reject, sheet, row, column, Short(value), rule, args));

    public void Explain(string sheet, int row, string? column, string? value, string rule, params string[] args) =>
        Add(new ReportFinding(FindingLevel.Explain, sheet, row, column, Short(value), rule, args));

    public void Warn(string sheet, int row, string? column, string? value, string rule, params string[] args) =>
        Add(new ReportFinding(FindingLevel.Warn, sheet, row, column, Short(value), rule, args));

    public IReadOnlyList<ReportFinding> ToList() =>
        [.. _kept.SelectMany(level => level.OrderBy(f => f.Sheet, StringComparer.Ordinal).ThenBy(f => f.Row))];

    private static string? Short(string? value) => value is { Length: > 60 } ? value[..60] + "…" : value;
}
