using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Search;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Search;

/// <summary>
/// The search of the top bar: issues by number, title, description, thread, waybill and parties, with the places marked; evaluations and
/// corrective actions by number.
/// </summary>
[Permission(Permission.ViewIssues)]
public sealed class IndexModel(AppDb db, TextSearch search, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    private const int PageSize = 20;
    private const int MostExported = 5_000;
    private const int MostPlaces = 3;
    private const int MostWorks = 5;

    public sealed record Place(SearchEntry Entry, IReadOnlyList<Piece> Pieces);

    public sealed record Hit
    {
        public IssueId Id { get; init; }

        public string Number { get; init; } = "";

        public string Title { get; init; } = "";

        public Severity Severity { get; init; }

        public ProblemType Type { get; init; }

        public IssueState State { get; init; }

        public CustomerTier? Tier { get; init; }

        public DateTimeOffset FiledAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public string? Outlet { get; init; }

        public string? Vendor { get; init; }

        public IReadOnlyList<Place> Places { get; init; } = [];
    }

    public sealed class Query
    {
        public string? Q { get; set; }

        public ProblemType? Type { get; set; }

        public Severity? Severity { get; set; }

        public CustomerTier? Tier { get; set; }

        /// <summary>Null: open and closed.</summary>
        public bool? Open { get; set; }

        public Guid? Vendor { get; set; }

        public Guid? Outlet { get; set; }

        public DateOnly? Since { get; set; }

        public bool Narrows => Type is not null || Severity is not null || Tier is not null || Open is not null || Vendor is not null || Outlet is not null || Since is not null;
    }

    /// <summary>An evaluation or corrective action whose number, or title, holds what was typed.</summary>
    public sealed record Work(string Url, string Number, string Title, string Kind, DateTimeOffset At);

    public sealed record Choice(Guid Id, string Name);

    [BindProperty(SupportsGet = true, Name = "")]
    public Query Input { get; set; } = new();

    public IReadOnlyList<string> Terms { get; private set; } = [];

    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    public IReadOnlyList<Work> Works { get; private set; } = [];

    public IReadOnlyList<Choice> Vendors { get; private set; } = [];

    public IReadOnlyList<Choice> Outlets { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(int? p, CancellationToken cancel)
    {
        Terms = TextSearch.Terms(Input.Q);
        Vendors = await db.Vendors.AsNoTracking().OrderBy(v => v.Name).Select(v => new Choice(v.Id.Value, v.Name)).ToListAsync(cancel);
        Outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.Name).Select(o => new Choice(o.Id.Value, o.Name)).ToListAsync(cancel);
        if (Terms.Count == 0)
        {
            return Page();
        }

        Works = p is null or 1 && !Input.Narrows ? await WorksAsync(Input.Q!.Trim(), cancel) : [];
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel), PageSize);
        Hits = await WithPlacesAsync(await Sorted(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel), cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Terms = TextSearch.Terms(Input.Q);
        var hits = Terms.Count == 0 ? [] : await Sorted(Found()).Take(MostExported).ToListAsync(cancel);
        string[] head = ["number", "title", "type", "severity", "state", "outlet", "vendor", "filed"];
        return ListDownload.Of("search", head.Select(h => text[$"search.{h}"]), hits.Select(h => (IReadOnlyList<object?>)
            [h.Number, h.Title, text.Of(h.Type), h.Severity.ToString(), text.Of(h.State), h.Outlet, h.Vendor, text.Instant(h.FiledAt)]), format);
    }

    /// <summary>Evaluations by the contact's number or waybill, corrective actions by number or title; the walls decide. Blind tasks are no hits.</summary>
    private async Task<IReadOnlyList<Work>> WorksAsync(string q, CancellationToken cancel)
    {
        var evaluations = !user.Can(Permission.ViewInspections) ? [] : await (
            from e in db.Evaluations.AsNoTracking()
            join c in db.QaContacts on e.ContactId equals c.Id
            where e.RoundId == null && (c.ExternalId.Contains(q) || (c.Waybill != null && c.Waybill.Contains(q)))
            orderby c.ExternalId == q ? 0 : 1, e.OpenedAt descending
            select new { e.Id, c.ExternalId, e.Agent, e.Score, e.State, e.OpenedAt }).Take(MostWorks).ToListAsync(cancel);
        var actions = !user.Can(Permission.ViewImprovement) ? [] : await db.CorrectiveActions.AsNoTracking()
            .Where(a => a.Number.Contains(q) || a.Title.Contains(q)).OrderBy(a => a.Number == q ? 0 : 1).ThenByDescending(a => a.DemandedAt)
            .Select(a => new { a.Id, a.Number, a.Title, a.State, a.DemandedAt }).Take(MostWorks).ToListAsync(cancel);
        return
        [
            .. actions.Select(a => new Work($"/Improvement/Details/{a.Id}", a.Number, $"{a.Title} · {text.Of(a.State)}", text["search.action"], a.DemandedAt)),
            .. evaluations.Select(e => new Work(
                $"/Inspections/Details/{e.Id}", e.ExternalId, text["search.evaluationOf", e.Agent, e.State == EvaluationState.Submitted ? text.Fixed(e.Score) : text.Of(e.State)], text["search.evaluation"], e.OpenedAt)),
        ];
    }

    private IQueryable<Hit> Found()
    {
        var issues = Chosen(db.Issues.AsNoTracking());
        return search.In(issues, user.Side, Input.Q).Select(i => new Hit
        {
            Id = i.Id, Number = i.Number, Title = i.Title, Severity = i.Severity, Type = i.ProblemType, State = i.State, Tier = i.CustomerTier,
            FiledAt = i.FiledAt, UpdatedAt = i.UpdatedAt,
            Outlet = db.Outlets.Where(o => o.Id == i.OutletId).Select(o => o.Name).FirstOrDefault(),
            Vendor = db.Vendors.Where(v => v.Id == i.VendorId).Select(v => v.Name).FirstOrDefault(),
        });
    }

    private IQueryable<Issue> Chosen(IQueryable<Issue> issues)
    {
        issues = Input.Type is { } type ? issues.Where(i => i.ProblemType == type) : issues;
        issues = Input.Severity is { } severity ? issues.Where(i => i.Severity == severity) : issues;
        issues = Input.Tier is { } tier ? issues.Where(i => i.CustomerTier == tier) : issues;
        issues = Input.Open switch
        {
            true => issues.Where(i => i.State != IssueState.Closed && i.State != IssueState.Withdrawn),
            false => issues.Where(i => i.State == IssueState.Closed || i.State == IssueState.Withdrawn),
            null => issues,
        };
        issues = Input.Vendor is { } vendor ? issues.Where(i => i.VendorId == VendorId.From(vendor)) : issues;
        issues = Input.Outlet is { } outlet ? issues.Where(i => i.OutletId == OutletId.From(outlet)) : issues;
        if (Input.Since is not { } since)
        {
            return issues;
        }

        var wall = since.ToDateTime(TimeOnly.MinValue);
        var from = new DateTimeOffset(wall, user.Zone.GetUtcOffset(wall)).ToUniversalTime();
        return issues.Where(i => i.FiledAt >= from);
    }

    /// <summary>The issue whose number was typed first; then what changed last.</summary>
    private IQueryable<Hit> Sorted(IQueryable<Hit> hits)
    {
        var number = Terms[0].ToUpperInvariant();
        return hits.OrderBy(h => h.Number == number ? 0 : 1).ThenByDescending(h => h.UpdatedAt).ThenBy(h => h.Id);
    }

    private async Task<IReadOnlyList<Hit>> WithPlacesAsync(List<Hit> hits, CancellationToken cancel)
    {
        var ids = hits.ConvertAll(h => h.Id);
        var entries = new Dictionary<Guid, SearchEntry>();
        foreach (var term in Terms)
        {
            foreach (var entry in await search.Entries(user.Side, term).AsNoTracking().Where(e => ids.Contains(e.IssueId)).OrderByDescending(e => e.At).Take(200).ToListAsync(cancel))
            {
                entries[entry.Id] = entry;
            }
        }

        var places = entries.Values.OrderByDescending(e => e.At).ToLookup(e => e.IssueId);
        return hits.ConvertAll(h => h with { Places = [.. places[h.Id].Take(MostPlaces).Select(e => new Place(e, Snippet.Of(Body(e, h), Terms)))] });
    }

    /// <summary>Number and title stand above already.</summary>
    private static string Body(SearchEntry entry, Hit hit) => entry.Id == hit.Id.Value && entry.Text.Length > hit.Number.Length + hit.Title.Length + 1
        ? entry.Text[(hit.Number.Length + hit.Title.Length + 2)..] : entry.Text;
}
