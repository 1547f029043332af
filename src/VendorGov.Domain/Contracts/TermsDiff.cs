using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Contracts;

/// <summary>What a change of terms is about.</summary>
public enum TermsField
{
    EffectiveFrom,
    MonthlyCharge,
    Channels,
    ServiceCalendar,
    OfficeCalendar,
    Scoring,
    Metric,
    Target,
    Minimum,
    Weight,
    Edges,
    Clock,
    UsePlaybookClocks,
    MonthlyReport,
    WeeklyReport,
    PercentPerPoint,
    MonthlyCap,
    RollingCap,
    MinimumFacts,
    EmergencyParcelValue,
    EmergencyClause,
    TechnicalSupportClause,
    BrandClause,
    TrainingClause,
    ReplacementClause,
}

/// <summary>
/// One field that differs. Values have the type of the field; null is "not agreed". <paramref name="Metric"/> is the code of
/// a metric's field; <paramref name="Severity"/> and <paramref name="Kind"/> name a clock.
/// </summary>
public sealed record TermsChange(
    TermsField Field, object? Before, object? After, string? Metric = null, Severity? Severity = null, ObligationKind? Kind = null);

/// <summary>The difference between two sets of terms, field by field, in the order of the terms page.</summary>
public static class TermsDiff
{
    private static readonly ObligationKind[] Kinds =
        [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.NextUpdate, ObligationKind.Contain, ObligationKind.Resolve];

    public static IReadOnlyList<TermsChange> Of(AgreedTerms before, AgreedTerms after) =>
        [.. Head(before, after).Concat(Metrics(before.Terms, after.Terms)).Concat(Clocks(before.Terms, after.Terms))
            .Concat(Rest(before.Terms, after.Terms)).Where(c => !Equals(c.Before, c.After))];

    private static IEnumerable<TermsChange> Head(AgreedTerms before, AgreedTerms after)
    {
        var (b, a) = (before.Terms, after.Terms);
        yield return new(TermsField.EffectiveFrom, before.EffectiveFrom, after.EffectiveFrom);
        yield return new(TermsField.MonthlyCharge, b.MonthlyCharge, a.MonthlyCharge);
        var (old, fresh) = ((b.Channels ?? []).Order().ToList(), (a.Channels ?? []).Order().ToList());
        yield return new(TermsField.Channels, old, old.SequenceEqual(fresh) ? old : fresh);
        yield return new(TermsField.ServiceCalendar, before.ServiceCalendarId, after.ServiceCalendarId);
        yield return new(TermsField.OfficeCalendar, before.OfficeCalendarId, after.OfficeCalendarId);
        yield return new(TermsField.Scoring, b.Scoring, a.Scoring);
    }

    private static IEnumerable<TermsChange> Metrics(Terms before, Terms after)
    {
        foreach (var code in before.Metrics.Concat(after.Metrics).Select(m => m.Code).Distinct())
        {
            var (b, a) = (before.Metrics.FirstOrDefault(m => m.Code == code), after.Metrics.FirstOrDefault(m => m.Code == code));
            if (b is null || a is null)
            {
                yield return new(TermsField.Metric, b, a, code);
                continue;
            }

            yield return new(TermsField.Target, b.Target, a.Target, code);
            yield return new(TermsField.Minimum, b.Minimum, a.Minimum, code);
            yield return new(TermsField.Weight, b.Weight, a.Weight, code);
            yield return new(TermsField.Edges, b.Edges, a.Edges, code);
        }
    }

    private static IEnumerable<TermsChange> Clocks(Terms before, Terms after) =>
        from severity in Enum.GetValues<Severity>()
        from kind in Kinds
        select new TermsChange(
            TermsField.Clock, before.Severities.GetValueOrDefault(severity)?.Of(kind), after.Severities.GetValueOrDefault(severity)?.Of(kind),
            null, severity, kind);

    private static IEnumerable<TermsChange> Rest(Terms b, Terms a)
    {
        yield return new(TermsField.UsePlaybookClocks, b.UsePlaybookClocks, a.UsePlaybookClocks);
        yield return new(TermsField.MonthlyReport, b.MonthlyReport, a.MonthlyReport);
        yield return new(TermsField.WeeklyReport, b.WeeklyReport, a.WeeklyReport);
        yield return new(TermsField.PercentPerPoint, b.Credits.PercentPerPoint, a.Credits.PercentPerPoint);
        yield return new(TermsField.MonthlyCap, b.Credits.MonthlyCapPercent, a.Credits.MonthlyCapPercent);
        yield return new(TermsField.RollingCap, b.Credits.RollingCapPercent, a.Credits.RollingCapPercent);
        yield return new(TermsField.MinimumFacts, b.MinimumFacts, a.MinimumFacts);
        yield return new(TermsField.EmergencyParcelValue, b.EmergencyParcelValue, a.EmergencyParcelValue);
        yield return new(TermsField.EmergencyClause, b.Clauses?.Emergency, a.Clauses?.Emergency);
        yield return new(TermsField.TechnicalSupportClause, b.Clauses?.TechnicalSupport, a.Clauses?.TechnicalSupport);
        yield return new(TermsField.BrandClause, b.Clauses?.Brand, a.Clauses?.Brand);
        yield return new(TermsField.TrainingClause, b.Clauses?.Training, a.Clauses?.Training);
        yield return new(TermsField.ReplacementClause, b.Clauses?.Replacement, a.Clauses?.Replacement);
    }
}
