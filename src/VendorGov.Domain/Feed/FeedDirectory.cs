using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Feed;

/// <summary>
/// A contract as a sender may name it. <paramref name="Hours"/> are the service calendars of its terms versions with their first day,
/// oldest first.
/// </summary>
public sealed record FeedContract(
    ContractId Id, string Number, VendorId Vendor, IReadOnlySet<OutletId> Outlets, IReadOnlySet<Channel> Channels, DateOnly StartsOn,
    DateOnly? EndsOn, TimeZoneInfo Zone, IReadOnlyList<(DateOnly From, BusinessCalendar Calendar)> Hours)
{
    /// <summary>Whether the contract's service was open; a contract without terms is always open.</summary>
    public bool IsOpen(DateTimeOffset at, DateOnly date) =>
        Hours.Count == 0 || (Hours.LastOrDefault(h => h.From <= date).Calendar ?? Hours[0].Calendar).IsOpen(at);

    internal bool InForceOn(DateOnly date) => StartsOn <= date && !(EndsOn < date);
}

/// <summary>Where and when a row belongs: the outlet, the contract that covers it, and the contract's local date.</summary>
public sealed record FeedPlace(OutletId Outlet, FeedContract Contract, DateTimeOffset At, DateOnly Date);

/// <summary>
/// Resolves the codes that a sender writes. It knows nothing but what the sender's own party may see, so that a code of somebody else
/// is as unknown as one that does not exist.
/// </summary>
public sealed class FeedDirectory
{
    /// <summary>Clocks of senders may run ahead by this much.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, OutletId> _outlets;
    private readonly Dictionary<string, VendorId> _vendors;
    private readonly ILookup<OutletId, FeedContract> _byOutlet;
    private readonly Dictionary<string, ContractId> _contracts;

    public FeedDirectory(
        IEnumerable<(string Code, OutletId Id)> outlets, IEnumerable<(string Code, VendorId Id)> vendors, IReadOnlyList<FeedContract> contracts)
    {
        _outlets = ByCode(outlets);
        _vendors = ByCode(vendors);
        _contracts = ByCode(contracts.Select(c => (c.Number, c.Id)));
        _byOutlet = contracts.SelectMany(c => c.Outlets.Select(o => (Outlet: o, Contract: c))).ToLookup(x => x.Outlet, x => x.Contract);
    }

    /// <summary>Null where the line cannot be placed; the cells then hold the problem.</summary>
    internal FeedPlace? Find(FeedCells cells, string instantField, Channel? channel, DateTimeOffset now)
    {
        var (outletCode, number, vendorCode) = (cells.Text("outlet"), cells.Text("contract"), cells.Text("vendor"));
        var written = cells.Instant(instantField);
        if (outletCode is null || written is not { } instant || cells.Problem is not null)
        {
            return null;
        }

        if (!_outlets.TryGetValue(outletCode, out var outlet))
        {
            cells.Refuse("outlet", "unknown-outlet");
            return null;
        }

        var candidates = Named(cells, _byOutlet[outlet], number, vendorCode);
        var places = candidates.Select(c => Place(outlet, c, instant)).Where(p => p.Contract.InForceOn(p.Date)).ToList();
        return cells.Problem is null ? Only(cells, places, instantField, channel, now) : null;
    }

    /// <summary>Codes are compared as people write them; of two that then look alike the first one stands.</summary>
    private static Dictionary<string, T> ByCode<T>(IEnumerable<(string Code, T Id)> all) => all
        .DistinctBy(x => CellText.Clean(x.Code), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(x => CellText.Clean(x.Code), x => x.Id, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<FeedContract> Named(FeedCells cells, IEnumerable<FeedContract> contracts, string? number, string? vendorCode)
    {
        if (number is not null)
        {
            if (!_contracts.TryGetValue(number, out var id))
            {
                cells.Refuse("contract", "unknown-contract");
            }

            contracts = contracts.Where(c => c.Id == id);
        }

        if (vendorCode is not null)
        {
            if (!_vendors.TryGetValue(vendorCode, out var id))
            {
                cells.Refuse("vendor", "unknown-vendor");
            }

            contracts = contracts.Where(c => c.Vendor == id);
        }

        return contracts;
    }

    private static FeedPlace? Only(FeedCells cells, List<FeedPlace> places, string instantField, Channel? channel, DateTimeOffset now)
    {
        if (places.Count == 0)
        {
            cells.Refuse("outlet", "not-contracted");
            return null;
        }

        if (channel is { } one)
        {
            places.RemoveAll(p => !p.Contract.Channels.Contains(one));
            if (places.Count == 0)
            {
                cells.Refuse("outlet", "channel-not-contracted");
                return null;
            }
        }

        if (places.Count > 1)
        {
            cells.Refuse("contract", "contract-needed");
            return null;
        }

        if (places[0].At > now + Ahead)
        {
            cells.Refuse(instantField, "in-future");
            return null;
        }

        return places[0];
    }

    private static FeedPlace Place(OutletId outlet, FeedContract contract, WrittenInstant written)
    {
        var at = written.In(contract.Zone);
        return new FeedPlace(outlet, contract, at, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, contract.Zone).DateTime));
    }
}
