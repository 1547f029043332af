using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Analysis;

/// <summary>A contract whose metrics can be followed.</summary>
public sealed record FollowedContract(Guid Id, string Vendor, string Number);

/// <summary>The facts of a contract's scorecards, to be counted week by week.</summary>
public sealed class MetricHistory(AppDb db, CurrentUser user)
{
    private const int MostMonths = 12;

    public Task<List<FollowedContract>> ContractsAsync(CancellationToken cancel) => (
        from c in db.Contracts.AsNoTracking()
        join v in db.Vendors on c.VendorId equals v.Id
        where db.Scorecards.Any(s => s.ContractId == c.Id)
        orderby c.Number
        select new FollowedContract(c.Id.Value, v.Name, c.Number)).ToListAsync(cancel);

    /// <summary>The latest revision of each of the last twelve months, oldest first; drafts for those who see them.</summary>
    public async Task<List<ScoredMonth>> MonthsAsync(Guid contract, CancellationToken cancel)
    {
        var (id, drafts) = (new ContractId(contract), user.Role is Role.Headquarters or Role.RegionalManager or Role.Auditor);
        var cards = await db.Scorecards.AsNoTracking().Where(s => s.ContractId == id && (drafts || s.State == ScorecardState.Published))
            .OrderByDescending(s => s.Month).ThenByDescending(s => s.Revision).Select(s => new { s.Id, s.Month }).Take(4 * MostMonths).ToListAsync(cancel);
        var ids = cards.GroupBy(c => c.Month).Select(g => g.First().Id).Take(MostMonths).ToList();
        var months = await (
            from s in db.Scorecards.AsNoTracking()
            join t in db.TermsVersions on s.TermsVersionId equals t.Id
            where ids.Contains(s.Id)
            orderby s.Month
            select new { s.Content, t.Terms }).ToListAsync(cancel);
        return months.ConvertAll(m => new ScoredMonth(m.Content, m.Terms));
    }

    /// <summary>Metrics that the months have figures for and that can be told week by week, in the order of the scorecard.</summary>
    public static IReadOnlyList<string> Codes(IReadOnlyList<ScoredMonth> months) =>
        [.. months.SelectMany(m => m.Content.Metrics).Where(m => m.Value is not null).Select(m => m.Code).Distinct()
            .Except(["ATR", "CERT", "AVL", "ACC"]).OrderBy(MetricCatalogue.OrderOf)];

    /// <summary>What went wrong of what was due: the rest of a metric of which more is better, the events of one of which less is better.</summary>
    public static IReadOnlyList<ChartSample> Failures(IReadOnlyList<MetricWeek> weeks, string code) =>
        [.. weeks.Select(w => new ChartSample(
            w.Monday.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            MetricCatalogue.Find(code).Direction == MetricDirection.Up ? w.Denominator - w.Numerator : w.Numerator, w.Denominator))];
}
