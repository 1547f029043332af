using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Ledger;

/// <summary>The complaint ledger (投诉台账): every complaint of the caller, whatever its source, with the legal 7 days.</summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TextSearch search, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Common { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "")]
    public LedgerFilter Filter { get; set; } = new();

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyDictionary<LegalView, int> Counts { get; private set; } = new Dictionary<LegalView, int>();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Common.Narrows || Filter.Narrows;

    public bool MayImport => user.Can(Permission.JudgeIssue);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Filter.Apply(db, search, user.Side, Common, user.Zone, Now);
        Paging = Paging.Of(Common.P, await found.CountAsync(cancel));
        Rows = await LedgerRow.ReadAsync(Filter.Sorted(found).Skip(Paging.Skip).Take(Paging.Size), cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
        var all = LedgerFilter.All(db);
        Counts = new Dictionary<LegalView, int>
        {
            [LegalView.Overdue] = await LedgerFilter.OfLegal(all, LegalView.Overdue, Now).CountAsync(cancel),
            [LegalView.DueSoon] = await LedgerFilter.OfLegal(all, LegalView.DueSoon, Now).CountAsync(cancel),
        };
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var found = Filter.Sorted(Filter.Apply(db, search, user.Side, Common, user.Zone, Now)).Take(MostExported);
        var rows = await LedgerRow.ReadAsync(found, cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        var day = TimeZoneInfo.ConvertTime(Now, user.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return ListDownload.Of(
            $"{text["ledger.file"]}-{day}", LedgerRow.Heads.Select(h => text["ledger.col." + h]), rows.Select(r => r.Cells(parties, text, Now)), format);
    }
}
