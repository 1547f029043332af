using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Analysis;

/// <summary>One local day of a metric: numerator and denominator as the scorecard counts them.</summary>
public sealed record MetricDay(DateOnly Date, decimal Numerator, decimal Denominator);

/// <summary>
/// What is known of a contract's month before its end, in the shape of a scorecard's facts: direct feed, rosters and presence, evaluations. Reports
/// come after the month.
/// </summary>
public sealed record MonthSoFar(
    YearMonth Month, Terms Terms, IReadOnlySet<Channel> Channels, IReadOnlyList<ReportFact> Feed, IReadOnlyList<ReportFact> Staff, IReadOnlyList<ReportFact> Quality);

/// <summary>Metrics day by day in the month that runs, by the formulas of the scorecard.</summary>
public static class MetricDays
{
    private static readonly ContractFacts Nobody = new("", "", "", "", "", [], new HashSet<Channel>(), "", 0, "", "", "");

    /// <summary>Whether the contract has a channel that the metric is about.</summary>
    public static bool Concerns(string code, IReadOnlySet<Channel> channels) => ReportMetrics.Contracted(code, channels);

    /// <summary>Days with data, oldest first, before <paramref name="today"/>: a day that runs says too little.</summary>
    public static IReadOnlyList<MetricDay> Of(MonthSoFar facts, MetricTerms terms, DateOnly today) =>
        [.. Dates(facts).Where(d => d < today && YearMonth.Of(d) == facts.Month).Order().Select(d => DayOf(facts, terms, d)).OfType<MetricDay>()];

    /// <summary>What evaluations say of the contacts of this month, and of those of the months before that a contract with few borrows.</summary>
    public static (MetricDay? Own, MetricDay? Before) OfEvaluations(MonthSoFar facts, string code)
    {
        var rows = QualityMetrics.RowsOf(code, facts.Quality).ToLookup(r => r.Date is { } date && YearMonth.Of(date) == facts.Month);
        return (Sum(rows[true]), Sum(rows[false]));

        MetricDay? Sum(IEnumerable<ReportFact> some) =>
            QualityMetrics.Read(code, some) is { } ratio ? new MetricDay(facts.Month.FirstDay, ratio.Numerator, ratio.Denominator) : null;
    }

    private static IEnumerable<DateOnly> Dates(MonthSoFar facts) =>
        facts.Feed.Concat(facts.Staff).Where(r => r.Date is not null).Select(r => r.Date!.Value).Distinct();

    // Fewer chat rounds than a month needs are no data of the month, but they are of a day.
    private static MetricDay? DayOf(MonthSoFar facts, MetricTerms terms, DateOnly date)
    {
        var inputs = new ScorecardInputs(
            Nobody with { Channels = facts.Channels }, facts.Terms, facts.Month, 1, 0, [], null, false, 0, [], null, RollingYear.None, [],
            FeedRows: On(facts.Feed), StaffRows: On(facts.Staff));
        return MetricCalculator.Calculate(terms, inputs) is { Status: MetricStatus.Scored or MetricStatus.NoData, Numerator: { } numerator, Denominator: > 0 and var denominator }
            ? new MetricDay(date, numerator, denominator) : null;

        List<ReportFact>? On(IReadOnlyList<ReportFact> rows) => rows.Where(r => r.Date == date).ToList() is { Count: > 0 } own ? own : null;
    }
}
