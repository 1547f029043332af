using System.ComponentModel.DataAnnotations;
using System.Globalization;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Web.Features.Contracts;

/// <summary>The fields of a terms version; lines in the order of the catalogue, clocks severity by severity.</summary>
public sealed class TermsForm
{
    [Required, Display(Name = "contracts.effectiveFrom")]
    public DateOnly? EffectiveFrom { get; set; }

    public ScoringMethod Scoring { get; set; }

    public bool UsePlaybookClocks { get; set; } = true;

    [Range(0, 100_000), Display(Name = "contracts.minimumFacts")]
    public int MinimumFacts { get; set; } = 30;

    public bool ReportDemanded { get; set; } = true;

    [Range(1, 20), Display(Name = "contracts.reportDay")]
    public int ReportDay { get; set; } = 5;

    [RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]"), Display(Name = "contracts.reportTime")]
    public string ReportTime { get; set; } = "18:00";

    [Range(0, 100), Display(Name = "contracts.percentPerPoint")]
    public decimal PercentPerPoint { get; set; }

    [Range(0, 100), Display(Name = "contracts.monthlyCap")]
    public decimal MonthlyCap { get; set; }

    [Range(0, 100), Display(Name = "contracts.rollingCap")]
    public decimal RollingCap { get; set; }

    public Guid? ServiceCalendar { get; set; }

    public Guid? OfficeCalendar { get; set; }

    public List<MetricLine> Metrics { get; set; } = [];

    /// <summary>Four severities times the five kinds of <see cref="TermsModel.Kinds"/>.</summary>
    public List<TargetLine> Clocks { get; set; } = [];

    public static TermsForm Of(Terms terms) => new()
    {
        Scoring = terms.Scoring,
        UsePlaybookClocks = terms.UsePlaybookClocks,
        MinimumFacts = terms.MinimumFacts,
        ReportDemanded = terms.MonthlyReport is not null,
        ReportDay = terms.MonthlyReport?.WorkingDay ?? 5,
        ReportTime = terms.MonthlyReport?.LocalTime ?? "18:00",
        PercentPerPoint = terms.Credits.PercentPerPoint,
        MonthlyCap = terms.Credits.MonthlyCapPercent,
        RollingCap = terms.Credits.RollingCapPercent,
        Metrics = [.. MetricCatalogue.All.Select(m => LineOf(m, terms))],
        Clocks = [.. Enum.GetValues<Severity>().SelectMany(s => TermsModel.Kinds.Select(k => LineOf(terms.Severities.GetValueOrDefault(s)?.Of(k))))],
    };

    /// <summary>The terms; own point edges of the version before stay with their metric.</summary>
    public Terms Build(Terms? before) => new(
        [.. Metrics.Where(m => m.Included).Select(m => new MetricTerms(
            m.Code, m.Target!.Value, m.Minimum!.Value, m.Weight!.Value, before?.Metrics.FirstOrDefault(x => x.Code == m.Code)?.Edges))],
        Enum.GetValues<Severity>().Select((s, i) => (s, i)).ToDictionary(x => x.s, x => new SeverityTargets(
            Clock(x.i, 0), Clock(x.i, 1), Clock(x.i, 2), Clock(x.i, 3), Clock(x.i, 4))),
        Scoring,
        new CreditTerms(PercentPerPoint, MonthlyCap, RollingCap),
        ReportDemanded ? new ReportSchedule(ReportDay, ReportTime) : null,
        UsePlaybookClocks,
        MinimumFacts);

    private static MetricLine LineOf(MetricDefinition metric, Terms terms)
    {
        var agreed = terms.Metrics.FirstOrDefault(m => m.Code == metric.Code);
        return new MetricLine
        {
            Code = metric.Code, Included = agreed is not null, Target = Plain(agreed?.Target ?? metric.Target),
            Minimum = Plain(agreed?.Minimum ?? metric.Minimum), Weight = Plain(agreed?.Weight ?? metric.Weight),
        };
    }

    private static TargetLine LineOf(Target? target) =>
        target is null ? new TargetLine() : new TargetLine { Amount = target.Amount, Unit = TargetWords.Unit(target) };

    private Target? Clock(int severity, int kind)
    {
        var index = (severity * TermsModel.Kinds.Length) + kind;
        return index < Clocks.Count && Clocks[index].Amount is { } amount
            && TargetText.TryParse(string.Create(CultureInfo.InvariantCulture, $"{amount} {Clocks[index].Unit}"), out var target) ? target : null;
    }

    /// <summary>Without the zeros that the database's scale adds.</summary>
    private static decimal Plain(decimal number) => number / 1.000000000000000000000000000000m;
}
