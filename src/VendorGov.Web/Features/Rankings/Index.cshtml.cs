using Microsoft.AspNetCore.Mvc;
using VendorGov.Data;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>Vendors of a month in order. A vendor sees its own place of how many, nothing else.</summary>
[Permission(Permission.ViewRanking)]
public sealed class IndexModel(
    AppDb db, CurrentUser user, TimeProvider clock, Text text, RankingReader reader, RankingFiles files, VendorPlace place)
    : RankingPage(db, user, clock, text, reader)
{
    private const int ColumnsShown = 4;

    public IReadOnlyList<RankingColumn> Columns { get; private set; } = [];

    public OutletHeat? Heat { get; private set; }

    public OwnPlace? Own { get; private set; }

    public int Published => Standing.Cards.Count(c => c.State == ScorecardState.Published);

    public int Drafts => Standing.Cards.Count - Published;

    public IEnumerable<RankedVendor> Ranked => Sorted(Standing.Vendors.Where(v => v.Rank is not null));

    public IEnumerable<RankedVendor> NotRanked => Standing.Vendors.Where(v => v.Rank is null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (IsVendor)
        {
            return NotFound();
        }

        var columns = RankingColumn.Of(Standing, int.MaxValue);
        string[] head = ["rank", "change", "vendor", "grade", "score", "scoreChange", "low", "high", "facts", "credit", "note"];
        var rows = Standing.Vendors.Select(v => (IReadOnlyList<object?>)
        [
            v.Rank, v.RankChange, v.VendorName, IsCut ? null : v.Grade?.ToString(), Rounded(v.Score), Rounded(v.ScoreChange), Rounded(v.Interval?.Low),
            Rounded(v.Interval?.High), v.FactCount, v.Credit, Why(v) ?? (v.NoClearDifferenceAbove ? Words["ranking.overlap"] : null),
            .. columns.Select(c => (object?)Rounded(c.Of(v)?.Value)),
        ]);
        var names = head.Select(h => Words[$"ranking.csv.{h}"]).Concat(columns.Select(c => Words.Pick(c.NameZh, c.NameEn)));
        return ListDownload.Of($"ranking-{Shown}", names, rows, format);
    }

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return IsVendor ? NotFound() : files.Pdf(this, Standing, Heat is null ? null : OutletHeat.Of(Standing, 12), CutInWords());
    }

    /// <summary>The scorecard that a vendor's row opens: of its contract with the most facts.</summary>
    public StandingCard? CardOf(RankedVendor vendor) =>
        Standing.Cards.Where(c => c.VendorCode == vendor.VendorCode).MaxBy(c => c.FactCount);

    private IEnumerable<RankedVendor> Sorted(IEnumerable<RankedVendor> vendors) => Sort switch
    {
        "-rank" => vendors.OrderByDescending(v => v.Rank),
        "vendor" => vendors.OrderBy(v => v.VendorName, StringComparer.Ordinal),
        "-vendor" => vendors.OrderByDescending(v => v.VendorName, StringComparer.Ordinal),
        "change" => vendors.OrderBy(v => v.ScoreChange ?? 0),
        "-change" => vendors.OrderByDescending(v => v.ScoreChange ?? 0),
        "facts" => vendors.OrderBy(v => v.FactCount),
        "-facts" => vendors.OrderByDescending(v => v.FactCount),
        "credit" => vendors.OrderBy(v => v.Credit),
        "-credit" => vendors.OrderByDescending(v => v.Credit),
        _ => vendors,
    };

    private static decimal? Rounded(decimal? value) =>
        value is { } v ? Math.Round(v, 2, MidpointRounding.AwayFromZero) : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        await ReadMonthAsync(cancel);
        if (Caller.Member.VendorId is { } vendor)
        {
            Own = await place.OfAsync(Caller.TenantId, vendor, Shown, cancel);
            return;
        }

        await ReadStandingAsync(cancel);
        Columns = RankingColumn.Of(Standing, ColumnsShown);
        // The outlets' scores rest on all their facts: beside a cut by channel or type they would say something else.
        Heat = Channel is null && Type is null ? OutletHeat.Of(Standing) : null;
    }
}
