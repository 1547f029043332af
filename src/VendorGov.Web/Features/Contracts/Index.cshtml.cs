using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Tables;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Contracts;

/// <summary>Contracts that the caller's walls show: all, those of a vendor, those that cover an outlet.</summary>
[Permission(Permission.ViewContracts)]
public sealed class IndexModel(AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Vendor { get; set; }

    /// <summary><c>current</c> (default), <c>ended</c> or <c>all</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string View { get; set; } = "current";

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Vendors { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || Vendor is not null || View != "current";

    public bool MayManage => user.Can(Permission.ManageContracts);

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await Sorted(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        var vendors = await db.Vendors.AsNoTracking().OrderBy(v => v.Name).Select(v => new { v.Id, v.Name }).ToListAsync(cancel);
        Vendors = [.. vendors.Select(v => (v.Id.Value, v.Name))];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var rows = await Sorted(Found()).ToListAsync(cancel);
        string[] heads = ["number", "title", "vendor", "starts", "ends", "outlets", "charge", "currency", "terms"];
        var table = new TableContent("contracts", [.. heads.Select(h => new TableColumn(text[$"contracts.{h}"]))], rows.Select(r =>
            (IReadOnlyList<object?>)[r.Number, r.Title, r.VendorName, r.StartsOn, r.EndsOn, r.Outlets, r.Charge, r.Currency, r.Terms]));
        return File(TableCsv.Render(table), "text/csv; charset=utf-8", "contracts.csv");
    }

    private IQueryable<Row> Found()
    {
        var today = Today;
        var contracts = db.Contracts.AsNoTracking();
        contracts = View switch
        {
            "ended" => contracts.Where(c => c.EndsOn != null && c.EndsOn < today),
            "all" => contracts,
            _ => contracts.Where(c => c.EndsOn == null || c.EndsOn >= today),
        };
        if (Vendor is { } id)
        {
            var vendor = VendorId.From(id);
            contracts = contracts.Where(c => c.VendorId == vendor);
        }

        var rows = contracts.Join(db.Vendors, c => c.VendorId, v => v.Id, (c, v) => new Row
        {
            Id = c.Id,
            Number = c.Number,
            Title = c.Title,
            VendorName = v.Name,
            StartsOn = c.StartsOn,
            EndsOn = c.EndsOn,
            Outlets = c.Outlets.Count,
            Charge = c.MonthlyCharge,
            Currency = c.Currency,
            Terms = db.TermsVersions.Where(t => t.ContractId == c.Id).Max(t => (int?)t.Number) ?? 0,
        });
        var q = Q?.Trim();
        return string.IsNullOrEmpty(q)
            ? rows
            : rows.Where(r => r.Number.Contains(q) || r.Title.Contains(q) || r.VendorName.Contains(q));
    }

    private IQueryable<Row> Sorted(IQueryable<Row> rows) => Sort switch
    {
        "-number" => rows.OrderByDescending(r => r.Number),
        "vendor" => rows.OrderBy(r => r.VendorName).ThenBy(r => r.Number),
        "-vendor" => rows.OrderByDescending(r => r.VendorName).ThenBy(r => r.Number),
        "starts" => rows.OrderBy(r => r.StartsOn).ThenBy(r => r.Number),
        "-starts" => rows.OrderByDescending(r => r.StartsOn).ThenBy(r => r.Number),
        _ => rows.OrderBy(r => r.Number),
    };

    /// <summary>Set by initialisers, not by a constructor, so that the database can filter and sort by its members.</summary>
    public sealed record Row
    {
        public ContractId Id { get; init; }

        public string Number { get; init; } = "";

        public string Title { get; init; } = "";

        public string VendorName { get; init; } = "";

        public DateOnly StartsOn { get; init; }

        public DateOnly? EndsOn { get; init; }

        public int Outlets { get; init; }

        public decimal Charge { get; init; }

        public string Currency { get; init; } = "";

        public int Terms { get; init; }
    }
}
