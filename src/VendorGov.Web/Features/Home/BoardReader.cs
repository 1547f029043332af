using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Home;

/// <summary>What the home page shows. Each part is one query; the walls cut it to what the reader may see.</summary>
public sealed class BoardReader(AppDb db, ClockFacesLoader faces, CurrentUser user, TimeProvider clock)
{
    private const int Shown = 8;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool SeesDrafts => user.Role is Role.Headquarters or Role.Auditor;

    public async Task<Figures> FiguresAsync(CancellationToken cancel)
    {
        var (tenant, late, soon, open, waiting) = (db.Scope.Tenant, LateClocks(), SoonClocks(), db.OwnIssues.Where(i => i.Rank < IssueRank.Over), WaitingStates());
        var around = await db.Tenants.Where(t => t.Id == tenant).Select(t => new
        {
            Open = open.Where(i => i.State == IssueState.New || i.State == IssueState.InProgress || i.State == IssueState.WaitingOnOutlet).Take(Moments.Most).Count(),
            New = open.Where(i => i.State == IssueState.New).Take(Moments.Most).Count(),
            Waiting = open.Where(i => waiting.Contains(i.State)).Take(Moments.Most).Count(),
            Late = late.Select(o => o.IssueId).Distinct().Take(Moments.Most).Count(),
            Soon = soon.Take(Moments.Most).Count(),
            Decisions = new DecisionCounts
            {
                Drafts = db.Scorecards.Count(s => s.State == ScorecardState.Draft),
                Amendments = db.Amendments.Count(a => a.State == AmendmentState.Proposed && a.ProposedBySide == Side.Vendor),
                Exemptions = db.ExemptRequests.Count(e => e.State == ExemptState.Asked && !e.AskedByHeadquarters),
                Waivers = db.ClockWaivers.Count(w => w.Approved == null),
                Contests = db.Issues.Count(i => i.ContestState == ContestState.AwaitsHeadquarters),
                Appeals = db.Appeals.Count(a => a.State == AppealState.Final),
                Plans = db.CorrectiveActions.Count(a => a.State == ActionState.Planned),
            },
            Outlets = db.Outlets.Count(o => o.Active),
            Vendors = db.Vendors.Count(v => v.Active && !v.Unassigned),
        }).SingleAsync(cancel);
        return new Figures(around.Open, around.Late, around.Soon, around.New, around.Waiting, around.Decisions, around.Outlets, around.Vendors);
    }

    public Task<List<ClockRow>> LateAsync(CancellationToken cancel) => RowsAsync(LateClocks(), bySeverity: true, cancel);

    public Task<List<ClockRow>> SoonAsync(CancellationToken cancel) => RowsAsync(SoonClocks(), bySeverity: false, cancel);

    /// <summary>What the reader's side has to do next: a vendor acknowledges, an outlet answers and closes.</summary>
    public async Task<List<WaitingRow>> WaitingAsync(CancellationToken cancel)
    {
        var states = WaitingStates();
        return await (
            from i in db.OwnIssues.AsNoTracking()
            join o in db.Outlets on i.OutletId equals o.Id
            join v in db.Vendors on i.VendorId equals v.Id
            where states.Contains(i.State)
            orderby i.UpdatedAt
            select new WaitingRow(i.Id.Value, i.Number, i.Title, i.Severity, i.State, o.Name, v.Name, i.UpdatedAt))
            .Take(6).ToListAsync(cancel);
    }

    public async Task<List<ReportRow>> ReportsAsync(CancellationToken cancel)
    {
        var rows = await (
            from o in db.Obligations.AsNoTracking()
            join c in db.Contracts on o.ContractId equals c.Id
            join v in db.Vendors on o.VendorId equals v.Id
            where (o.Kind == ObligationKind.DeliverReport || o.Kind == ObligationKind.ResubmitReport)
                && (o.State == ClockState.Running || o.State == ClockState.Breached)
            orderby o.DueAt
            select new { v.Name, c.Number, o.ReportPeriod, o.ReportKind, o.DueAt }).Take(6).ToListAsync(cancel);
        return [.. rows.Select(r => new ReportRow(r.Name, r.Number, r.ReportPeriod, r.ReportKind, r.DueAt, r.DueAt < Now))];
    }

    /// <summary>Overdue promises, callbacks and referrals, the latest first due first; one query.</summary>
    public async Task<List<DutyRow>> DutiesAsync(CancellationToken cancel)
    {
        var rows = await db.Promises.Where(p => p.State == PromiseState.Open && p.DueAt < Now)
            .Select(p => new { Kind = 0, p.Id, What = p.What, p.DueAt, Level = 0 })
            .Concat(db.Callbacks.Where(c => c.State == CallbackState.Due && c.DueAt < Now)
                .Select(c => new { Kind = 1, c.Id, What = c.Topic, c.DueAt, Level = 0 }))
            .Concat(db.Referrals.Where(r => r.State == ReferralState.Open && r.DueAt < Now)
                .Select(r => new { Kind = 2, r.Id, What = r.Finding, r.DueAt, r.Level }))
            .OrderBy(d => d.DueAt).Take(Shown).ToListAsync(cancel);
        return [.. rows.Select(d => new DutyRow((DutyKind)d.Kind, d.Id, d.What, d.DueAt, d.Level))];
    }

    /// <summary>The latest scorecard of each contract, those that fell most first.</summary>
    public async Task<List<ScoreRow>> ScoresAsync(CancellationToken cancel)
    {
        var drafts = SeesDrafts;
        var cards = await (
            from s in db.Scorecards.AsNoTracking()
            join c in db.Contracts on s.ContractId equals c.Id
            join v in db.Vendors on s.VendorId equals v.Id
            where !v.Unassigned && (drafts || s.State == ScorecardState.Published)
            orderby s.Month descending, s.Revision descending
            select new { s.Id, s.ContractId, s.Month, s.Score, s.Grade, s.State, Vendor = v.Name, Contract = c.Number })
            .Take(240).ToListAsync(cancel);
        return [.. cards.GroupBy(c => c.ContractId).Select(contract =>
        {
            var months = contract.GroupBy(c => c.Month).Select(m => m.First()).OrderByDescending(c => c.Month).Take(6).ToList();
            var (last, before) = (months[0], months.Skip(1).FirstOrDefault());
            return new ScoreRow(
                last.Id.Value, last.Vendor, last.Contract, last.Month, last.Grade, last.Score, last.Score - before?.Score,
                last.State == ScorecardState.Draft,
                [.. months.Where(m => m.Score is not null).Select(m => m.Score!.Value).Reverse()]);
        }).OrderBy(r => r.Change ?? 0).Take(Shown)];
    }

    private IssueState[] WaitingStates() => user.Role switch
    {
        Role.VendorManager or Role.VendorAgentLead => [IssueState.New],
        Role.OutletManager or Role.OutletReviewer or Role.RegionalManager => [IssueState.WaitingOnOutlet, IssueState.Resolved],
        _ => [IssueState.WaitingOnOutlet],
    };

    /// <summary>Both states by their due instant, which a late clock has behind it: an OR of two conditions would read every clock there ever was.</summary>
    private IQueryable<Obligation> LateClocks() => db.Obligations.AsNoTracking().Where(o => o.IssueId != null
        && (o.State == ClockState.Breached || o.State == ClockState.Running) && o.DueAt <= Now);

    private IQueryable<Obligation> SoonClocks()
    {
        var until = Now + Soon;
        return db.Obligations.AsNoTracking().Where(o =>
            o.IssueId != null && o.State == ClockState.Running && o.DueAt > Now && o.DueAt <= until);
    }

    private async Task<List<ClockRow>> RowsAsync(IQueryable<Obligation> clocks, bool bySeverity, CancellationToken cancel)
    {
        var joined =
            from o in clocks
            join i in db.Issues on o.IssueId equals i.Id
            join outlet in db.Outlets on i.OutletId equals outlet.Id
            join vendor in db.Vendors on i.VendorId equals vendor.Id
            select new { Clock = o, Issue = i, Outlet = outlet.Name, Vendor = vendor.Name };
        var sorted = bySeverity
            ? joined.OrderBy(r => r.Issue.Severity).ThenBy(r => r.Clock.DueAt)
            : joined.OrderBy(r => r.Clock.DueAt);
        var found = await sorted.Select(r => new
        {
            r.Clock, r.Issue.Id, r.Issue.Number, r.Issue.Title, r.Issue.Severity, r.Issue.EscalationLevel, r.Issue.ContractId,
            r.Issue.TermsVersionId, r.Outlet, r.Vendor,
        }).Take(Shown).ToListAsync(cancel);
        var rows = new List<ClockRow>(found.Count);
        foreach (var r in found)
        {
            var line = ClockLine.Of(r.Clock, await faces.OfAsync(r.ContractId, r.TermsVersionId, cancel), Now);
            rows.Add(new ClockRow(r.Id.Value, r.Number, r.Title, r.Severity, r.EscalationLevel, r.Outlet, r.Vendor, line));
        }

        return rows;
    }
}
