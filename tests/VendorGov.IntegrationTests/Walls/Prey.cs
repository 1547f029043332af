using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>Who walks, and which rows that person must never reach.</summary>
internal sealed record Walker(string Name, Person Person, bool SameTenant);

internal static class Prey
{
    /// <summary>Everyone who has no business with what belongs to the first vendor and the first two outlets.</summary>
    public static List<Walker> Walkers(Networks networks)
    {
        var (own, foreign) = (networks.Own, networks.Foreign);
        List<Walker> walkers = [.. foreign.People.Where(p => IsOfFirstParty(p, foreign)).Select(p => new Walker($"foreign {p.Role}", p, false))];
        walkers.Add(new Walker("platform administrator", networks.Platform, false));
        walkers.AddRange(new[]
        {
            own.At(Role.VendorManager, own.Vendors[1]), own.At(Role.VendorAgentLead, own.Vendors[1]),
            own.At(Role.OutletManager, own.Outlets[2]), own.At(Role.OutletReviewer, own.Outlets[2]),
            own.At(Role.RegionalManager, own.Regions[1]),
        }.Select(p => new Walker($"other {p.Role}", p, true)));
        return walkers;
    }

    /// <summary>Ids of the first network's rows, by table; of the first vendor's and its outlets' rows for walkers of the same tenant.</summary>
    public static ILookup<string, string> Ids(IEnumerable<DatabaseContent.Row> rows, Network own, bool sameTenant)
    {
        var vendor = Text(own.Vendors[0].Id.Value);
        var outlets = own.Outlets.Take(2).Select(o => Text(o.Id.Value)).ToHashSet();
        return rows.Where(r => !sameTenant || BelongsToFirstParty(r, vendor, outlets))
            .SelectMany(r => new[] { "Id", "UserId" }.Where(r.Cells.ContainsKey).Select(c => (Table: $"{r.Table}.{c}", Id: r.Cells[c])))
            .Where(x => Guid.TryParse(x.Id, out _)).Distinct()
            .ToLookup(x => x.Table, x => x.Id);
    }

    /// <summary>The rows that nobody of <see cref="Walkers"/> may change.</summary>
    public static List<DatabaseContent.Row> OfFirstParty(IEnumerable<DatabaseContent.Row> rows, Network own)
    {
        var vendor = Text(own.Vendors[0].Id.Value);
        var outlets = own.Outlets.Take(2).Select(o => Text(o.Id.Value)).ToHashSet();
        return rows.Where(r => BelongsToFirstParty(r, vendor, outlets)).ToList();
    }

    private static bool BelongsToFirstParty(DatabaseContent.Row row, string vendor, HashSet<string> outlets) =>
        row.Cells.GetValueOrDefault("VendorId") == vendor || outlets.Contains(row.Cells.GetValueOrDefault("OutletId", ""))
        || (row.Entity == typeof(Vendor) && row.Cells["Id"] == vendor) || (row.Entity == typeof(Outlet) && outlets.Contains(row.Cells["Id"]));

    private static bool IsOfFirstParty(Person person, Network network) =>
        person.Party.Outlet is { } outlet ? outlet == network.Outlets[0].Id
        : person.Party.Vendor is { } vendor ? vendor == network.Vendors[0].Id
        : person.Party.Region is not { } region || region == network.Regions[0].Id;

    private static string Text(Guid id) => id.ToString();
}
