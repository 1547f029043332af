using VendorGov.Domain.Scorecards;

namespace VendorGov.Web.Features.Contracts;

/// <summary>The replay as a page shows it. <paramref name="Months"/> is null until one was asked for.</summary>
public sealed record WhatIfView(IReadOnlyList<Quarter> Quarters, Quarter? Chosen, IReadOnlyList<WhatIfMonth>? Months)
{
    /// <summary>The metrics of either side of a month, in the order of the scorecard; absent where a side has none.</summary>
    public static IEnumerable<(MetricResult? Agreed, MetricResult? Proposed)> Pairs(WhatIfMonth month) =>
        month.AsAgreed.Metrics.Concat(month.AsProposed.Metrics).Select(m => m.Code).Distinct()
            .OrderBy(c => MetricCatalogue.TryFind(c, out _) ? MetricCatalogue.OrderOf(c) : int.MaxValue)
            .Select(c => (month.AsAgreed.Metrics.FirstOrDefault(m => m.Code == c), month.AsProposed.Metrics.FirstOrDefault(m => m.Code == c)));
}
