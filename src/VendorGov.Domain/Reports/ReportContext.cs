using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>An outlet that the contract covers.</summary>
public sealed record ReportOutlet(OutletId Id, string Code, string Name);

/// <summary>How a figure of one outlet and channel ran in the 90 days before the month: mean and standard deviation over n days.</summary>
public readonly record struct FigureHistory(decimal Mean, decimal Deviation, int Days);

/// <summary>
/// What is known from earlier accepted reports of the contract. Opening tickets are compared by outlet and channel, headcount by
/// outlet. Keys hold outlet codes as the network writes them.
/// </summary>
public sealed record ReportHistory(
    IReadOnlyDictionary<(string Outlet, Channel Channel), decimal> OpenTickets,
    IReadOnlyDictionary<string, decimal> Headcount,
    IReadOnlyDictionary<(string Outlet, Channel Channel, string Field), FigureHistory> Figures)
{
    public static ReportHistory None { get; } = new(
        new Dictionary<(string, Channel), decimal>(),
        new Dictionary<string, decimal>(),
        new Dictionary<(string, Channel, string), FigureHistory>());
}

/// <summary>
/// What a file is checked against. <paramref name="Today"/> is the local date of the contract's time zone. No channel at all
/// means that the contract does not limit them.
/// </summary>
public sealed record ReportContext(
    string ContractNumber,
    YearMonth Month,
    DateOnly Today,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<ReportOutlet> Outlets,
    ReportHistory History)
{
    private readonly Dictionary<string, ReportOutlet> _outlets =
        Outlets.ToDictionary(o => CellText.Clean(o.Code), StringComparer.OrdinalIgnoreCase);

    /// <summary>The channels whose rows the report must have.</summary>
    public IReadOnlyList<Channel> Contracted { get; } = Channels.Count > 0 ? Channels : Enum.GetValues<Channel>();

    public ReportOutlet? FindOutlet(string code) => _outlets.GetValueOrDefault(CellText.Clean(code));

    /// <summary>The one outlet whose code is closest to <paramref name="code"/>, if it is at most two letters away.</summary>
    public ReportOutlet? Nearest(string code)
    {
        var clean = CellText.Clean(code).ToUpperInvariant();
        var near = Outlets
            .Select(o => (Outlet: o, Distance: Distance(clean, o.Code.ToUpperInvariant())))
            .OrderBy(o => o.Distance)
            .Take(2)
            .ToList();
        var clear = near.Count > 0 && near[0].Distance <= 2 && (near.Count == 1 || near[1].Distance > near[0].Distance);
        return clear ? near[0].Outlet : null;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
