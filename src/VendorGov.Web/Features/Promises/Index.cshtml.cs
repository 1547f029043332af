using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Promises;

/// <summary>The promise register: what customers were told to expect, and what became of it.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public PromiseView? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Issue { get; set; }

    public IReadOnlyList<PromiseRow> Rows { get; private set; } = [];

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public int Overdue { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Filter.Narrows || Issue is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = PromiseList.Find(db, Filter, View, Issue, user.Zone, Now);
        Paging = Paging.Of(Filter.P, await found.CountAsync(cancel));
        Rows = await PromiseList.ReadAsync(db, PromiseList.Sorted(found).Skip(Paging.Skip).Take(Paging.Size), cancel);
        Overdue = await PromiseList.OfView(db.Promises, PromiseView.Overdue, Now).CountAsync(cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var found = PromiseList.Sorted(PromiseList.Find(db, Filter, View, Issue, user.Zone, Now)).Take(MostExported);
        var rows = await PromiseList.ReadAsync(db, found, cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        return ListDownload.Of(
            text["promises.file"], PromiseList.Heads.Select(h => text["promises.col." + h]), rows.Select(r => PromiseList.Cells(r, parties, text, Now)), format);
    }
}
