using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>The rules of <c>vendor-report.json</c> (reconcile), in its order.</summary>
public enum ReconcileRule
{
    /// <summary>Complaints and emergencies, waybill by waybill.</summary>
    Cases,
    Tickets,
    Calls,
    Seconds,
    Csat,
    Headcount,

    /// <summary>The vendor's own quality results against the re-scoring of its outlets.</summary>
    Quality,
}

/// <summary>
/// How one rule came out: <paramref name="Within"/> of <paramref name="Fields"/> reconciled fields at so many outlets, none of them where the
/// contract was compared as a whole. Without any field
/// nothing was observed to compare with, which counts neither for nor against the vendor.
/// </summary>
public sealed record RuleVerdict(ReconcileRule Rule, Tolerance Tolerance, int Fields, int Within, int Outlets)
{
    public bool Compared => Fields > 0;

    /// <summary>Every rule, whether it could be applied or not.</summary>
    public static IReadOnlyList<RuleVerdict> Of(IReadOnlyList<ReconciliationLine> lines) =>
        [.. Enum.GetValues<ReconcileRule>().Select(rule =>
        {
            var own = lines.Where(l => Tolerances.RuleOf(l.Field) == rule).ToList();
            return new RuleVerdict(rule, Tolerances.Of(rule), own.Count, own.Count(l => l.Within), own.Select(l => l.Outlet).OfType<OutletId>().Distinct().Count());
        })];
}
