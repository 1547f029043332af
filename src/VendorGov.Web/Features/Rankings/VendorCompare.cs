using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Rankings;

/// <summary>A vendor's month: the mean of its graded contracts weighted by charge, and its credits.</summary>
public sealed record VendorMonth(YearMonth Month, decimal? Score, decimal Credit, string Currency);

/// <summary>One metric of all vendors that are compared, null where a vendor has no figure.</summary>
public sealed record ComparedMetric(string Code, string NameZh, string NameEn, string Unit, MetricDirection Direction, IReadOnlyList<PooledMetric?> Values)
{
    /// <summary>Which vendors are best at it; none where fewer than two have a figure or all are equal.</summary>
    public IReadOnlySet<int> Best()
    {
        var known = Values.Select((v, i) => (v, i)).Where(x => x.v is not null).ToList();
        if (known.Count < 2 || known.Select(x => x.v!.Value).Distinct().Count() == 1)
        {
            return new HashSet<int>();
        }

        var best = Direction == MetricDirection.Up ? known.Max(x => x.v!.Value) : known.Min(x => x.v!.Value);
        return known.Where(x => x.v!.Value == best).Select(x => x.i).ToHashSet();
    }
}

public sealed record ComparedType(ProblemType Type, IReadOnlyList<int> Counts);

/// <summary>Two or three vendors side by side.</summary>
public sealed class VendorCompare(AppDb db)
{
    private const int MonthsBack = 12;

    /// <summary>Scores and credits of the twelve months up to <paramref name="last"/>, by vendor code; one query.</summary>
    public async Task<Dictionary<string, List<VendorMonth>>> TrendAsync(
        IReadOnlyList<string> codes, YearMonth last, bool publishedOnly, CancellationToken cancel)
    {
        var months = Enumerable.Range(0, MonthsBack).Select(i => last.AddMonths(i - MonthsBack + 1)).ToList();
        var rows = await (
            from s in db.Scorecards.AsNoTracking()
            join v in db.Vendors on s.VendorId equals v.Id
            join k in db.Contracts on s.ContractId equals k.Id
            where codes.Contains(v.Code) && months.Contains(s.Month) && (!publishedOnly || s.State == ScorecardState.Published)
            select new { v.Code, s.ContractId, s.Month, s.Revision, s.Score, s.Charge, s.CreditAmount, k.Currency }).ToListAsync(cancel);
        var latest = rows.GroupBy(r => (r.ContractId, r.Month)).Select(g => g.MaxBy(r => r.Revision)!).ToList();
        return codes.ToDictionary(c => c, c => months.ConvertAll(m =>
        {
            var own = latest.Where(r => r.Code == c && r.Month == m).ToList();
            var graded = own.Where(r => r.Score is not null).ToList();
            var charge = graded.Sum(r => r.Charge);
            decimal? score = graded.Count == 0 ? null
                : charge == 0 ? graded.Average(r => r.Score) : graded.Sum(r => r.Score!.Value * r.Charge) / charge;
            return new VendorMonth(m, score, own.Sum(r => r.CreditAmount), own.Count == 0 ? "CNY" : own[0].Currency);
        }));
    }

    /// <summary>Issues filed in the month by problem type.</summary>
    public async Task<List<ComparedType>> TypesAsync(IReadOnlyList<string> codes, YearMonth month, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (begin, end) = MonthBounds.Of(month, zone);
        var counts = await (
            from i in db.Issues.AsNoTracking()
            join v in db.Vendors on i.VendorId equals v.Id
            where codes.Contains(v.Code) && i.FiledAt >= begin && i.FiledAt < end && i.State != IssueState.Withdrawn
            group i by new { v.Code, i.ProblemType } into g
            select new { g.Key.Code, g.Key.ProblemType, Count = g.Count() }).ToListAsync(cancel);
        return [.. Enum.GetValues<ProblemType>()
            .Select(t => new ComparedType(t, [.. codes.Select(c => counts.Find(x => x.Code == c && x.ProblemType == t)?.Count ?? 0)]))
            .Where(t => t.Counts.Any(c => c > 0)).OrderByDescending(t => t.Counts.Sum())];
    }

    /// <summary>All metrics that any of them has a figure for, in the order of the scorecard.</summary>
    public static IReadOnlyList<ComparedMetric> Metrics(IReadOnlyList<RankedVendor> vendors, Standing standing) =>
        [.. RankingColumn.Of(standing, int.MaxValue)
            .Select(c => new ComparedMetric(
                c.Code, c.NameZh, c.NameEn, c.Unit, MetricCatalogue.Find(c.Code).Direction, [.. vendors.Select(c.Of)]))
            .Where(m => m.Values.Any(v => v is not null))];
}
