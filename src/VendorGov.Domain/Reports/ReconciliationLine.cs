using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>One row behind a line: a date or a waybill with what each side says; null says nothing.</summary>
public sealed record ReconciliationFact(string Key, decimal? Reported, decimal? Observed, string? Reference = null, Guid? Issue = null);

/// <summary>
/// One reconciled field of one outlet and channel over the report's period. <paramref name="Outlet"/> is null for what is compared over the
/// whole contract; <paramref name="Channel"/> is null for cases, headcount and quality, which are not told by channel. <paramref name="Reported"/> is null where the report says nothing. <paramref name="Days"/> is how
/// many days both sides know; the sums are of those. <paramref name="Facts"/> are the rows that differ.
/// </summary>
public sealed record ReconciliationLine(
    string Field, OutletId? Outlet, Channel? Channel, Provenance Source, decimal? Reported, decimal Observed, int Days,
    Tolerance Tolerance, bool Within, IReadOnlyList<ReconciliationFact> Facts)
{
    /// <summary>Compared row by row on the waybill number.</summary>
    public bool ByWaybill => Tolerances.RuleOf(Field) == ReconcileRule.Cases;

    /// <summary>Reported less observed; null where the report says nothing.</summary>
    public decimal? Difference => Reported - Observed;

    /// <summary>In percent of the observed figure; null where that is 0 or nothing was reported.</summary>
    public decimal? Percent => Observed == 0 ? null : 100 * Difference / Observed;
}
