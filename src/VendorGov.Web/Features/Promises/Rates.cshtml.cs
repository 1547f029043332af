using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Promises;

/// <summary>The kept-promise rate of the last months, by vendor or by vendor and outlet, with n.</summary>
[Permission(Permission.ViewIssues)]
public sealed class RatesModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Outlets { get; set; }

    public RateTable Table { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Table = await LoadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel) =>
        (await LoadAsync(cancel)).Download(text["promises.rates"], format, text);

    private Task<RateTable> LoadAsync(CancellationToken cancel) =>
        RateTable.LoadAsync(db, PromiseList.CountAsync, clock.GetUtcNow(), user.Zone, Outlets, cancel);
}
