using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Platform;

/// <summary>The tenants of this installation, for the platform administrator; no tenant data.</summary>
[Permission(Permission.ManageTenants)]
public sealed class IndexModel(AppDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var tenants = db.Tenants.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            tenants = tenants.Where(t => t.Name.Contains(Q.Trim()) || t.Code.Contains(Q.Trim()));
        }

        Paging = Paging.Of(p, await tenants.CountAsync(cancel));
        var sorted = Sort switch
        {
            "code" => tenants.OrderBy(t => t.Code),
            "-code" => tenants.OrderByDescending(t => t.Code),
            "-name" => tenants.OrderByDescending(t => t.Name),
            _ => tenants.OrderBy(t => t.Name),
        };
        Rows = await sorted.Skip(Paging.Skip).Take(Paging.Size)
            .Select(t => new Row(t.Code, t.Name, t.TimeZone, t.Language, t.CreatedAt)).ToListAsync(cancel);
    }

    public sealed record Row(string Code, string Name, string TimeZone, string Language, DateTimeOffset CreatedAt);
}
