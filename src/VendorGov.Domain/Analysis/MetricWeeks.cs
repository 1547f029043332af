using VendorGov.Domain.Contracts;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Analysis;

/// <summary>A scorecard's facts with the terms that it was calculated by.</summary>
public sealed record ScoredMonth(ScorecardContent Content, Terms Terms);

/// <summary>A metric's week, which begins on <paramref name="Monday"/>: numerator and denominator as the scorecard counts them.</summary>
public sealed record MetricWeek(DateOnly Monday, decimal Numerator, decimal Denominator);

/// <summary>Metrics week by week, by the formulas of the scorecard over the facts that the scorecards hold.</summary>
public static class MetricWeeks
{
    /// <summary>
    /// Weeks with data, oldest first. An obligation belongs to the week of its due instant, a row to that of its date; what a month
    /// states as a whole (headcount) belongs to no week. A week over two months adds both up.
    /// </summary>
    public static IReadOnlyList<MetricWeek> Of(IEnumerable<ScoredMonth> months, string code) =>
        [.. months.SelectMany(m => Weeks(m, code)).GroupBy(w => w.Monday).OrderBy(g => g.Key)
            .Select(g => new MetricWeek(g.Key, g.Sum(w => w.Numerator), g.Sum(w => w.Denominator)))];

    private static IEnumerable<MetricWeek> Weeks(ScoredMonth month, string code)
    {
        var terms = month.Terms.Metrics.FirstOrDefault(m => m.Code == code);
        if (terms is null)
        {
            yield break;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(month.Content.TimeZone);
        var channels = (month.Terms.Channels ?? Enum.GetValues<Channel>()).ToHashSet();
        foreach (var monday in Mondays(month.Content, code, zone))
        {
            var inputs = ContentCut.Inputs(
                month.Content, month.Terms, channels, o => o.DueAt is { } due && Monday(Local(due, zone)) == monday, r => r.Date is { } date && Monday(date) == monday);
            var result = MetricCalculator.Calculate(terms, inputs);
            if (result is { Status: MetricStatus.Scored, Numerator: { } numerator, Denominator: > 0 and var denominator })
            {
                yield return new MetricWeek(monday, numerator, denominator);
            }
        }
    }

    private static IEnumerable<DateOnly> Mondays(ScorecardContent content, string code, TimeZoneInfo zone) =>
        ObligationMetrics.FactsOf(code, content.Obligations).Where(o => o is { Counted: true, DueAt: not null }).Select(o => Local(o.DueAt!.Value, zone))
            .Concat(content.ReportRows.Concat(content.FeedRows ?? []).Concat(content.StaffRows ?? []).Concat(content.QualityRows ?? [])
                .Where(r => r.Date is not null).Select(r => r.Date!.Value))
            .Select(Monday).Distinct().Order();

    public static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static DateOnly Local(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
