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

/// <summary>The customer-service companies of the network.</summary>
[Permission(Permission.ViewNetwork)]
public sealed class VendorsModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayManage => user.Can(Permission.ManageNetwork);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await Rowed(found.OrderBy(v => v.Code).Skip(Paging.Skip).Take(Paging.Size)).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var rows = await Rowed(Found().OrderBy(v => v.Code)).ToListAsync(cancel);
        string[] heads = ["code", "name", "contact", "email", "contracts", "state"];
        var table = new TableContent("vendors", [.. heads.Select(h => new TableColumn(text[$"network.{h}"]))], rows.Select(r =>
            (IReadOnlyList<object?>)[r.Code, r.Name, r.Contact, r.Email, r.Contracts, text[r.Active ? "network.active" : "network.inactive"]]));
        return File(TableCsv.Render(table), "text/csv; charset=utf-8", "vendors.csv");
    }

    private IQueryable<Vendor> Found()
    {
        var q = Q?.Trim();
        var vendors = db.Vendors.AsNoTracking();
        return string.IsNullOrEmpty(q) ? vendors : vendors.Where(v => v.Code.Contains(q) || v.Name.Contains(q));
    }

    private IQueryable<Row> Rowed(IQueryable<Vendor> vendors) => vendors.Select(v => new Row(
        v.Id, v.Code, v.Name, v.ContactName, v.ContactEmail, db.Contracts.Count(c => c.VendorId == v.Id), v.Active, v.Unassigned));

    public sealed record Row(VendorId Id, string Code, string Name, string? Contact, string? Email, int Contracts, bool Active, bool Unassigned);
}
