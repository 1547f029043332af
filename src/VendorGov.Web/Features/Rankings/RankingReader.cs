using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>What the reader asked to see of a ranking.</summary>
public sealed record RankingCut(RegionId? Region, Channel? Channel, ProblemType? Type)
{
    public bool IsWhole => Region is null && Channel is null && Type is null;
}

/// <summary>
/// The standing of a month. Cut by region, channel or problem type, each contract is scored anew from the facts of that part alone, which its
/// scorecard holds.
/// </summary>
public sealed class RankingReader(AppDb db, MonthStandings standings)
{
    public async Task<Standing> ReadAsync(YearMonth month, bool publishedOnly, RankingCut cut, CancellationToken cancel)
    {
        if (cut.IsWhole)
        {
            return await standings.OfAsync(month, publishedOnly, null, cancel);
        }

        var outlets = cut.Region is { } region
            ? (await db.Outlets.AsNoTracking().Where(o => o.RegionId == region).Select(o => o.Code).ToListAsync(cancel)).ToHashSet()
            : null;
        var filter = new SliceFilter(outlets, cut.Channel, cut.Type);
        var cards = await CardsAsync(month, publishedOnly, filter, cancel);
        var now = cards.Where(c => c.Month == month).ToList();
        return new Standing(
            RankingCalculator.Rank(now.Select(MonthStandings.Ranked), cards.Where(c => c.Month != month).Select(MonthStandings.Ranked)), now);
    }

    private async Task<List<StandingCard>> CardsAsync(YearMonth month, bool publishedOnly, SliceFilter filter, CancellationToken cancel)
    {
        var whole = await standings.CardsAsync([month, month.AddMonths(-1)], publishedOnly, null, cancel);
        var ids = whole.ConvertAll(c => c.Id);
        var contents = await (
            from s in db.Scorecards.AsNoTracking()
            join t in db.TermsVersions on s.TermsVersionId equals t.Id
            where ids.Contains(s.Id)
            select new { s.Id, s.Content, t.Terms }).ToDictionaryAsync(s => s.Id, cancel);
        return [.. whole.Select(c => (Card: c, Slice: RankingSlice.Of(contents[c.Id].Content, contents[c.Id].Terms, filter)))
            .Where(x => x.Slice.Metrics.Count > 0).Select(x => Cut(x.Card, x.Slice, filter.Outlets))];
    }

    private static StandingCard Cut(StandingCard card, SliceScore slice, IReadOnlySet<string>? outlets) => card with
    {
        FactCount = slice.FactCount,
        Summary = card.Summary with
        {
            Score = slice.Score, HalfWidth = slice.HalfWidth, Metrics = slice.Metrics, GradeCapped = false,
            OutletScores = [.. card.Summary.OutletScores.Where(o => outlets is null || outlets.Contains(o.OutletCode))],
        },
    };
}
