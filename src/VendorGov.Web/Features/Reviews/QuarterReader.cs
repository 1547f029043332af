using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Reviews;

/// <summary>A contract's month as the review shows it; null content where there is no scorecard.</summary>
public sealed record ReviewCard(Guid Id, string Contract, YearMonth Month, ScorecardState State, string Currency, ScorecardContent Content);

/// <summary>A vendor's month: mean score of its graded contracts weighted by charge, and its place of how many.</summary>
public sealed record ReviewMonth(YearMonth Month, decimal? Score, Grade? Grade, int? Rank, int Ranked, decimal Credit, int Facts);

public sealed record ReviewAction(string Number, string Title, ActionState State, DateOnly Until, DateTimeOffset? ClosedAt);

/// <summary>Everything that a quarter's review of one vendor says. Shares are 0..1.</summary>
public sealed record QuarterReview(
    VendorId Vendor, string Code, string Name, Quarter Quarter, IReadOnlyList<ReviewMonth> Months, IReadOnlyList<ReviewMonth> Trend,
    IReadOnlyList<ReviewCard> Cards, IReadOnlyList<ParetoBar> Types, Rate Quality, Rate Fatal, IReadOnlyList<ReviewAction> Actions, string Currency)
{
    public IReadOnlyList<ObligationFact> Missed => [.. Cards.SelectMany(c => c.Content.Obligations).Where(o => o is { Counted: true, Met: false })
        .OrderBy(o => o.Severity is null).ThenBy(o => o.Severity).ThenByDescending(o => o.ElapsedSeconds - o.TargetSeconds)];

    public int Counted => Cards.Sum(c => c.Content.Obligations.Count(o => o.Counted));

    /// <summary>One line a contract and metric: its value in each of the three months.</summary>
    public IEnumerable<(string Contract, MetricResult Last, IReadOnlyList<MetricResult?> ByMonth)> Metrics() =>
        from card in Cards.GroupBy(c => c.Contract)
        from code in card.SelectMany(c => c.Content.Metrics).Where(m => m.Status == MetricStatus.Scored).Select(m => m.Code).Distinct().OrderBy(MetricCatalogue.OrderOf)
        let months = Quarter.Months.Select(m => card.FirstOrDefault(c => c.Month == m)?.Content.Metrics.FirstOrDefault(x => x.Code == code)).ToList()
        select (card.Key, months.Last(m => m is not null)!, (IReadOnlyList<MetricResult?>)months);
}

/// <summary>Reads what a review needs, cut by the walls; drafts only for those who see them.</summary>
public sealed class QuarterReader(AppDb db, CurrentUser user, MonthStandings standings, VendorPlace place)
{
    private const int TrendMonths = 12;

    private bool SeesDrafts => user.Role is Role.Headquarters or Role.RegionalManager or Role.Auditor;

    /// <summary>The vendors and quarters that have scorecards, the latest first.</summary>
    public async Task<List<(VendorId Vendor, string Name, Quarter Quarter, int Cards)>> ListAsync(CancellationToken cancel)
    {
        var drafts = SeesDrafts;
        var rows = await (
            from s in db.Scorecards.AsNoTracking()
            join v in db.Vendors on s.VendorId equals v.Id
            where !v.Unassigned && (drafts || s.State == ScorecardState.Published)
            select new { v.Id, v.Name, s.Month, s.ContractId }).Distinct().ToListAsync(cancel);
        return [.. rows.GroupBy(r => (r.Id, r.Name, Quarter: Quarter.Of(r.Month)))
            .OrderByDescending(g => g.Key.Quarter.Year).ThenByDescending(g => g.Key.Quarter.Number).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => (g.Key.Id, g.Key.Name, g.Key.Quarter, g.Count()))];
    }

    /// <summary>Null for a vendor that the reader may not see, and where the quarter has no scorecard.</summary>
    public async Task<QuarterReview?> ReadAsync(VendorId vendor, Quarter quarter, CancellationToken cancel)
    {
        var found = await db.Vendors.AsNoTracking().Where(v => v.Id == vendor).Select(v => new { v.Code, v.Name }).FirstOrDefaultAsync(cancel);
        var cards = found is null ? [] : await CardsAsync(vendor, quarter, cancel);
        if (found is null || cards.Count == 0)
        {
            return null;
        }

        var months = new List<ReviewMonth>();
        foreach (var month in quarter.Months.Where(m => cards.Exists(c => c.Month == m)))
        {
            months.Add(await MonthAsync(vendor, found.Code, month, cancel));
        }

        var (quality, fatal) = await QualityAsync(vendor, quarter, cancel);
        return new QuarterReview(
            vendor, found.Code, found.Name, quarter, months, await TrendAsync(vendor, quarter, cancel), cards,
            await TypesAsync(vendor, quarter, cancel), quality, fatal, await ActionsAsync(vendor, quarter, cancel), cards[0].Currency);
    }

    private async Task<List<ReviewCard>> CardsAsync(VendorId vendor, Quarter quarter, CancellationToken cancel)
    {
        var (months, drafts) = (quarter.Months.ToList(), SeesDrafts);
        var rows = await (
            from s in db.Scorecards.AsNoTracking()
            join c in db.Contracts on s.ContractId equals c.Id
            where s.VendorId == vendor && months.Contains(s.Month) && (drafts || s.State == ScorecardState.Published)
            orderby c.Number, s.Month, s.Revision
            select new { s.Id, c.Number, s.Month, s.State, c.Currency, s.Content }).ToListAsync(cancel);
        return [.. rows.GroupBy(r => (r.Number, r.Month)).Select(g => g.Last())
            .Select(r => new ReviewCard(r.Id.Value, r.Number, r.Month, r.State, r.Currency, r.Content))];
    }

    /// <summary>A vendor learns its own place of how many and nothing else.</summary>
    private async Task<ReviewMonth> MonthAsync(VendorId vendor, string code, YearMonth month, CancellationToken cancel)
    {
        if (user.Member.VendorId is not null)
        {
            var own = await place.OfAsync(user.TenantId, vendor, month, cancel);
            return Of(month, own?.Vendor, own?.Ranked ?? 0);
        }

        var standing = await standings.OfAsync(month, !SeesDrafts, null, cancel);
        return Of(month, standing.Vendors.FirstOrDefault(v => v.VendorCode == code), standing.Ranked);
    }

    private static ReviewMonth Of(YearMonth month, Domain.Rankings.RankedVendor? v, int ranked) =>
        new(month, v?.Score, v?.Grade, v?.Rank, ranked, v?.Credit ?? 0, v?.FactCount ?? 0);

    private async Task<List<ReviewMonth>> TrendAsync(VendorId vendor, Quarter quarter, CancellationToken cancel)
    {
        var last = quarter.Months[^1];
        var (months, drafts) = (Enumerable.Range(1 - TrendMonths, TrendMonths).Select(last.AddMonths).ToList(), SeesDrafts);
        var rows = await db.Scorecards.AsNoTracking()
            .Where(s => s.VendorId == vendor && months.Contains(s.Month) && (drafts || s.State == ScorecardState.Published))
            .Select(s => new { s.ContractId, s.Month, s.Revision, s.Score, s.Charge, s.CreditAmount, s.FactCount }).ToListAsync(cancel);
        var latest = rows.GroupBy(r => (r.ContractId, r.Month)).Select(g => g.MaxBy(r => r.Revision)!).ToList();
        return [.. months.Where(m => latest.Exists(r => r.Month == m)).Select(m =>
        {
            var own = latest.Where(r => r.Month == m).ToList();
            var graded = own.Where(r => r.Score is not null).ToList();
            var charge = graded.Sum(r => r.Charge);
            decimal? score = graded.Count == 0 ? null : charge == 0 ? graded.Average(r => r.Score) : graded.Sum(r => r.Score!.Value * r.Charge) / charge;
            return new ReviewMonth(m, score, null, null, 0, own.Sum(r => r.CreditAmount), own.Sum(r => r.FactCount));
        })];
    }

    private async Task<IReadOnlyList<ParetoBar>> TypesAsync(VendorId vendor, Quarter quarter, CancellationToken cancel)
    {
        var (begin, end) = (MonthBounds.Of(quarter.Months[0], user.Zone).From, MonthBounds.Of(quarter.Months[^1], user.Zone).To);
        var counts = await db.Issues.AsNoTracking()
            .Where(i => i.VendorId == vendor && i.FiledAt >= begin && i.FiledAt < end && i.State != IssueState.Withdrawn)
            .GroupBy(i => i.ProblemType).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return ControlChart.Pareto(counts.Select(c => (c.Key.ToString(), c.Count)));
    }

    private async Task<(Rate Passed, Rate Fatal)> QualityAsync(VendorId vendor, Quarter quarter, CancellationToken cancel)
    {
        var months = quarter.Months.ToList();
        var rows = await db.Evaluations.AsNoTracking()
            .Where(e => e.VendorId == vendor && months.Contains(e.Month) && e.ShownAt != null && e.State == EvaluationState.Submitted
                && e.Purpose == EvaluationPurpose.Random && e.Raw != null)
            .GroupBy(e => new { e.Passed, e.HasFatal }).Select(g => new { g.Key.Passed, g.Key.HasFatal, Count = g.Count() }).ToListAsync(cancel);
        var all = rows.Sum(r => r.Count);
        return (new Rate(rows.Where(r => r.Passed).Sum(r => r.Count), all), new Rate(rows.Where(r => r.HasFatal).Sum(r => r.Count), all));
    }

    private Task<List<ReviewAction>> ActionsAsync(VendorId vendor, Quarter quarter, CancellationToken cancel)
    {
        var (begin, end) = (MonthBounds.Of(quarter.Months[0], user.Zone).From, MonthBounds.Of(quarter.Months[^1], user.Zone).To);
        return db.CorrectiveActions.AsNoTracking()
            .Where(a => a.VendorId == vendor && a.DemandedAt < end && (a.ClosedAt == null || a.ClosedAt >= begin) && a.State != ActionState.Withdrawn)
            .OrderBy(a => a.Until).Select(a => new ReviewAction(a.Number, a.Title, a.State, a.Until, a.ClosedAt)).ToListAsync(cancel);
    }
}
