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
    public const int LongestClause = 2000;

    [Required, Display(Name = "contracts.effectiveFrom")]
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>Number of the version that the form was drawn up from.</summary>
    public int BasedOn { get; set; }

    [StringLength(1000), Display(Name = "contracts.amendmentNote")]
    public string? Note { get; set; }

    [Required, Range(0, Contract.MostCharge), Display(Name = "contracts.charge")]
    public decimal? Charge { get; set; }

    public List<Channel> Channels { get; set; } = [];

    public ScoringMethod Scoring { get; set; }

    public bool UsePlaybookClocks { get; set; } = true;

    [Range(0, 100_000), Display(Name = "contracts.minimumFacts")]
    public int MinimumFacts { get; set; } = 30;

    public bool ReportDemanded { get; set; } = true;

    [Range(1, 20), Display(Name = "contracts.reportDay")]
    public int ReportDay { get; set; } = 5;

    [Required, RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]"), Display(Name = "contracts.reportTime")]
    public string ReportTime { get; set; } = "18:00";

    public bool WeeklyDemanded { get; set; }

    [Range(1, 20), Display(Name = "contracts.weeklyDay")]
    public int WeeklyDay { get; set; } = 5;

    [Required, RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]"), Display(Name = "contracts.weeklyTime")]
    public string WeeklyTime { get; set; } = "18:00";

    [Range(0, 100), Display(Name = "contracts.percentPerPoint")]
    public decimal PercentPerPoint { get; set; }

    [Range(0, 100), Display(Name = "contracts.monthlyCap")]
    public decimal MonthlyCap { get; set; }

    [Range(0, 100), Display(Name = "contracts.rollingCap")]
    public decimal RollingCap { get; set; }

    [Range(0, 10_000_000), Display(Name = "contracts.parcelValue")]
    public decimal ParcelValue { get; set; } = 1_000m;

    [StringLength(LongestClause), Display(Name = "contracts.clause.emergency")]
    public string? Emergency { get; set; }

    [StringLength(LongestClause), Display(Name = "contracts.clause.technicalSupport")]
    public string? TechnicalSupport { get; set; }

    [StringLength(LongestClause), Display(Name = "contracts.clause.brand")]
    public string? Brand { get; set; }

    [StringLength(LongestClause), Display(Name = "contracts.clause.training")]
    public string? Training { get; set; }

    [StringLength(LongestClause), Display(Name = "contracts.clause.replacement")]
    public string? Replacement { get; set; }

    public Guid? ServiceCalendar { get; set; }

    public Guid? OfficeCalendar { get; set; }

    public List<MetricLine> Metrics { get; set; } = [];

    /// <summary>Four severities times the five kinds of <see cref="TermsModel.Kinds"/>.</summary>
    public List<TargetLine> Clocks { get; set; } = [];

    public static TermsForm Of(Terms terms, Contract contract) => new()
    {
        Charge = Plain(terms.MonthlyCharge ?? contract.MonthlyCharge),
        Channels = [.. terms.Channels ?? contract.Channels],
        Scoring = terms.Scoring,
        UsePlaybookClocks = terms.UsePlaybookClocks,
        MinimumFacts = terms.MinimumFacts,
        ReportDemanded = terms.MonthlyReport is not null,
        ReportDay = terms.MonthlyReport?.WorkingDay ?? 5,
        ReportTime = terms.MonthlyReport?.LocalTime ?? "18:00",
        WeeklyDemanded = terms.WeeklyReport is not null,
        WeeklyDay = terms.WeeklyReport?.WorkingDay ?? 5,
        WeeklyTime = terms.WeeklyReport?.LocalTime ?? "18:00",
        PercentPerPoint = Plain(terms.Credits.PercentPerPoint),
        MonthlyCap = Plain(terms.Credits.MonthlyCapPercent),
        RollingCap = Plain(terms.Credits.RollingCapPercent),
        ParcelValue = Plain(terms.EmergencyParcelValue),
        Emergency = terms.Clauses?.Emergency,
        TechnicalSupport = terms.Clauses?.TechnicalSupport,
        Brand = terms.Clauses?.Brand,
        Training = terms.Clauses?.Training,
        Replacement = terms.Clauses?.Replacement,
        Metrics = [.. MetricCatalogue.All.Select(m => MetricLine.Of(m, terms.Metrics.FirstOrDefault(x => x.Code == m.Code)))],
        Clocks = [.. Enum.GetValues<Severity>().SelectMany(s => TermsModel.Kinds.Select(k => LineOf(terms.Severities.GetValueOrDefault(s)?.Of(k))))],
    };

    public Terms Build() => new(
        [.. Metrics.Where(m => m.Included).Select(m => m.Build())],
        Enum.GetValues<Severity>().Select((s, i) => (s, i)).ToDictionary(x => x.s, x => new SeverityTargets(
            Clock(x.i, 0), Clock(x.i, 1), Clock(x.i, 2), Clock(x.i, 3), Clock(x.i, 4))),
        Scoring,
        new CreditTerms(PercentPerPoint, MonthlyCap, RollingCap),
        ReportDemanded ? new ReportSchedule(ReportDay, ReportTime) : null,
        UsePlaybookClocks,
        MinimumFacts,
        Charge!.Value,
        [.. Channels.Distinct().Order()],
        Clauses(),
        ParcelValue,
        WeeklyDemanded ? new ReportSchedule(WeeklyDay, WeeklyTime) : null);

    public AgreedTerms Agreed() => new(
        Build(), EffectiveFrom!.Value, Domain.Tenancy.CalendarVersionId.From(ServiceCalendar!.Value), Domain.Tenancy.CalendarVersionId.From(OfficeCalendar!.Value));

    /// <summary>Without the zeros that the database's scale adds.</summary>
    internal static decimal Plain(decimal number) => number / 1.000000000000000000000000000000m;

    private ContractClauses? Clauses()
    {
        var clauses = new ContractClauses(Words(Emergency), Words(TechnicalSupport), Words(Brand), Words(Training), Words(Replacement));
        return clauses == new ContractClauses() ? null : clauses;
    }

    /// <summary>Browsers send line ends as CR LF; what was typed alike stays alike.</summary>
    private static string? Words(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);

    private static TargetLine LineOf(Target? target) =>
        target is null ? new TargetLine() : new TargetLine { Amount = target.Amount, Unit = TargetWords.Unit(target) };

    private Target? Clock(int severity, int kind)
    {
        var index = (severity * TermsModel.Kinds.Length) + kind;
        return index < Clocks.Count && Clocks[index].Amount is { } amount
            && TargetText.TryParse(string.Create(CultureInfo.InvariantCulture, $"{amount} {Clocks[index].Unit}"), out var target) ? target : null;
    }
}

public sealed class MetricLine
{
    public string Code { get; set; } = "";

    public bool Included { get; set; }

    [Range(-1_000_000, 1_000_000)]
    public decimal? Target { get; set; }

    [Range(-1_000_000, 1_000_000)]
    public decimal? Minimum { get; set; }

    [Range(0, 100)]
    public decimal? Weight { get; set; }

    /// <summary>Own edges of the points beyond the minimum; both or none.</summary>
    [Range(0, 1_000_000)]
    public decimal? Severe { get; set; }

    [Range(0, 1_000_000)]
    public decimal? BelowThreshold { get; set; }

    internal static MetricLine Of(MetricDefinition metric, MetricTerms? agreed) => new()
    {
        Code = metric.Code,
        Included = agreed is not null,
        Target = TermsForm.Plain(agreed?.Target ?? metric.Target),
        Minimum = TermsForm.Plain(agreed?.Minimum ?? metric.Minimum),
        Weight = TermsForm.Plain(agreed?.Weight ?? metric.Weight),
        Severe = agreed?.Edges is { } edges ? TermsForm.Plain(edges.Severe) : null,
        BelowThreshold = agreed?.Edges is { } e ? TermsForm.Plain(e.BelowThreshold) : null,
    };

    internal MetricTerms Build() => new(
        Code, Target!.Value, Minimum!.Value, Weight!.Value,
        Severe is { } severe && BelowThreshold is { } below ? new PointEdges(severe, below) : null);
}

public sealed class TargetLine
{
    [Range(1, 100_000)]
    public int? Amount { get; set; }

    public string Unit { get; set; } = "h";
}
