using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Referrals;

/// <summary>Findings that other departments have to answer; overdue ones first, with the level they climbed to.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public ReferralView? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public Department? Department { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Issue { get; set; }

    public IReadOnlyList<ReferralRow> Rows { get; private set; } = [];

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public int Overdue { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Filter.Narrows || Issue is not null || Department is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = ReferralList.Find(db, Filter, View, Department, Issue, user.Zone, Now);
        Paging = Paging.Of(Filter.P, await found.CountAsync(cancel));
        Rows = await ReferralList.ReadAsync(db, ReferralList.Sorted(found).Skip(Paging.Skip).Take(Paging.Size), cancel);
        Overdue = await ReferralList.OfView(db.Referrals, ReferralView.Overdue, Now).CountAsync(cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var found = ReferralList.Sorted(ReferralList.Find(db, Filter, View, Department, Issue, user.Zone, Now)).Take(MostExported);
        var rows = await ReferralList.ReadAsync(db, found, cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        return ListDownload.Of(
            text["referrals.file"], ReferralList.Heads.Select(h => text["referrals.col." + h]), rows.Select(r => ReferralList.Cells(r, parties, text, Now)), format);
    }
}
