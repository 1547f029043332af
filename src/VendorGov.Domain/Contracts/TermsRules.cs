using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Contracts;

/// <summary>What every set of terms must satisfy before anyone can agree on it.</summary>
public static class TermsRules
{
    /// <summary>Throws <see cref="RuleViolationException"/> for the first thing that is not sound.</summary>
    public static void Demand(Terms terms)
    {
        var weights = terms.Metrics.Sum(m => m.Weight);
        if (weights != 100m)
        {
            throw new RuleViolationException("weights-not-100", weights);
        }

        if (terms.Metrics.GroupBy(m => m.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolationException("metric-twice", twice.Key);
        }

        foreach (var metric in terms.Metrics)
        {
            Demand(metric);
        }

        DemandReports(terms);
        DemandMoney(terms);
    }

    /// <summary>Distances beyond the minimum: severe before below threshold, both above 0.</summary>
    public static bool InOrder(PointEdges? edges) => edges is null || (edges.Severe > 0 && edges.BelowThreshold > edges.Severe);

    private static void Demand(MetricTerms metric)
    {
        if (metric.Weight <= 0)
        {
            throw new RuleViolationException("metric-without-weight", metric.Code);
        }

        if (MetricCatalogue.TryFind(metric.Code, out var known)
            && (known.Direction == MetricDirection.Up ? metric.Minimum > metric.Target : metric.Minimum < metric.Target))
        {
            throw new RuleViolationException("minimum-beyond-target", metric.Code);
        }

        if (!InOrder(metric.Edges))
        {
            throw new RuleViolationException("edges-out-of-order", metric.Code);
        }
    }

    /// <summary>The monthly report feeds the metrics, so a weekly one stands beside it and never alone.</summary>
    private static void DemandReports(Terms terms)
    {
        if (terms is { WeeklyReport: not null, MonthlyReport: null })
        {
            throw new RuleViolationException("weekly-without-monthly");
        }

        foreach (var schedule in new[] { terms.MonthlyReport, terms.WeeklyReport }.OfType<ReportSchedule>())
        {
            if (schedule.WorkingDay is < 1 or > 20 || !TimeOnly.TryParse(schedule.LocalTime, out _))
            {
                throw new RuleViolationException("report-schedule", schedule.WorkingDay, schedule.LocalTime);
            }
        }
    }

    private static void DemandMoney(Terms terms)
    {
        Contract.DemandCharge(terms.MonthlyCharge);
        Contract.DemandCharge(terms.EmergencyParcelValue);

        decimal[] shares = [terms.Credits.PercentPerPoint, terms.Credits.MonthlyCapPercent, terms.Credits.RollingCapPercent];
        if (shares.Any(s => s is < 0 or > 100))
        {
            throw new RuleViolationException("credit-out-of-range");
        }
    }
}
