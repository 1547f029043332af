using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>A cell of the heat map: an outlet's own score with one vendor, and the scorecard that it comes from.</summary>
public sealed record HeatCell(decimal Score, int FactCount, Guid Scorecard)
{
    public string Css => Score switch { >= 90 => "z5", >= 80 => "z4", >= 70 => "z3", >= 60 => "z2", _ => "z1" };
}

/// <summary>Outlets across, vendors down; the outlets with the most facts.</summary>
public sealed record OutletHeat(
    IReadOnlyList<(string Code, string Name)> Outlets, IReadOnlyList<(string Vendor, IReadOnlyList<HeatCell?> Cells)> Rows)
{
    private const int Most = 9;
    private const int MostVendors = 30;

    /// <summary>Null where fewer than two outlets have facts enough to be compared.</summary>
    public static OutletHeat? Of(Standing standing)
    {
        var scores = standing.Cards
            .SelectMany(c => c.Summary.OutletScores.Select(o => (Card: c, Outlet: o)))
            .ToList();
        var outlets = scores.GroupBy(s => s.Outlet.OutletCode)
            .OrderByDescending(g => g.Sum(s => s.Outlet.FactCount)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(g => (g.Key, g.First().Outlet.OutletName))
            .ToList();
        if (outlets.Count < 2)
        {
            return null;
        }

        var cells = scores.GroupBy(s => (s.Card.VendorCode, s.Outlet.OutletCode)).ToDictionary(g => g.Key, g => Cell([.. g]));
        var rows = standing.Vendors.Take(MostVendors)
            .Select(v => (v.VendorName, Row(v.VendorCode)))
            .Where(r => r.Item2.Any(c => c is not null));
        return new OutletHeat(outlets, [.. rows]);

        IReadOnlyList<HeatCell?> Row(string vendor) => [.. outlets.Select(o => cells.GetValueOrDefault((vendor, o.Key)))];
    }

    // Several contracts of one vendor at one outlet: the one with the most facts speaks.
    private static HeatCell Cell(IReadOnlyList<(StandingCard Card, OutletScore Outlet)> scores)
    {
        var (card, outlet) = scores.MaxBy(s => s.Outlet.FactCount);
        return new HeatCell(outlet.Score, outlet.FactCount, card.Id.Value);
    }
}
