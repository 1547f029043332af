using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Callbacks;

/// <summary>The done-on-time rate of the last months, by vendor or by vendor and outlet, with n.</summary>
[Permission(Permission.ViewIssues)]
public sealed class RatesModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Outlets { get; set; }

    public RateTable Table { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Table = await LoadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var table = await LoadAsync(cancel);
        string[] head = [text["cases.vendor"], text["cases.outlet"], .. table.Months.SelectMany(m => new[] { text.Month(m) + " %", text.Month(m) + " n" })];
        return ListDownload.Of(text["callbacks.rates"], head, table.Lines.Select(l => (IReadOnlyList<object?>)
            [l.Name, l.Sub, .. l.Cells.SelectMany(c => new object?[] { c.Percent is { } p ? Math.Round(p, 1) : null, c.Due })]), format);
    }

    private async Task<RateTable> LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var months = RateTable.Until(YearMonth.Of(now, user.Zone));
        return RateTable.Of(await CallbackList.CountAsync(db, months, now, cancel), months, await CaseParties.LoadAsync(db, cancel), Outlets);
    }
}
