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
public sealed partial class IndexModel(AppDb db, TextSearch search, ClockFacesLoader faces, Moments moments, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;

    public sealed record Row(
        IssueId Id, string Number, string Title, Severity Severity, ProblemType Type, IssueState State, int Level,
        DateTimeOffset FiledAt, DateTimeOffset UpdatedAt, ContractId Contract, TermsVersionId Terms)
    {
        public OutletId OutletId { get; init; }

        public VendorId VendorId { get; init; }

        /// <summary>One of <see cref="IssueRank"/>.</summary>
        public int Rank { get; init; }

        public DateTimeOffset? NearestDueAt { get; init; }

        public string? Outlet { get; init; }

        public string? Vendor { get; init; }

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
        await LoadNamesAsync(cancel);
        Counts = await moments.OfAsync("issues", () => CountAsync(cancel));
        Saved = await db.PersonalNotes.AsNoTracking().Where(n => n.Kind == PersonalNoteKind.Filter).OrderBy(n => n.Title).ToListAsync(cancel);
        await LoadColleaguesAsync(cancel);
        var chosen = Filter.Apply(db, search, user.Side, EndOfDay).AsNoTracking();
        Paging = Paging.UpTo(Filter.P, await chosen.Take(Paging.Most + 1).CountAsync(cancel));
        Rows = await ReadAsync(Filter.Sorted(chosen, !db.Scope.WholeTenant).Skip(Paging.Skip).Take(Paging.Size), cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await LoadNamesAsync(cancel);
        var rows = await ReadAsync(Filter.Sorted(Filter.Apply(db, search, user.Side, EndOfDay).AsNoTracking(), !db.Scope.WholeTenant).Take(MostExported), cancel);
        var bytes = IssueCsv.Write(rows, text, Now);
        var day = TimeZoneInfo.ConvertTime(Now, user.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return File(bytes, "text/csv; charset=utf-8", $"issues-{day}.csv");
    }

    private async Task LoadNamesAsync(CancellationToken cancel)
    {
        Vendors = await moments.OfAsync(
            "vendors", () => db.Vendors.AsNoTracking().OrderBy(v => v.Name).Select(v => new Choice(v.Id.Value, v.Name)).ToListAsync(cancel));
        Outlets = await moments.OfAsync(
            "outlets", () => db.Outlets.AsNoTracking().OrderBy(o => o.Name).Select(o => new Choice(o.Id.Value, o.Name)).ToListAsync(cancel));
    }

    /// <summary>Of each tab, up to <see cref="Moments.Most"/>; one query.</summary>
    private async Task<Dictionary<IssueView, int>> CountAsync(CancellationToken cancel)
    {
        IQueryable<Issue> Some(IssueView view) => IssueFilter.OfView(db, view, EndOfDay).Take(Moments.Most);
        var (tenant, open, overdue, today, waiting) =
            (user.TenantId, Some(IssueView.Open), Some(IssueView.Overdue), Some(IssueView.Today), Some(IssueView.Waiting));
        var counts = await db.Tenants.Where(t => t.Id == tenant)
            .Select(t => new { Open = open.Count(), Overdue = overdue.Count(), Today = today.Count(), Waiting = waiting.Count() }).SingleAsync(cancel);
        return new()
        {
            [IssueView.Open] = counts.Open, [IssueView.Overdue] = counts.Overdue, [IssueView.Today] = counts.Today, [IssueView.Waiting] = counts.Waiting,
        };
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(IQueryable<Issue> issues, CancellationToken cancel)
    {
        var rows = await issues.Select(i => new Row(
            i.Id, i.Number, i.Title, i.Severity, i.ProblemType, i.State, i.EscalationLevel, i.FiledAt, i.UpdatedAt,
            i.ContractId, i.TermsVersionId) { OutletId = i.OutletId, VendorId = i.VendorId, Rank = i.Rank, NearestDueAt = i.NearestDueAt, Tier = i.CustomerTier }).ToListAsync(cancel);
        var (outlets, vendors) = (Outlets.ToDictionary(o => o.Id, o => o.Name), Vendors.ToDictionary(v => v.Id, v => v.Name));
        await faces.LoadAsync([.. rows.Select(r => (r.Contract, r.Terms))], cancel);
        var clocks = await ClocksAsync(rows, cancel);
        var withClocks = new List<Row>(rows.Count);
        foreach (var row in rows)
        {
            var face = await faces.OfAsync(row.Contract, row.Terms, cancel);
            var lines = clocks[row.Id].Select(o => ClockLine.Of(o, face, Now));
            withClocks.Add(row with
            {
                Outlet = outlets.GetValueOrDefault(row.OutletId.Value), Vendor = vendors.GetValueOrDefault(row.VendorId.Value),
                Nearest = ClockLine.Sorted(lines).FirstOrDefault(),
            });
        }

        return withClocks;
    }

    /// <summary>
    /// Those that can be the nearest: where a clock runs or is late, what is due at the instant that the issue is sorted by; else all of the issue's.
    /// </summary>
    private async Task<ILookup<IssueId, Obligation>> ClocksAsync(List<Row> rows, CancellationToken cancel)
    {
        var found = new List<Obligation>();
        foreach (var part in rows.Chunk(500))
        {
            IssueId[] keys = [.. part.Select(r => r.Id)];
            found.AddRange(await db.Issues.AsNoTracking()
                .Where(i => keys.Contains(i.Id))
                .Join(db.Obligations.AsNoTracking(), i => (IssueId?)i.Id, o => o.IssueId, (i, o) => new { Issue = i, Clock = o })
                .Where(x => x.Issue.Rank == IssueRank.Unknown || x.Issue.Rank >= IssueRank.IdleFirst
                    || ((x.Clock.State == ClockState.Running || x.Clock.State == ClockState.Breached) && x.Clock.DueAt == x.Issue.NearestDueAt))
                .Select(x => x.Clock)
                .ToListAsync(cancel));
        }

        return found.ToLookup(o => o.IssueId!.Value);
    }
}
