using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Home;

/// <summary>An unread line of the inbox; <paramref name="IssueId"/> is null where it is about no issue.</summary>
public sealed record NewsRow(Guid? IssueId, string Number, NoticeKind Kind, int Count, DateTimeOffset At);

public sealed record WorstOutlet(string Name, string Vendor, decimal Score, int FactCount, Guid Scorecard);

/// <summary>Who scored lowest in the latest month.</summary>
public sealed record Worst(YearMonth Month, IReadOnlyList<(RankedVendor Vendor, Guid Scorecard)> Vendors, IReadOnlyList<WorstOutlet> Outlets);

/// <summary>Where it hurts: early warnings, the lowest of the month, and the reader's news.</summary>
public sealed class HurtBoard(AppDb db, PaceReader pace, MonthStandings standings, CurrentUser user, TimeProvider clock)
{
    private const int Shown = 5;

    public async Task<List<PaceLine>> WarningsAsync(CancellationToken cancel) =>
        [.. (await pace.ReadAsync(clock.GetUtcNow(), user.Zone, peek: true, cancel)).Lines.Where(l => l.Warning.Outlook != Domain.Analysis.Outlook.OnTrack)];

    public Task<List<NewsRow>> NewsAsync(CancellationToken cancel) => (
        from n in db.Notices.AsNoTracking()
        join issue in db.Issues on n.IssueId equals (IssueId?)issue.Id into issues
        from i in issues.DefaultIfEmpty()
        where n.UserId == user.Id && n.InPage && n.ReadAt == null && (n.IssueId == null ? db.Contracts.Any(c => c.Id == n.ContractId) : i != null)
        orderby n.At descending
        select new NewsRow(i == null ? null : i.Id.Value, n.Number ?? i!.Number, n.Kind, n.Count, n.At)).Take(Shown).ToListAsync(cancel);

    /// <summary>Of the latest of the last months that has scorecards; null where none has. One query.</summary>
    public async Task<Worst?> WorstAsync(CancellationToken cancel)
    {
        var last = YearMonth.Of(clock.GetUtcNow(), user.Zone).AddMonths(-1);
        var cards = await standings.CardsAsync([last, last.AddMonths(-1), last.AddMonths(-2)], false, null, cancel);
        if (cards.Count == 0)
        {
            return null;
        }

        var month = cards.Max(c => c.Month);
        var now = cards.Where(c => c.Month == month).ToList();
        var ranking = RankingCalculator.Rank(
            now.Select(MonthStandings.Ranked), cards.Where(c => c.Month == month.AddMonths(-1)).Select(MonthStandings.Ranked));
        var vendors = ranking.Where(v => v.Rank is not null).Reverse().Take(Shown)
            .Select(v => (v, now.Where(c => c.VendorCode == v.VendorCode).MinBy(c => c.Summary.Score)!.Id.Value));
        var outlets = now.Where(c => !c.Unassigned)
            .SelectMany(c => c.Summary.OutletScores.Select(o => new WorstOutlet(o.OutletName, c.VendorName, o.Score, o.FactCount, c.Id.Value)))
            .OrderBy(o => o.Score).Take(Shown);
        return new Worst(month, [.. vendors], [.. outlets]);
    }
}
