using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Scorecards;

/// <summary>Metrics that are obligations met / obligations due.</summary>
public static class ObligationMetrics
{
    private static readonly Dictionary<string, ObligationKind[]> Kinds = new()
    {
        ["IAK"] = [ObligationKind.Acknowledge],
        ["IFR"] = [ObligationKind.FirstResponse, ObligationKind.NextUpdate, ObligationKind.Contain],
        ["IRS"] = [ObligationKind.Resolve],
        ["CMP7"] = [ObligationKind.CustomerTold],
        ["EMG30"] = [ObligationKind.EmergencyReport],
        ["BKF"] = [ObligationKind.FillVacancy],
        ["FLT30"] = [ObligationKind.FaultReport],
        ["CAP"] = [ObligationKind.CorrectiveAction],
        ["RPT"] = [ObligationKind.DeliverReport],
    };

    /// <summary>The kinds of obligation behind a metric; empty if it does not count obligations.</summary>
    public static IReadOnlyList<ObligationKind> KindsOf(string code) => Kinds.GetValueOrDefault(code) ?? [];

    /// <summary>The obligations behind a metric, counted and excluded ones; the facts that a figure opens.</summary>
    public static IEnumerable<ObligationFact> FactsOf(string code, IEnumerable<ObligationFact> facts)
    {
        var kinds = KindsOf(code);
        return facts.Where(f => kinds.Contains(f.Kind));
    }

    internal static Ratio? Read(string code, IReadOnlyList<ObligationFact> facts)
    {
        if (KindsOf(code).Count == 0)
        {
            return null;
        }

        var counted = FactsOf(code, facts).Where(f => f.Counted).ToList();
        return new Ratio(counted.Count(f => f.Met), counted.Count);
    }
}
