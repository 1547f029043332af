namespace VendorGov.Domain.Scorecards;

/// <summary>
/// ACC: one row for each accepted report, outlet and channel, with how many of its reconciled fields lie within their tolerance. What is compared over
/// the whole contract has no outlet; the date is the last day of the report's period.
/// </summary>
public static class AccuracyMetrics
{
    public const string Code = "ACC";
    public const string Sheet = "accuracy";
    public const string Within = "fields_within";
    public const string Compared = "fields_compared";

    public static readonly IReadOnlyList<string> Fields = [Within, Compared];

    /// <summary>Null where no report was reconciled.</summary>
    internal static Ratio? Read(IReadOnlyList<ReportFact>? rows) =>
        rows is null ? null : new Ratio(rows.Sum(r => r.Figures[Within]), rows.Sum(r => r.Figures[Compared]));
}
