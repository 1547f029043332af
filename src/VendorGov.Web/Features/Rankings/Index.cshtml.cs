using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>Vendors of a month in order. A vendor sees its own place of how many, nothing else.</summary>
[Permission(Permission.ViewRanking)]
public sealed class IndexModel(AppDb db, CurrentUser user, TimeProvider clock, Text text, MonthStandings standings, VendorPlace place)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    public YearMonth Shown { get; private set; }

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    public IReadOnlyList<Area> Regions { get; private set; } = [];

    public Standing Standing { get; private set; } = new([], []);

    public IReadOnlyList<RankingColumn> Columns { get; private set; } = [];

    public OutletHeat? Heat { get; private set; }

    public OwnPlace? Own { get; private set; }

    public bool IsVendor => user.Member.VendorId is not null;

    public YearMonth? Earlier => Months.Where(m => m < Shown).Select(m => (YearMonth?)m).Max();

    public YearMonth? Later => Months.Where(m => m > Shown).Select(m => (YearMonth?)m).Min();

    public int Published => Standing.Cards.Count(c => c.State == ScorecardState.Published);

    public int Drafts => Standing.Cards.Count - Published;

    public IEnumerable<RankedVendor> Ranked => Standing.Vendors.Where(v => v.Rank is not null);

    public IEnumerable<RankedVendor> NotRanked => Standing.Vendors.Where(v => v.Rank is null);

    private bool PublishedOnly => user.Role is not (Role.Headquarters or Role.RegionalManager or Role.Auditor);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (IsVendor)
        {
            return NotFound();
        }

        string[] head = ["rank", "vendor", "grade", "score", "low", "high", "facts", "credit", "note"];
        var rows = Standing.Vendors.Select(v => (IReadOnlyList<object?>)
        [
            v.Rank, v.VendorName, v.Grade?.ToString(), Rounded(v.Score), Rounded(v.Interval?.Low), Rounded(v.Interval?.High),
            v.FactCount, v.Credit, Why(v), .. Columns.Select(c => (object?)Rounded(c.Of(v)?.Value)),
        ]);
        var names = head.Select(h => text[$"ranking.csv.{h}"]).Concat(Columns.Select(c => text.Pick(c.NameZh, c.NameEn)));
        return ListDownload.Of($"ranking-{Shown}", names, rows, format);
    }

    /// <summary>Why a vendor is not ranked; null if it is.</summary>
    public string? Why(RankedVendor vendor) => vendor.NotRanked switch
    {
        NotRankedReason.TooFewFacts => text["ranking.tooFewFacts", vendor.FactCount, vendor.MinimumFacts],
        NotRankedReason.NotGraded => text["ranking.notGraded"],
        NotRankedReason.Unassigned => text["ranking.unassigned"],
        _ => null,
    };

    /// <summary>The scorecard that a vendor's row opens: of its contract with the most facts.</summary>
    public StandingCard? CardOf(RankedVendor vendor) =>
        Standing.Cards.Where(c => c.VendorCode == vendor.VendorCode).MaxBy(c => c.FactCount);

    private static decimal? Rounded(decimal? value) =>
        value is { } v ? Math.Round(v, 2, MidpointRounding.AwayFromZero) : null;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var cards = db.Scorecards.AsNoTracking();
        Months = await (PublishedOnly ? cards.Where(s => s.State == ScorecardState.Published) : cards)
            .Select(s => s.Month).Distinct().ToListAsync(cancellationToken);
        Shown = YearMonth.TryParse(Month, out var asked)
            ? asked
            : Months.Count > 0 ? Months.Max() : YearMonth.Of(clock.GetUtcNow(), user.Zone).AddMonths(-1);
        if (user.Member.VendorId is { } vendor)
        {
            Own = await place.OfAsync(user.TenantId, vendor, Shown, cancellationToken);
            return;
        }

        Regions = await db.Regions.AsNoTracking().OrderBy(r => r.Code).Select(r => new Area(r.Id, r.Name)).ToListAsync(cancellationToken);
        RegionId? region = Region is { } id ? new RegionId(id) : null;
        Standing = await standings.OfAsync(Shown, PublishedOnly, region, cancellationToken);
        Columns = RankingColumn.Of(Standing);
        Heat = OutletHeat.Of(Standing);
    }

    public sealed record Area(RegionId Id, string Name);
}
