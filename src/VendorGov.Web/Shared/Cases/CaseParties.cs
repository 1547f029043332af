using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Cases;

/// <summary>Vendors and outlets that the caller may see, by name: for filters, and for the rows of a list. Two queries.</summary>
public sealed class CaseParties
{
    public IReadOnlyList<(Guid Id, string Code, string Name)> Vendors { get; private init; } = [];

    public IReadOnlyList<(Guid Id, string Code, string Name)> Outlets { get; private init; } = [];

    private Dictionary<Guid, string> Names { get; init; } = [];

    public string Of(VendorId id) => Names.GetValueOrDefault(id.Value) ?? Text.None;

    public string Of(OutletId id) => Names.GetValueOrDefault(id.Value) ?? Text.None;

    public static async Task<CaseParties> LoadAsync(AppDb db, CancellationToken cancel)
    {
        var vendors = await db.Vendors.AsNoTracking().OrderBy(v => v.Name).Select(v => new { v.Id, v.Code, v.Name }).ToListAsync(cancel);
        var outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.Name).Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(cancel);
        return new CaseParties
        {
            Vendors = [.. vendors.Select(v => (v.Id.Value, v.Code, v.Name))],
            Outlets = [.. outlets.Select(o => (o.Id.Value, o.Code, o.Name))],
            Names = vendors.Select(v => (v.Id.Value, v.Name)).Concat(outlets.Select(o => (o.Id.Value, o.Name))).ToDictionary(x => x.Item1, x => x.Item2),
        };
    }
}

/// <summary>The common fields of a filter bar; the page's form stands around it.</summary>
public sealed record CaseFilterView(CaseFilter Filter, CaseParties Parties, string Hint);
