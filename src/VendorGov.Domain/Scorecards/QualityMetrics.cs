using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Scorecards;

/// <summary>
/// QAP, FATAL and BRD by the network's own inspections: one row per evaluation that counts, without names. A targeted evaluation whose fatal item
/// caps the grade stands among them with <see cref="Breach"/> alone.
/// </summary>
public static class QualityMetrics
{
    public const string Sheet = "quality";
    public const string Sampled = "qa_sampled";
    public const string Breach = "qa_breach";

    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["QAP"] = ["qa_passed", Sampled],
        ["FATAL"] = ["qa_fatal", Sampled],
        ["BRD"] = ["brand_full", "brand_scored"],
    };

    public static IReadOnlyList<string> FieldsOf(string code) => Fields.GetValueOrDefault(code) ?? [];

    public static IReadOnlyList<ReportFact> RowsOf(string code, IEnumerable<ReportFact> rows) =>
        Fields.TryGetValue(code, out var fields) ? [.. rows.Where(r => fields.All(r.Figures.ContainsKey))] : [];

    /// <summary>Random evaluations of the month itself: what a contract under the least borrowed from the months before is no fact of it.</summary>
    public static int SampledIn(YearMonth month, IEnumerable<ReportFact> rows) =>
        rows.Count(r => r.Figures.ContainsKey(Sampled) && r.Date is { } date && YearMonth.Of(date) == month);

    /// <summary>A fatal item that caps the grade, of any evaluation of a contact of the month.</summary>
    public static bool Breached(YearMonth month, IEnumerable<ReportFact> rows) =>
        rows.Any(r => r.Figures.GetValueOrDefault(Breach) > 0 && r.Date is { } date && YearMonth.Of(date) == month);

    /// <summary>Null where the month has no row that says anything about the metric.</summary>
    internal static Ratio? Read(string code, IEnumerable<ReportFact>? rows)
    {
        var own = RowsOf(code, rows ?? []);
        return own.Count == 0 ? null : new Ratio(own.Sum(r => r.Figures[Fields[code][0]]), own.Sum(r => r.Figures[Fields[code][1]]));
    }

    /// <summary>Whether a metric of the month rests on three months, as the month alone has too few.</summary>
    public static bool Borrowed(string code, string month, IEnumerable<ReportFact> rows) =>
        YearMonth.TryParse(month, out var own) && RowsOf(code, rows).Any(r => r.Date is { } date && YearMonth.Of(date) != own);
}
