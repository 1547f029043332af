using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Tables;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Network;

/// <summary>The outlets of the network with their regions.</summary>
[Permission(Permission.ViewNetwork)]
public sealed class IndexModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Regions { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || Region is not null;

    public bool MayManage => user.Can(Permission.ManageNetwork);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await Rowed(Sorted(found).Skip(Paging.Skip).Take(Paging.Size)).ToListAsync(cancel);
        var regions = await db.Regions.AsNoTracking().OrderBy(r => r.Name).Select(r => new { r.Id, r.Name }).ToListAsync(cancel);
        Regions = [.. regions.Select(r => (r.Id.Value, r.Name))];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var rows = await Rowed(Sorted(Found())).ToListAsync(cancel);
        string[] heads = ["code", "name", "region", "lead", "contracts", "state"];
        var table = new TableContent("outlets", [.. heads.Select(h => new TableColumn(text[$"network.{h}"]))], rows.Select(r =>
            (IReadOnlyList<object?>)[r.Code, r.Name, r.Region, r.Lead, r.Contracts, text[r.Active ? "network.active" : "network.inactive"]]));
        return File(TableCsv.Render(table), "text/csv; charset=utf-8", "outlets.csv");
    }

    private IQueryable<Outlet> Found()
    {
        var outlets = db.Outlets.AsNoTracking();
        if (Region is { } id)
        {
            var region = RegionId.From(id);
            outlets = outlets.Where(o => o.RegionId == region);
        }

        var q = Q?.Trim();
        return string.IsNullOrEmpty(q)
            ? outlets
            : outlets.Where(o => o.Code.Contains(q) || o.Name.Contains(q) || (o.LeadName != null && o.LeadName.Contains(q)));
    }

    private IQueryable<Outlet> Sorted(IQueryable<Outlet> outlets) => Sort switch
    {
        "-code" => outlets.OrderByDescending(o => o.Code),
        "name" => outlets.OrderBy(o => o.Name).ThenBy(o => o.Code),
        "-name" => outlets.OrderByDescending(o => o.Name).ThenBy(o => o.Code),
        _ => outlets.OrderBy(o => o.Code),
    };

    private IQueryable<Row> Rowed(IQueryable<Outlet> outlets) => outlets.Select(o => new Row(
        o.Id, o.Code, o.Name, db.Regions.Where(r => r.Id == o.RegionId).Select(r => r.Name).FirstOrDefault(), o.LeadName,
        db.ContractOutlets.Count(c => c.OutletId == o.Id), o.Active));

    public sealed record Row(OutletId Id, string Code, string Name, string? Region, string? Lead, int Contracts, bool Active);
}
