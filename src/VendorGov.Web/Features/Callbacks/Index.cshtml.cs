using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Callbacks;

/// <summary>The callback plan (回访): what is due, what came of it.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public CallbackView? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Issue { get; set; }

    public IReadOnlyList<Callback> Rows { get; private set; } = [];

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public int Overdue { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Filter.Narrows || Issue is not null;

    public bool MayCall => user.Can(Permission.HandleCases);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = CallbackList.Find(db, Filter, View, Issue, user.Zone, Now);
        Paging = Paging.Of(Filter.P, await found.CountAsync(cancel));
        Rows = await CallbackList.Sorted(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Overdue = await CallbackList.OfView(db.Callbacks, CallbackView.Overdue, Now).CountAsync(cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
    }

    /// <summary>Hands the next callback out to the caller, and shows it.</summary>
    [Permission(Permission.HandleCases)]
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancel)
    {
        if (await CallbackList.NextAsync(db, user.Id, Filter.Vendor, Filter.Outlet, Now, cancel) is not { } next)
        {
            TempData["Flash"] = text["callbacks.allDone"];
            return RedirectToPage();
        }

        next.Claim(user.Id, Now);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage("Call", new { id = next.Id, Filter.Vendor, Filter.Outlet });
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await CallbackList.Sorted(CallbackList.Find(db, Filter, View, Issue, user.Zone, Now)).Take(MostExported).ToListAsync(cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        return ListDownload.Of(
            text["callbacks.file"], CallbackList.Heads.Select(h => text["callbacks.col." + h]), rows.Select(c => CallbackList.Cells(c, parties, text)), format);
    }
}
