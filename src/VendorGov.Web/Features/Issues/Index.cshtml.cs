using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Issues;

/// <summary>All issues that the caller may see: late ones first, with the clock that is due next.</summary>
[Permission(Permission.ViewIssues)]
public sealed partial class IndexModel(AppDb db, TextSearch search, ClockFacesLoader faces, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;

    public sealed record Row(
        IssueId Id, string Number, string Title, Severity Severity, ProblemType Type, IssueState State, int Level,
        DateTimeOffset FiledAt, DateTimeOffset UpdatedAt, ContractId Contract, TermsVersionId Terms, string? Outlet, string? Vendor)
    {
        /// <summary>The clock that matters most now; null where nothing is owed.</summary>
        public ClockLine? Nearest { get; init; }

        public CustomerTier? Tier { get; init; }
    }

    public sealed record Choice(Guid Id, string Name);

    [BindProperty(SupportsGet = true, Name = "")]
    public IssueFilter Filter { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyDictionary<IssueView, int> Counts { get; private set; } = new Dictionary<IssueView, int>();

    public IReadOnlyList<Choice> Vendors { get; private set; } = [];

    public IReadOnlyList<Choice> Outlets { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    private DateTimeOffset EndOfDay
    {
        get
        {
            var tomorrow = TimeZoneInfo.ConvertTime(Now, user.Zone).Date.AddDays(1);
            return new DateTimeOffset(tomorrow, user.Zone.GetUtcOffset(tomorrow)).ToUniversalTime();
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadChoicesAsync(cancel);
        Saved = await db.PersonalNotes.AsNoTracking().Where(n => n.Kind == PersonalNoteKind.Filter).OrderBy(n => n.Title).ToListAsync(cancel);
        await LoadColleaguesAsync(cancel);
        var chosen = Filter.Apply(db, search, user.Side, EndOfDay).AsNoTracking();
        Paging = Paging.Of(Filter.P, await chosen.CountAsync(cancel));
        Rows = await ReadAsync(Filter.Sorted(chosen).Skip(Paging.Skip).Take(Paging.Size), cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var rows = await ReadAsync(Filter.Sorted(Filter.Apply(db, search, user.Side, EndOfDay).AsNoTracking()).Take(MostExported), cancel);
        var bytes = IssueCsv.Write(rows, text, Now);
        var day = TimeZoneInfo.ConvertTime(Now, user.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return File(bytes, "text/csv; charset=utf-8", $"issues-{day}.csv");
    }

    private async Task LoadChoicesAsync(CancellationToken cancel)
    {
        Vendors = await db.Vendors.AsNoTracking().OrderBy(v => v.Name).Select(v => new Choice(v.Id.Value, v.Name)).ToListAsync(cancel);
        Outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.Name).Select(o => new Choice(o.Id.Value, o.Name)).ToListAsync(cancel);
        var counts = new Dictionary<IssueView, int>();
        foreach (var view in new[] { IssueView.Open, IssueView.Overdue, IssueView.Today, IssueView.Waiting })
        {
            counts[view] = await IssueFilter.OfView(db.Issues.AsNoTracking(), view, EndOfDay).CountAsync(cancel);
        }

        Counts = counts;
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(IQueryable<Issue> issues, CancellationToken cancel)
    {
        var rows = await issues.Select(i => new Row(
            i.Id, i.Number, i.Title, i.Severity, i.ProblemType, i.State, i.EscalationLevel, i.FiledAt, i.UpdatedAt,
            i.ContractId, i.TermsVersionId,
            db.Outlets.Where(o => o.Id == i.OutletId).Select(o => o.Name).FirstOrDefault(),
            db.Vendors.Where(v => v.Id == i.VendorId).Select(v => v.Name).FirstOrDefault()) { Tier = i.CustomerTier }).ToListAsync(cancel);
        await faces.LoadAsync([.. rows.Select(r => (r.Contract, r.Terms))], cancel);
        var clocks = await ClocksAsync([.. rows.Select(r => r.Id)], cancel);
        var withClocks = new List<Row>(rows.Count);
        foreach (var row in rows)
        {
            var face = await faces.OfAsync(row.Contract, row.Terms, cancel);
            var lines = clocks[row.Id].Select(o => ClockLine.Of(o, face, Now));
            withClocks.Add(row with { Nearest = ClockLine.Sorted(lines).FirstOrDefault() });
        }

        return withClocks;
    }

    private async Task<ILookup<IssueId, Obligation>> ClocksAsync(IReadOnlyList<IssueId> ids, CancellationToken cancel)
    {
        var found = new List<Obligation>();
        foreach (var part in ids.Chunk(500))
        {
            IssueId?[] keys = [.. part.Select(id => (IssueId?)id)];
            found.AddRange(await db.Obligations.AsNoTracking().Where(o => keys.Contains(o.IssueId)).ToListAsync(cancel));
        }

        return found.ToLookup(o => o.IssueId!.Value);
    }
}
