using System.Text.Json;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>
/// A row that could be read. <see cref="Figures"/> is by <see cref="ReportField.Index"/> of its sheet; null was blank.
/// </summary>
public sealed record CheckedRow(
    ReportSheet Sheet, int Row, ReportOutlet Outlet, DateOnly? Date, Channel? Channel, decimal?[] Figures)
{
    public decimal? this[string field] => Figures[Sheet[field].Index];

    /// <summary>By field name, without the blank ones.</summary>
    public IReadOnlyDictionary<string, decimal> ByName() => Sheet.Fields
        .Where(f => f.IsFigure && Figures[f.Index] is not null)
        .ToDictionary(f => f.Name, f => Figures[f.Index]!.Value);
}

/// <summary>
/// What the check of a file found. Counts are of all findings, the list holds the first
/// <see cref="ReportCheck.MaxFindings"/>. <paramref name="Rows"/> are to be stored only if the file is accepted.
/// </summary>
public sealed record ReportOutcome(
    IReadOnlyList<ReportFinding> Findings,
    int Rejects,
    int Explains,
    int Warns,
    int DailyRows,
    int MonthlyRows,
    IReadOnlyList<CheckedRow> Rows,
    string? GeneralReason = null,
    IReadOnlyList<ReportedCase>? Cases = null,
    bool HasCases = false)
{
    /// <summary>Among the reasons, the one for every finding without a reason of its own.</summary>
    public const string ForAll = "*";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The rows of the sheets cases and tickets.</summary>
    public IReadOnlyList<ReportedCase> StatedCases => Cases ?? [];

    public int RowCount => DailyRows + MonthlyRows;

    public bool MustBeCorrected => Rejects > 0;

    /// <summary>A finding beyond the list can only be covered by the general reason.</summary>
    public bool ReasonsOwed =>
        GeneralReason is null && (Explains > Findings.Count(f => f is { Level: FindingLevel.Explain, Explanation: not null }));

    /// <summary>Sum of each figure over all rows; a figure that no row has is absent.</summary>
    public IReadOnlyDictionary<string, decimal> Totals() => Rows
        .SelectMany(r => r.Sheet.Fields.Where(f => r.Figures[f.Index] is not null).Select(f => (f.Name, Value: r.Figures[f.Index]!.Value)))
        .GroupBy(f => f.Name)
        .ToDictionary(g => g.Key, g => g.Sum(f => f.Value));

    /// <summary>
    /// Adds the vendor's reasons, by <see cref="ReportFinding.Key"/> or <see cref="ForAll"/>; blank reasons are none.
    /// </summary>
    public ReportOutcome Explained(IReadOnlyDictionary<string, string> reasons)
    {
        var general = Reason(reasons, ForAll);
        return this with
        {
            GeneralReason = general,
            Findings = [.. Findings.Select(f => f.Level != FindingLevel.Explain ? f : f with { Explanation = Reason(reasons, f.Key) ?? general })],
        };
    }

    public string FindingsJson() => JsonSerializer.Serialize(Findings, Json);

    public static IReadOnlyList<ReportFinding> ParseFindings(string json) =>
        JsonSerializer.Deserialize<List<ReportFinding>>(json, Json) ?? [];

    private static string? Reason(IReadOnlyDictionary<string, string> reasons, string key) =>
        reasons.TryGetValue(key, out var reason) && !string.IsNullOrWhiteSpace(reason) ? reason.Trim() : null;
}
