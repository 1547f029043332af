using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>A cell of the heat map: an outlet's own score with one vendor, and the scorecard that it comes from.</summary>
public sealed record HeatCell(decimal Score, int FactCount, Guid Scorecard)
{
    public string Css => Of(Score);

    public static string Of(decimal score) => score switch { >= 90 => "z5", >= 80 => "z4", >= 70 => "z3", >= 60 => "z2", _ => "z1" };
}

/// <summary>One outlet with all its vendors. <paramref name="Mean"/> is weighted by the facts of each cell.</summary>
public sealed record HeatRow(string Code, string Name, IReadOnlyList<HeatCell?> Cells)
{
    public int Facts => Cells.Sum(c => c?.FactCount ?? 0);

    public decimal Mean => Facts == 0
        ? Cells.OfType<HeatCell>().Average(c => c.Score)
        : Cells.OfType<HeatCell>().Sum(c => c.Score * c.FactCount) / Facts;
}

/// <summary>Outlets across, vendors down; the outlets with the most facts.</summary>
public sealed record OutletHeat(
    IReadOnlyList<(string Code, string Name)> Outlets, IReadOnlyList<(string Vendor, IReadOnlyList<HeatCell?> Cells)> Rows)
{
    private const int MostVendors = 30;

    /// <summary>Null where fewer than two outlets have facts enough to be compared.</summary>
    public static OutletHeat? Of(Standing standing, int most = 9)
    {
        var (vendors, rows) = Table(standing);
        var outlets = rows.OrderByDescending(r => r.Facts).ThenBy(r => r.Code, StringComparer.Ordinal).Take(most).ToList();
        if (outlets.Count < 2)
        {
            return null;
        }

        var lines = vendors.Take(MostVendors).Select((v, i) => (v.Name, Cells: (IReadOnlyList<HeatCell?>)[.. outlets.Select(o => o.Cells[i])]));
        return new OutletHeat([.. outlets.Select(o => (o.Code, o.Name))], [.. lines.Where(l => l.Cells.Any(c => c is not null))]);
    }

    /// <summary>Every outlet with a score, a cell for each vendor in the order of the ranking.</summary>
    public static (IReadOnlyList<(string Code, string Name)> Vendors, IReadOnlyList<HeatRow> Rows) Table(Standing standing)
    {
        var scores = standing.Cards.SelectMany(c => c.Summary.OutletScores.Select(o => (Card: c, Outlet: o))).ToList();
        var cells = scores.GroupBy(s => (s.Card.VendorCode, s.Outlet.OutletCode)).ToDictionary(g => g.Key, g => Cell([.. g]));
        var with = scores.Select(s => s.Card.VendorCode).ToHashSet();
        var vendors = standing.Vendors.Where(v => with.Contains(v.VendorCode)).Select(v => (v.VendorCode, v.VendorName)).ToList();
        return (vendors, [.. scores.GroupBy(s => s.Outlet.OutletCode).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new HeatRow(g.Key, g.First().Outlet.OutletName, [.. vendors.Select(v => cells.GetValueOrDefault((v.VendorCode, g.Key)))]))]);
    }

    // Several contracts of one vendor at one outlet: the one with the most facts speaks.
    private static HeatCell Cell(IReadOnlyList<(StandingCard Card, OutletScore Outlet)> scores)
    {
        var (card, outlet) = scores.MaxBy(s => s.Outlet.FactCount);
        return new HeatCell(outlet.Score, outlet.FactCount, card.Id.Value);
    }
}
