using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Feed;

/// <summary>Vendors and outlets by name, and those for which the caller may make a key.</summary>
public sealed class KeyParties(Dictionary<VendorId, string> vendors, Dictionary<OutletId, string> outlets)
{
    public static async Task<KeyParties> ReadAsync(AppDb db, CancellationToken cancel) => new(
        await db.Vendors.AsNoTracking().Where(v => !v.Unassigned).ToDictionaryAsync(v => v.Id, v => $"{v.Code} {v.Name}", cancel),
        await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => $"{o.Code} {o.Name}", cancel));

    public IEnumerable<(string Value, string Name)> Vendors =>
        vendors.Select(v => (Value(v.Key.Value, "vendor"), v.Value)).OrderBy(v => v.Item2, StringComparer.Ordinal);

    public IEnumerable<(string Value, string Name)> Outlets =>
        outlets.Select(o => (Value(o.Key.Value, "outlet"), o.Value)).OrderBy(o => o.Item2, StringComparer.Ordinal);

    public string Of(VendorId? vendor, OutletId? outlet) =>
        (vendor is { } v ? vendors.GetValueOrDefault(v) : outlet is { } o ? outlets.GetValueOrDefault(o) : null) ?? Text.None;

    /// <summary>Headquarters choose; everyone else makes keys for the own party alone. Null for what may not be chosen.</summary>
    public PartyKey? Choose(CurrentUser user, string? value)
    {
        if (user.Role != Role.Headquarters)
        {
            return new PartyKey(Outlet: user.Member.OutletId, Vendor: user.Member.VendorId);
        }

        if (value?.Split(':') is not [var kind, var text] || !Guid.TryParse(text, out var id))
        {
            return null;
        }

        return kind == "vendor" && vendors.ContainsKey(new VendorId(id)) ? new PartyKey(Vendor: new VendorId(id))
            : kind == "outlet" && outlets.ContainsKey(new OutletId(id)) ? new PartyKey(Outlet: new OutletId(id))
            : null;
    }

    private static string Value(Guid id, string kind) => $"{kind}:{id}";
}
