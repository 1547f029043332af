using Microsoft.AspNetCore.Mvc;
using VendorGov.Data;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Charts;

namespace VendorGov.Web.Features.Analysis;

/// <summary>Where hot spots are looked for.</summary>
public enum SpotBy
{
    Outlet,
    Region,
}

/// <summary>What the issues are about, where they gather and when they come.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class IndexModel(AppDb db, IssueHistory history, ContactHoursReader contacts, Text text) : AnalysisPage(db)
{
    private const int SpotsShown = 25;

    [BindProperty(SupportsGet = true)]
    public SpotBy By { get; set; }

    public IReadOnlyList<ParetoBar> Pareto { get; private set; } = [];

    public IReadOnlyList<HotSpot> Spots { get; private set; } = [];

    public HourHeat Hours { get; private set; } = HourHeat.Of([]);

    /// <summary>Contacts of the direct feed beside the issues; null where nothing is fed.</summary>
    public ContactHours? Contacts { get; private set; }

    [BindProperty(SupportsGet = true)]
    public HourMeasure Show { get; set; }

    public int Total { get; private set; }

    public int Late { get; private set; }

    public IEnumerable<HotSpot> Shown => Spots.Where(s => s.Count > 0).Take(SpotsShown);

    public ParetoChart Chart => new(
        text["analysis.paretoLabel"], Pareto, Pareto.ToDictionary(b => b.Code, b => text[$"analysis.short.{b.Code}"]));

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? what, string? format, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return what switch
        {
            "spots" => ListDownload.Of("hot-spots", Heads("place", "type", "count", "expected", "ratio", "chance", "hot"), Spots.Select(s => (IReadOnlyList<object?>)
                [s.Place, TypeOf(s.Kind), s.Count, Math.Round(s.Expected, 2), Math.Round(s.Ratio, 2), Math.Round(s.Chance, 4), text[s.IsHot ? "analysis.yes" : "analysis.no"]]), format),
            "contacts" => ListDownload.Of("contact-hours", Heads("weekday", "hour", "contacts", "calls", "short", "answered", "fast", "level", "abandoned"), (Contacts?.Cells ?? []).Select(c => (IReadOnlyList<object?>)
                [text[$"analysis.day.{c.Day}"], c.Hour, c.All, c.Calls, c.Short, c.Answered, c.Fast, Rounded(c.Level), Rounded(c.Abandoned)]), format),
            "hours" => ListDownload.Of("hours", Heads("weekday", "hour", "count", "late"), Hours.Cells.Select(c => (IReadOnlyList<object?>)
                [text[$"analysis.day.{c.Day}"], c.Hour, c.Count, c.Late]), format),
            _ => ListDownload.Of("pareto", Heads("type", "count", "cumulative"), Pareto.Select(b => (IReadOnlyList<object?>)
                [TypeOf(b.Code), b.Count, Math.Round(100 * b.Cumulative, 1)]), format),
        };
    }

    public string TypeOf(string code) => text.Of(Enum.Parse<ProblemType>(code));

    private IEnumerable<string> Heads(params string[] names) => names.Select(n => text[$"analysis.col.{n}"]);

    /// <summary>What stands in a cell of the map of contacts.</summary>
    public string Cell(ContactHour cell) => Contacts!.ValueOf(cell, Show) is not { } value ? "·" : Show == HourMeasure.Volume ? text.Number(value, 0) : text.Fixed(value, 0);

    /// <summary>Issues filed in that hour of the day.</summary>
    public int IssuesOf(int hour) => Hours.Cells.Where(c => c.Hour == hour).Sum(c => c.Count);

    private static decimal? Rounded(decimal? value) => value is { } v ? Math.Round(v, 2) : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        await ReadChoicesAsync(history, cancel);
        var issues = await history.ReadAsync(Filter, From, Until, cancel);
        (Total, Late) = (issues.Count, issues.Count(i => i.Late));
        Pareto = ControlChart.Pareto(issues.GroupBy(i => i.Type).Select(g => (g.Key.ToString(), g.Count())));
        Hours = HourHeat.Of(issues);
        Contacts = await contacts.ReadAsync(Filter, Until, cancel);
        Spots = SpotsOf(issues, await history.PlacesAsync(Filter, cancel));
    }

    /// <summary>An outlet's share of the network is that of one among all; a region's that of its outlets.</summary>
    private IReadOnlyList<HotSpot> SpotsOf(List<FiledIssue> issues, List<Place> places)
    {
        string NameOf(Place p) => By == SpotBy.Outlet ? p.Name : p.RegionName ?? text["analysis.noRegion"];
        var names = places.ToDictionary(p => p.Id, NameOf);
        var counts = issues.Where(i => names.ContainsKey(i.Outlet)).GroupBy(i => (names[i.Outlet], i.Type)).ToDictionary(g => g.Key, g => g.Count());
        var groups = places.GroupBy(NameOf).ToList();
        if (groups.Count < 2)
        {
            return [];
        }

        return HotSpots.Of(
            from g in groups
            from type in issues.Select(i => i.Type).Distinct()
            select new PlaceCount(g.Key, type.ToString(), counts.GetValueOrDefault((g.Key, type)), (decimal)g.Count() / places.Count));
    }
}
