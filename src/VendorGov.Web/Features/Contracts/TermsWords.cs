using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>One line of a comparison as people read it.</summary>
public sealed record ChangeLine(string What, string Before, string After, bool Long);

/// <summary>Writes differences between terms in the reader's language.</summary>
public sealed class TermsWords(Text text, IReadOnlyDictionary<CalendarVersionId, string> calendars, string currency)
{
    private static readonly TermsField[] Clauses =
    [
        TermsField.EmergencyClause, TermsField.TechnicalSupportClause, TermsField.BrandClause, TermsField.TrainingClause,
        TermsField.ReplacementClause,
    ];

    public IReadOnlyList<ChangeLine> Lines(IEnumerable<TermsChange> changes) =>
        [.. changes.Select(c => new ChangeLine(LabelOf(c), ValueOf(c, c.Before), ValueOf(c, c.After), Clauses.Contains(c.Field)))];

    private string LabelOf(TermsChange change) => change switch
    {
        { Metric: { } code } => MetricCatalogue.TryFind(code, out var metric)
            ? $"{text.Pick(metric.Zh, metric.En)} · {text.Of(change.Field)}"
            : $"{code} · {text.Of(change.Field)}",
        { Severity: { } severity, Kind: { } kind } => $"{severity} · {text.Of(kind)}",
        _ => text.Of(change.Field),
    };

    private string ValueOf(TermsChange change, object? value) => value switch
    {
        null => text[change.Field == TermsField.Metric ? "contracts.notIncluded" : change.Field == TermsField.Edges ? "contracts.edgesUsual" : "contracts.notAgreed"],
        bool yes => text[yes ? "shared.yes" : "shared.no"],
        DateOnly date => text.Date(date),
        CalendarVersionId id => calendars.GetValueOrDefault(id, Text.None),
        IReadOnlyList<Channel> channels => string.Join(text.IsChinese ? "、" : ", ", channels.Select(c => text.Of(c))),
        MetricTerms m => text["contracts.metricIs", Measure(change, m.Target), Measure(change, m.Minimum), m.Weight],
        PointEdges edges => text["contracts.edgesAre", edges.Severe, edges.BelowThreshold],
        Target target => TargetWords.Of(text, target),
        ReportSchedule schedule => text[change.Field == TermsField.WeeklyReport ? "contracts.weeklyDue" : "contracts.reportDue", schedule.WorkingDay, schedule.LocalTime],
        Enum word => text.Of(word),
        decimal number => Amount(change, number),
        int count => text.Number(count),
        _ => value.ToString() ?? Text.None,
    };

    private string Amount(TermsChange change, decimal number) => change.Field switch
    {
        TermsField.MonthlyCharge or TermsField.EmergencyParcelValue => text.Money(number, currency),
        TermsField.PercentPerPoint or TermsField.MonthlyCap or TermsField.RollingCap => text.Percent(number, 4),
        TermsField.Target or TermsField.Minimum => Measure(change, number),
        _ => text.Number(number, 4),
    };

    private string Measure(TermsChange change, decimal number) =>
        change.Metric is { } code && MetricCatalogue.TryFind(code, out var metric) && metric.Unit == "%" ? text.Percent(number, 4) : text.Number(number, 4);
}
