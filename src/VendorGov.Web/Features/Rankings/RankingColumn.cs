using VendorGov.Domain.Contracts;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>A metric of one vendor: its contracts' facts together, against the target of the largest.</summary>
public sealed record PooledMetric(decimal Value, decimal Target, decimal Minimum, MetricDirection Direction, string Unit);

/// <summary>One metric beside the ranking.</summary>
public sealed record RankingColumn(
    string Code, string NameZh, string NameEn, string Unit, IReadOnlyDictionary<string, PooledMetric> ByVendor)
{
    public PooledMetric? Of(RankedVendor vendor) => ByVendor.GetValueOrDefault(vendor.VendorCode);

    /// <summary>So many metrics that carry the most weight among those that the month has figures for, in scorecard order.</summary>
    public static IReadOnlyList<RankingColumn> Of(Standing standing, int most) =>
        [.. standing.Cards
            .SelectMany(c => c.Summary.Metrics.Where(m => m.Value is not null).Select(m => (c.VendorCode, Metric: m)))
            .GroupBy(x => x.Metric.Code)
            .OrderByDescending(g => g.Sum(x => x.Metric.Weight))
            .ThenBy(g => MetricCatalogue.OrderOf(g.Key))
            .Take(most)
            .OrderBy(g => MetricCatalogue.OrderOf(g.Key))
            .Select(g => Column(g.Key, [.. g]))];

    private static RankingColumn Column(string code, IReadOnlyList<(string Vendor, MetricResult Metric)> cells)
    {
        var definition = MetricCatalogue.Find(code);
        var pooled = cells.GroupBy(c => c.Vendor).ToDictionary(g => g.Key, g => Pool(definition, [.. g.Select(c => c.Metric)]));
        return new RankingColumn(code, definition.Zh, definition.En, definition.Unit, pooled);
    }

    private static PooledMetric Pool(MetricDefinition definition, IReadOnlyList<MetricResult> metrics)
    {
        var largest = metrics.MaxBy(m => m.Denominator)!;
        var value = definition.Factor * metrics.Sum(m => m.Numerator!.Value) / metrics.Sum(m => m.Denominator!.Value);
        return new PooledMetric(value, largest.Target, largest.Minimum, definition.Direction, definition.Unit);
    }
}
