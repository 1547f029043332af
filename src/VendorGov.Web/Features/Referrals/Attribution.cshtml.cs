using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Cases;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Referrals;

/// <summary>Whose fault it was: agent, vendor, outlet, courier, headquarters or system, with the reasons; counts above the list.</summary>
[Permission(Permission.ViewIssues)]
public sealed class AttributionModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int MostExported = 20_000;
    private static readonly string[] Heads = ["number", "title", "whom", "reason", "type", "severity", "state", "filed", "outlet", "vendor"];

    public sealed class Line
    {
        public required IssueId Id { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required Attribution Whom { get; init; }
        public string? Reason { get; init; }
        public required ProblemType Type { get; init; }
        public required Severity Severity { get; init; }
        public required IssueState State { get; init; }
        public required DateTimeOffset FiledAt { get; init; }
        public required OutletId Outlet { get; init; }
        public required VendorId Vendor { get; init; }
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Attribution? Whom { get; set; }

    public IReadOnlyList<Line> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Attribution, int> Counts { get; private set; } = new Dictionary<Attribution, int>();

    public CaseParties Parties { get; private set; } = null!;

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Narrows => Filter.Narrows || Whom is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = Find();
        Counts = (await all.GroupBy(i => i.Attribution!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => g.Count);
        var found = Whom is { } whom ? all.Where(i => i.Attribution == whom) : all;
        Paging = Paging.Of(Filter.P, await found.CountAsync(cancel));
        Rows = await Read(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Parties = await CaseParties.LoadAsync(db, cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await Read(Whom is { } whom ? Find().Where(i => i.Attribution == whom) : Find()).Take(MostExported).ToListAsync(cancel);
        var parties = await CaseParties.LoadAsync(db, cancel);
        return ListDownload.Of(text["referrals.attributionFile"], Heads.Select(h => text["referrals.acol." + h]), rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Number, r.Title, text.Of(r.Whom), r.Reason, text.Of(r.Type), r.Severity.ToString(), text.Of(r.State),
            TimeZoneInfo.ConvertTime(r.FiledAt, user.Zone).DateTime, parties.Of(r.Outlet), parties.Of(r.Vendor),
        ]), format);
    }

    private IQueryable<Issue> Find()
    {
        var issues = Filter.OfParties(db.Issues.AsNoTracking().Where(i => i.Attribution != null));
        issues = Filter.Begin(user.Zone) is { } begin ? issues.Where(i => i.FiledAt >= begin) : issues;
        issues = Filter.End(user.Zone) is { } end ? issues.Where(i => i.FiledAt < end) : issues;
        return Filter.Words is not { } words ? issues : issues.Where(i => i.Number.ToLower().Contains(words) || i.Title.ToLower().Contains(words)
            || (i.AttributionReason != null && i.AttributionReason.ToLower().Contains(words)));
    }

    private static IQueryable<Line> Read(IQueryable<Issue> issues) => issues.OrderByDescending(i => i.FiledAt).ThenBy(i => i.Id).Select(i => new Line
    {
        Id = i.Id, Number = i.Number, Title = i.Title, Whom = i.Attribution!.Value, Reason = i.AttributionReason, Type = i.ProblemType,
        Severity = i.Severity, State = i.State, FiledAt = i.FiledAt, Outlet = i.OutletId, Vendor = i.VendorId,
    });
}
