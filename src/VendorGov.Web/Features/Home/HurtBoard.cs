using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Home;

/// <summary>Things of one kind that wait for a word. <paramref name="Key"/> names the text.</summary>
public sealed record DecisionRow(string Key, int Count, string Url);

public sealed record NewsRow(Guid IssueId, string Number, NoticeKind Kind, int Count, DateTimeOffset At);

public sealed record WorstOutlet(string Name, string Vendor, decimal Score, int FactCount, Guid Scorecard);

/// <summary>Who scored lowest in the latest month.</summary>
public sealed record Worst(YearMonth Month, IReadOnlyList<(RankedVendor Vendor, Guid Scorecard)> Vendors, IReadOnlyList<WorstOutlet> Outlets);

/// <summary>Where it hurts: early warnings, the lowest of the month, what waits for headquarters, and the reader's news.</summary>
public sealed class HurtBoard(AppDb db, PaceReader pace, MonthStandings standings, CurrentUser user, TimeProvider clock)
{
    private const int Shown = 5;

    public async Task<List<PaceLine>> WarningsAsync(CancellationToken cancel) =>
        [.. (await pace.ReadAsync(clock.GetUtcNow(), user.Zone, cancel)).Where(l => l.Warning.Outlook != Domain.Analysis.Outlook.OnTrack)];

    /// <summary>One query.</summary>
    public async Task<List<DecisionRow>> DecisionsAsync(CancellationToken cancel)
    {
        var tenant = db.Scope.Tenant;
        var n = await db.Tenants.Where(t => t.Id == tenant).Select(t => new
        {
            Drafts = db.Scorecards.Count(s => s.State == ScorecardState.Draft),
            Amendments = db.Amendments.Count(a => a.State == AmendmentState.Proposed && a.ProposedBySide == Side.Vendor),
            Exemptions = db.ExemptRequests.Count(e => e.State == ExemptState.Asked && !e.AskedByHeadquarters),
            Waivers = db.ClockWaivers.Count(w => w.Approved == null),
            Contests = db.Issues.Count(i => i.ContestState == ContestState.AwaitsHeadquarters),
            Appeals = db.Appeals.Count(a => a.State == AppealState.Final),
            Plans = db.CorrectiveActions.Count(a => a.State == ActionState.Planned),
        }).SingleAsync(cancel);
        DecisionRow[] rows =
        [
            new("contests", n.Contests, "/Issues"), new("waivers", n.Waivers, "/Issues"), new("exemptions", n.Exemptions, "/Exemptions"),
            new("amendments", n.Amendments, "/Contracts"), new("appeals", n.Appeals, "/Inspections/Appeals"), new("plans", n.Plans, "/Improvement"),
            new("drafts", n.Drafts, "/Scorecards?state=Draft"),
        ];
        return [.. rows.Where(r => r.Count > 0)];
    }

    public Task<List<NewsRow>> NewsAsync(CancellationToken cancel) => (
        from n in db.Notices.AsNoTracking()
        join i in db.Issues on n.IssueId equals i.Id
        where n.UserId == user.Id && n.InPage && n.ReadAt == null
        orderby n.At descending
        select new NewsRow(i.Id.Value, i.Number, n.Kind, n.Count, n.At)).Take(Shown).ToListAsync(cancel);

    /// <summary>Null before the first scorecard. Two queries.</summary>
    public async Task<Worst?> WorstAsync(CancellationToken cancel)
    {
        var months = await db.Scorecards.AsNoTracking().OrderByDescending(s => s.Month).Select(s => s.Month).Take(1).ToListAsync(cancel);
        if (months.Count == 0)
        {
            return null;
        }

        var standing = await standings.OfAsync(months[0], false, null, cancel);
        var vendors = standing.Vendors.Where(v => v.Rank is not null).Reverse().Take(Shown)
            .Select(v => (v, standing.Cards.Where(c => c.VendorCode == v.VendorCode).MinBy(c => c.Summary.Score)!.Id.Value));
        var outlets = standing.Cards.Where(c => !c.Unassigned)
            .SelectMany(c => c.Summary.OutletScores.Select(o => new WorstOutlet(o.OutletName, c.VendorName, o.Score, o.FactCount, c.Id.Value)))
            .OrderBy(o => o.Score).Take(Shown);
        return new Worst(months[0], [.. vendors], [.. outlets]);
    }
}
