using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Issues;

/// <summary>Issues with one of these waybills, as a fragment: shown while somebody types a new issue.</summary>
[Permission(Permission.ReportEmergency)]
public sealed class SimilarModel(AppDb db, TimeProvider clock) : PageModel
{
    private const int Shown = 5;
    private const int MostAsked = 10;

    public sealed record Row(Guid Id, string Number, string Title, IssueState State, DateTimeOffset FiledAt);

    [BindProperty(SupportsGet = true)]
    public string? Waybills { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = new List<Row>();
        foreach (var waybill in FilingPlaces.Split(Waybills).Where(w => w.Length >= 6).Take(MostAsked))
        {
            var same = TextSearch.OfWaybill(db, waybill);
            found.AddRange(await db.Issues.AsNoTracking().Where(i => same.Contains(i.Id)).OrderByDescending(i => i.FiledAt).Take(Shown)
                .Select(i => new Row(i.Id.Value, i.Number, i.Title, i.State, i.FiledAt)).ToListAsync(cancel));
        }

        Rows = [.. found.DistinctBy(r => r.Id).OrderByDescending(r => r.FiledAt).Take(Shown)];
    }
}
