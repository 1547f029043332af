using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>What a source other than the report says about one outlet, channel and local date; an unknown figure is absent.</summary>
public sealed record ObservedDay(
    Provenance Source, OutletId Outlet, Channel Channel, DateOnly Date, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>
/// A complaint or emergency that the portal saw in the month. <paramref name="Number"/> is the issue's; <paramref name="Waybills"/>
/// are compared without spaces and case; one of them in the report is enough.
/// </summary>
public sealed record ObservedCase(CaseKind Kind, OutletId Outlet, IssueId Issue, string Number, IReadOnlyList<string> Waybills);

/// <summary>
/// How many people a source other than the report saw at work in the whole of a month: presence tells by outlet, the portal's register of agents
/// for the contract as a whole (<paramref name="Outlet"/> null), whose agents serve all its outlets.
/// </summary>
public sealed record ObservedHeadcount(Provenance Source, OutletId? Outlet, int People);

/// <summary>Random evaluations of the buyer's side that were published, of contacts in the period, and how many of them passed.</summary>
public sealed record ObservedQuality(int Passed, int Scored)
{
    /// <summary>Fewer cannot tell five points: as many as a contract's month is sampled with at least.</summary>
    public const int Least = Inspections.SamplePlan.LeastPerContract;
}

/// <summary>Everything that the portal can hold against a report.</summary>
public sealed record Observation(
    IReadOnlyList<ObservedDay> Days, IReadOnlyList<ObservedCase> Cases, IReadOnlyList<ObservedHeadcount>? Headcounts = null,
    ObservedQuality? Quality = null);

/// <summary>The figures of one reported day.</summary>
public sealed record ReportedDay(OutletId Outlet, Channel Channel, DateOnly Date, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>Everyone who was employed for an outlet in the month: those at its start and those who joined.</summary>
public sealed record ReportedHeadcount(OutletId Outlet, decimal People);

/// <summary>A case of the report as far as it is compared.</summary>
public sealed record ReportedReference(CaseKind Kind, OutletId Outlet, string Waybill);
