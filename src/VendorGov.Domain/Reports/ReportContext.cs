using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>An outlet that the contract covers.</summary>
public sealed record ReportOutlet(OutletId Id, string Code, string Name);

/// <summary>How a figure of one outlet and channel ran in the 90 days before the period: mean and standard deviation over n days.</summary>
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
/// <paramref name="Zone"/> is the wall clock of times in the file; null is UTC.
/// </summary>
public sealed record ReportContext(
    string ContractNumber,
    ReportPeriod Period,
    DateOnly Today,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<ReportOutlet> Outlets,
    ReportHistory History,
    TimeZoneInfo? Zone = null)
{
    /// <summary>The channels whose rows the report must have.</summary>
    public IReadOnlyList<Channel> Contracted => Channels.Count > 0 ? Channels : Enum.GetValues<Channel>();
}
