using System.Globalization;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>
/// Holds a report against what was observed (vendor-report.json, reconcileRule): per field, outlet and channel over the period;
/// complaints and emergencies row by row on the waybill number; the vendor's own inspections, and heads where agents are entered in the portal,
/// over the whole contract, since a sample says nothing of one outlet and an agent serves several. Only what was observed is compared.
/// </summary>
public static class ReconciliationCalculator
{
    private const int MostFacts = 60;

    /// <summary>Shares that are compared in place of their two counts.</summary>
    private static readonly (string Field, string Part, string Whole)[] Rates =
        [(Tolerances.Csat, "satisfied", "responses")];

    /// <param name="days">The daily rows of the report.</param>
    /// <param name="cases">The rows of its sheet cases; null where it has none, as csv files: then the counts of the daily rows stand.</param>
    /// <param name="seen">What the portal and the feed know.</param>
    /// <param name="people">The sheet monthly, by outlet; null where the report has none, as a week's.</param>
    public static IReadOnlyList<ReconciliationLine> Compare(
        IReadOnlyList<ReportedDay> days, IReadOnlyList<ReportedReference>? cases, Observation seen,
        IReadOnlyList<ReportedHeadcount>? people = null) =>
    [
        .. cases is null ? CountCases(days, seen.Cases) : CompareCases(cases, seen.Cases), .. CompareDays(days, seen.Days),
        .. people is null ? [] : CompareHeadcounts(people, seen.Headcounts ?? []), .. CompareQuality(days, seen.Quality),
    ];

    /// <summary>Pass rates in percent; the counts behind them are the rows.</summary>
    private static IEnumerable<ReconciliationLine> CompareQuality(IReadOnlyList<ReportedDay> days, ObservedQuality? seen)
    {
        if (seen is null || seen.Scored < ObservedQuality.Least)
        {
            yield break;
        }

        var (passed, reviewed) = (days.Sum(d => d.Figures.GetValueOrDefault("qa_passed")), days.Sum(d => d.Figures.GetValueOrDefault("qa_reviewed")));
        decimal? reported = reviewed == 0 ? null : 100 * passed / reviewed;
        var (observed, tolerance) = (100m * seen.Passed / seen.Scored, Tolerances.Of(ReconcileRule.Quality));
        yield return new ReconciliationLine(
            Tolerances.Quality, null, null, Provenance.Portal, reported, observed, 0, tolerance, reported is { } value && tolerance.Allows(value, observed),
            [new ReconciliationFact("qa_reviewed", reviewed, seen.Scored), new ReconciliationFact("qa_passed", passed, seen.Passed)]);
    }

    private static IEnumerable<ReconciliationLine> CompareHeadcounts(
        IReadOnlyList<ReportedHeadcount> people, IReadOnlyList<ObservedHeadcount> seen)
    {
        var tolerance = Tolerances.Of(ReconcileRule.Headcount);
        foreach (var head in seen)
        {
            var own = people.Where(p => head.Outlet is null || p.Outlet == head.Outlet).ToList();
            decimal? reported = own.Count == 0 ? null : own.Sum(p => p.People);
            yield return new ReconciliationLine(
                Tolerances.Headcount, head.Outlet, null, head.Source, reported, head.People, 0, tolerance,
                reported is { } value && tolerance.Allows(value, head.People), []);
        }
    }

    /// <summary>Without a list of cases no fewer may be counted than the portal saw.</summary>
    private static IEnumerable<ReconciliationLine> CountCases(IReadOnlyList<ReportedDay> days, IReadOnlyList<ObservedCase> seen)
    {
        foreach (var group in seen.GroupBy(s => (s.Kind, s.Outlet)).OrderBy(g => g.Key.Kind))
        {
            var field = FieldOf(group.Key.Kind);
            var counted = days.Where(d => d.Outlet == group.Key.Outlet).Sum(d => d.Figures.GetValueOrDefault(field));
            yield return new ReconciliationLine(
                field, group.Key.Outlet, null, Provenance.Portal, counted, group.Count(), 0, Tolerances.Of(field)!.Value,
                counted >= group.Count(), []);
        }
    }

    private static string FieldOf(CaseKind kind) => kind == CaseKind.Complaint ? "complaints" : "emergencies";

    /// <summary>
    /// Every case that the portal saw must be in the report. A case that only the report knows is no breach: not every complaint
    /// becomes an issue.
    /// </summary>
    private static IEnumerable<ReconciliationLine> CompareCases(IReadOnlyList<ReportedReference> reported, IReadOnlyList<ObservedCase> seen)
    {
        foreach (var group in seen.GroupBy(s => (s.Kind, s.Outlet)).OrderBy(g => g.Key.Kind))
        {
            var own = reported.Where(r => r.Kind == group.Key.Kind && r.Outlet == group.Key.Outlet).Select(r => r.Waybill).ToHashSet();
            var missing = group.Where(s => !s.Waybills.Select(Normal).Any(own.Contains)).ToList();
            var field = FieldOf(group.Key.Kind);
            yield return new ReconciliationLine(
                field, group.Key.Outlet, null, Provenance.Portal, own.Count, group.Count(), 0, Tolerances.Of(field)!.Value, missing.Count == 0,
                [.. missing.Take(MostFacts).Select(m => new ReconciliationFact(string.Join(", ", m.Waybills), null, 1, m.Number, m.Issue.Value))]);
        }
    }

    private static IEnumerable<ReconciliationLine> CompareDays(IReadOnlyList<ReportedDay> reported, IReadOnlyList<ObservedDay> seen)
    {
        var stated = reported.ToDictionary(r => (r.Outlet, r.Channel, r.Date), r => r.Figures);
        foreach (var group in seen.GroupBy(s => (s.Source, s.Outlet, s.Channel)))
        {
            var pairs = group.OrderBy(s => s.Date)
                .Select(s => new Pair(s.Date, stated.GetValueOrDefault((s.Outlet, s.Channel, s.Date)), s.Figures)).ToList();
            var fields = group.SelectMany(s => s.Figures.Keys).Distinct().Where(f => Tolerances.Of(f) is not null);
            foreach (var field in fields.Order(StringComparer.Ordinal))
            {
                yield return Sum(field, group.Key, pairs);
            }

            foreach (var (field, part, whole) in Rates)
            {
                if (Rate(field, part, whole, group.Key, pairs) is { } rate)
                {
                    yield return rate;
                }
            }
        }
    }

    private static ReconciliationLine Sum(string field, (Provenance Source, OutletId Outlet, Channel Channel) of, List<Pair> pairs)
    {
        var known = pairs.Where(p => p.Observed.ContainsKey(field)).ToList();
        var stated = known.Where(p => p.Stated(field) is not null).ToList();
        decimal? reported = stated.Count == 0 ? null : stated.Sum(p => p.Stated(field)!.Value);
        var observed = known.Sum(p => p.Observed[field]);
        var tolerance = Tolerances.Of(field)!.Value;
        return new ReconciliationLine(
            field, of.Outlet, of.Channel, of.Source, reported, observed, stated.Count, tolerance,
            reported is { } value && tolerance.Allows(value, observed),
            [.. known.Where(p => p.Stated(field) != p.Observed[field]).Take(MostFacts)
                .Select(p => new ReconciliationFact(Day(p.Date), p.Stated(field), p.Observed[field]))]);
    }

    /// <summary>Such as the satisfied among those who answered, in percent, on both sides.</summary>
    private static ReconciliationLine? Rate(
        string field, string part, string whole, (Provenance Source, OutletId Outlet, Channel Channel) of, List<Pair> pairs)
    {
        var both = pairs.Where(p => p.Observed.ContainsKey(part) && p.Observed.ContainsKey(whole)).ToList();
        var (seen, seenAll) = (both.Sum(p => p.Observed[part]), both.Sum(p => p.Observed[whole]));
        if (seenAll == 0)
        {
            return null;
        }

        var (said, saidAll) = (both.Sum(p => p.Stated(part) ?? 0), both.Sum(p => p.Stated(whole) ?? 0));
        decimal? reported = saidAll == 0 ? null : 100 * said / saidAll;
        var tolerance = Tolerances.Of(field)!.Value;
        return new ReconciliationLine(
            field, of.Outlet, of.Channel, of.Source, reported, 100 * seen / seenAll, both.Count, tolerance,
            reported is { } value && tolerance.Allows(value, 100 * seen / seenAll), []);
    }

    private static string Normal(string waybill) => CellText.Clean(waybill).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Pair(DateOnly Date, IReadOnlyDictionary<string, decimal>? Reported, IReadOnlyDictionary<string, decimal> Observed)
    {
        public decimal? Stated(string field) => Reported?.TryGetValue(field, out var value) == true ? value : null;
    }
}
