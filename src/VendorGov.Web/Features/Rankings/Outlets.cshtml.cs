using Microsoft.AspNetCore.Mvc;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Rankings;

/// <summary>Every outlet with each of its vendors. A vendor sees its own column, an outlet what its scorecards say.</summary>
[Permission(Permission.ViewRanking)]
public sealed class OutletsModel(AppDb db, CurrentUser user, TimeProvider clock, Text text, RankingReader reader)
    : RankingPage(db, user, clock, text, reader)
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    public IReadOnlyList<(string Code, string Name)> Vendors { get; private set; } = [];

    public IReadOnlyList<HeatRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Paging = Paging.Of(P, Rows.Count);
        Rows = [.. Rows.Skip(Paging.Skip).Take(Paging.Size)];
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var rows = Rows.Select(r => (IReadOnlyList<object?>)
            [r.Code, r.Name, r.Facts, Rounded(r.Mean), .. r.Cells.Select(c => (object?)Rounded(c?.Score))]);
        string[] head = [Words["ranking.outletCode"], Words["ranking.outlet"], Words["ranking.facts"], Words["ranking.mean"]];
        return ListDownload.Of($"outlets-{Shown}", head.Concat(Vendors.Select(v => v.Name)), rows, format);
    }

    private static decimal? Rounded(decimal? value) => value is { } v ? Math.Round(v, 2, MidpointRounding.AwayFromZero) : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        // An outlet's score is that of all its facts: only the region cuts it.
        (Channel, Type) = (null, null);
        await ReadMonthAsync(cancel);
        await ReadStandingAsync(cancel);
        (Vendors, var rows) = OutletHeat.Table(Standing);
        var q = Q?.Trim() ?? "";
        Rows = Sorted(rows.Where(r => q.Length == 0 || r.Name.Contains(q, StringComparison.OrdinalIgnoreCase) || r.Code.Contains(q, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>By name, mean, facts, or <c>v.CODE</c>: the score with one vendor; outlets without it last.</summary>
    private List<HeatRow> Sorted(IEnumerable<HeatRow> rows)
    {
        var (key, falling) = (Sort?.TrimStart('-') ?? "mean", Sort?.StartsWith('-') == true);
        var vendor = Vendors.Select((v, i) => (v, i)).FirstOrDefault(p => "v." + p.v.Code == key, (default, -1)).Item2;
        var sorted = key switch
        {
            "outlet" => falling ? rows.OrderByDescending(r => r.Code, StringComparer.Ordinal) : rows.OrderBy(r => r.Code, StringComparer.Ordinal),
            "facts" => falling ? rows.OrderByDescending(r => r.Facts) : rows.OrderBy(r => r.Facts),
            _ when vendor >= 0 => rows.OrderBy(r => r.Cells[vendor] is null)
                .ThenBy(r => (falling ? -1 : 1) * (r.Cells[vendor]?.Score ?? 0)),
            _ => falling ? rows.OrderByDescending(r => r.Mean) : rows.OrderBy(r => r.Mean),
        };
        return [.. sorted.ThenBy(r => r.Code, StringComparer.Ordinal)];
    }
}
