using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.UnitTests.Scorecards;

/// <summary>Inputs that the tests change in the one respect that they are about.</summary>
internal static class Given
{
    internal static readonly YearMonth March = new(2026, 3);

    internal static readonly ContractFacts Contract = new(
        "鹭程速递", "AY", "安语客服", "HT-2025-031", "客服外包", [], new HashSet<Channel>(Enum.GetValues<Channel>()),
        "Asia/Shanghai", 1, "08:00-22:00", "中国工作日", "CNY");

    internal static Terms Terms(params MetricTerms[] metrics) => DefaultTerms.Create() with { Metrics = metrics };

    internal static ScorecardInputs Inputs(
        Terms terms, IReadOnlyList<ObligationFact>? obligations = null, IReadOnlyList<ReportFact>? report = null) => new(
        Contract, terms, March, 1, 92_000m, obligations ?? [], report, ReportDemanded: true, OpenMinutes: 26_040,
        [], null, RollingYear.None with { Charges = 11 * 92_000m }, []);

    internal static ObligationFact Fact(ObligationKind kind, ClockState state, DateTimeOffset? due = null, int number = 0) => new(
        new Guid(number, 0, 0, new byte[8]), kind, $"WT-{number:0000}", null, null, null, null, null, null,
        new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), due, null, 3600, 0, state,
        Counted: true, Met: state == ClockState.Met, Excluded: null);

    /// <summary>So many obligations of a kind that are met, and so many missed.</summary>
    internal static IReadOnlyList<ObligationFact> Facts(ObligationKind kind, int met, int missed) =>
    [
        .. Enumerable.Range(0, met).Select(i => Fact(kind, ClockState.Met, number: i)),
        .. Enumerable.Range(met, missed).Select(i => Fact(kind, ClockState.Missed, number: i)),
    ];

    internal static ReportFact Day(int day, string channel, string outlet, params (string Field, decimal Value)[] figures) => new(
        "daily", new DateOnly(2026, 3, day), outlet, channel, figures.ToDictionary(f => f.Field, f => f.Value));

    internal static ReportFact Monthly(string outlet, params (string Field, decimal Value)[] figures) =>
        new("monthly", null, outlet, null, figures.ToDictionary(f => f.Field, f => f.Value));

    internal static MetricResult Metric(this ScorecardContent content, string code) => content.Metrics.Single(m => m.Code == code);
}
