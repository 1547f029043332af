using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared;

/// <summary>The scorecard that counts for one contract in one month: its latest revision.</summary>
public sealed record StandingCard(
    ScorecardId Id,
    Guid ContractId,
    string VendorCode,
    string VendorName,
    bool Unassigned,
    string ContractNumber,
    string Currency,
    YearMonth Month,
    int Revision,
    ScorecardState State,
    decimal Charge,
    int FactCount,
    decimal Credit,
    ScorecardSummary Summary);

/// <summary>Vendors of a month in order, and the scorecards behind them.</summary>
public sealed record Standing(IReadOnlyList<RankedVendor> Vendors, IReadOnlyList<StandingCard> Cards)
{
    public int Ranked => Vendors.Count(v => v.Rank is not null);
}

/// <summary>Reads the scorecards that the caller's scope shows and ranks their vendors; two queries.</summary>
public sealed class MonthStandings(AppDb db)
{
    /// <param name="month">The month to rank.</param>
    /// <param name="publishedOnly">Leaves drafts out: for everyone but headquarters and auditors.</param>
    /// <param name="region">Only contracts that cover an outlet of this region.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Standing> OfAsync(
        YearMonth month, bool publishedOnly, RegionId? region, CancellationToken cancellationToken)
    {
        var cards = await CardsAsync([month, month.AddMonths(-1)], publishedOnly, region, cancellationToken);
        var now = cards.Where(c => c.Month == month).ToList();
        var before = cards.Where(c => c.Month != month);
        return new Standing(RankingCalculator.Rank(now.Select(Ranked), before.Select(Ranked)), now);
    }

    /// <summary>The latest revision of each contract and month.</summary>
    public async Task<List<StandingCard>> CardsAsync(
        List<YearMonth> months, bool publishedOnly, RegionId? region, CancellationToken cancellationToken)
    {
        var scorecards = db.Scorecards.AsNoTracking().Where(s => months.Contains(s.Month));
        if (publishedOnly)
        {
            scorecards = scorecards.Where(s => s.State == ScorecardState.Published);
        }

        if (region is { } asked)
        {
            scorecards = scorecards.Where(s => db.ContractOutlets.Any(o => o.ContractId == s.ContractId
                && db.Outlets.Any(x => x.Id == o.OutletId && x.RegionId == asked)));
        }

        var rows = await (
            from s in scorecards
            join v in db.Vendors on s.VendorId equals v.Id
            join c in db.Contracts on s.ContractId equals c.Id
            orderby c.Number
            select new
            {
                s.Id, s.ContractId, v.Code, v.Name, v.Unassigned, c.Number, c.Currency,
                s.Month, s.Revision, s.State, s.Charge, s.FactCount, s.CreditAmount, s.Summary,
            }).ToListAsync(cancellationToken);
        return [.. rows
            .Select(r => new StandingCard(
                r.Id, r.ContractId.Value, r.Code, r.Name, r.Unassigned, r.Number, r.Currency,
                r.Month, r.Revision, r.State, r.Charge, r.FactCount, r.CreditAmount, r.Summary))
            .GroupBy(c => (c.ContractId, c.Month))
            .Select(g => g.MaxBy(c => c.Revision)!)];
    }

    public static RankedContract Ranked(StandingCard card) => new(
        card.VendorCode, card.VendorName, card.ContractNumber, card.Charge, card.Summary.Score, card.Summary.GradeCapped,
        card.Summary.HalfWidth, card.FactCount, card.Summary.MinimumFacts, card.Credit, card.Unassigned);
}

/// <summary>A vendor's own place: the one thing of the ranking that it may see.</summary>
public sealed record OwnPlace(RankedVendor Vendor, int Ranked);

/// <summary>
/// Ranks the whole tenant in a scope of its own and gives away one vendor's place only, as a vendor's scope sees no others.
/// </summary>
public sealed class VendorPlace(IServiceScopeFactory scopes)
{
    public async Task<OwnPlace?> OfAsync(TenantId tenant, VendorId vendor, YearMonth month, CancellationToken cancellationToken)
    {
        await using var inner = scopes.CreateAsyncScope();
        inner.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant);
        var db = inner.ServiceProvider.GetRequiredService<AppDb>();
        var code = await db.Vendors.Where(v => v.Id == vendor).Select(v => v.Code).SingleAsync(cancellationToken);
        var standing = await inner.ServiceProvider.GetRequiredService<MonthStandings>()
            .OfAsync(month, publishedOnly: true, null, cancellationToken);
        var own = standing.Vendors.FirstOrDefault(v => v.VendorCode == code);
        return own is null ? null : new OwnPlace(own, standing.Ranked);
    }
}
