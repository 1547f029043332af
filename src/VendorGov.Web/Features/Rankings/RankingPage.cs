using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>Month, region, channel and problem type: what both views of the ranking are filtered by.</summary>
public abstract class RankingPage(AppDb db, CurrentUser user, TimeProvider clock, Text text, RankingReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public ProblemType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public YearMonth Shown { get; private set; }

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    public IReadOnlyList<Area> Regions { get; private set; } = [];

    public Standing Standing { get; private protected set; } = new([], []);

    public bool IsVendor => user.Member.VendorId is not null;

    public bool IsCut => !Cut.IsWhole;

    public YearMonth? Earlier => Months.Where(m => m < Shown).Select(m => (YearMonth?)m).Max();

    public YearMonth? Later => Months.Where(m => m > Shown).Select(m => (YearMonth?)m).Min();

    protected Text Words => text;

    protected CurrentUser Caller => user;

    protected RankingCut Cut => new(Region is { } id ? new RegionId(id) : null, Channel, Type);

    protected bool PublishedOnly => user.Role is not (Role.Headquarters or Role.RegionalManager or Role.Auditor);

    /// <summary>The part of the query that a link to another month or view keeps.</summary>
    public Dictionary<string, string?> Route(YearMonth? month = null) => new()
    {
        ["month"] = (month ?? Shown).ToString(), ["region"] = Region?.ToString(), ["channel"] = Channel?.ToString(), ["type"] = Type?.ToString(),
    };

    /// <summary>Why a vendor is not ranked; null if it is.</summary>
    public string? Why(RankedVendor vendor) => vendor.NotRanked switch
    {
        NotRankedReason.TooFewFacts => text["ranking.tooFewFacts", vendor.FactCount, vendor.MinimumFacts],
        NotRankedReason.NotGraded => text["ranking.notGraded"],
        NotRankedReason.Unassigned => text["ranking.unassigned"],
        _ => null,
    };

    /// <summary>What the filters are, in words; empty for the whole network.</summary>
    public string CutInWords() => string.Join(" · ", new[]
    {
        Regions.FirstOrDefault(r => r.Id.Value == Region)?.Name,
        Channel is { } channel ? text.Of(channel) : null,
        Type is { } type ? text.Of(type) : null,
    }.OfType<string>());

    protected async Task ReadMonthAsync(CancellationToken cancel)
    {
        var cards = db.Scorecards.AsNoTracking();
        Months = await (PublishedOnly ? cards.Where(s => s.State == ScorecardState.Published) : cards)
            .Select(s => s.Month).Distinct().ToListAsync(cancel);
        Shown = YearMonth.TryParse(Month, out var asked)
            ? asked
            : Months.Count > 0 ? Months.Max() : YearMonth.Of(clock.GetUtcNow(), user.Zone).AddMonths(-1);
    }

    protected async Task ReadStandingAsync(CancellationToken cancel)
    {
        Regions = await db.Regions.AsNoTracking().OrderBy(r => r.Code).Select(r => new Area(r.Id, r.Name)).ToListAsync(cancel);
        Standing = await reader.ReadAsync(Shown, PublishedOnly, Cut, cancel);
    }

    public sealed record Area(RegionId Id, string Name);
}
