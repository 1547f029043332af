using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Improvement;

/// <summary>Corrective actions with their two clocks, saved together.</summary>
public sealed class ImprovementDesk(AppDb db, ClockFacesLoader clocks, ActionNumbers numbers, TimeProvider clock)
{
    /// <summary>Days that a vendor has for what a month's metric demands.</summary>
    public const int DefaultDays = 30;

    public sealed record Owed(Obligation Plan, Obligation Action, ClockFaces Faces);

    public async Task<CorrectiveAction> AskAsync(Contract contract, ActionDemand demand, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var faces = await FacesAsync(contract.Id, now, cancel);
        var (action, plan, owed) = CorrectiveAction.Ask(contract, await numbers.NextAsync(now.Year, cancel), demand, faces, db.Scope.ActorName, now);
        db.Obligations.AddRange(plan, owed);
        db.CorrectiveActions.Add(action);
        await db.SaveChangesAsync(cancel);
        return action;
    }

    public async Task<Owed> OwedAsync(CorrectiveAction action, CancellationToken cancel) => new(
        await db.Obligations.SingleAsync(o => o.Id == action.PlanOwedId, cancel), await db.Obligations.SingleAsync(o => o.Id == action.ActionOwedId, cancel),
        await FacesAsync(action.ContractId, action.DemandedAt, cancel));

    /// <summary>
    /// Metrics of a published month with 2 or more undoubled points demand a plan (SLA semantics 3.4), once per contract, month and metric.
    /// </summary>
    public async Task<int> DemandForMetricsAsync(CancellationToken cancel)
    {
        var (now, asked) = (clock.GetUtcNow(), 0);
        var since = YearMonth.Of(DateOnly.FromDateTime(now.UtcDateTime)).AddMonths(-2);
        var months = Enumerable.Range(0, 3).Select(since.AddMonths).ToList();
        var cards = await db.Scorecards.AsNoTracking().Where(s => s.State == ScorecardState.Published && months.Contains(s.Month))
            .Select(s => new { s.ContractId, s.Month, s.Revision, s.Content }).ToListAsync(cancel);
        foreach (var card in cards.GroupBy(c => (c.ContractId, c.Month)).Select(g => g.MaxBy(c => c.Revision)!))
        {
            var known = await db.CorrectiveActions.AsNoTracking().Where(a => a.ContractId == card.ContractId && a.Month == card.Month).Select(a => a.MetricCode).ToListAsync(cancel);
            foreach (var metric in card.Content.Metrics.Where(m => m.Points >= 2 && m.Code != "CAP" && !known.Contains(m.Code)))
            {
                var contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == card.ContractId, cancel);
                await AskAsync(contract, Of(metric, card.Month, DateOnly.FromDateTime(now.UtcDateTime).AddDays(DefaultDays)), cancel);
                db.ChangeTracker.Clear();
                asked++;
            }
        }

        return asked;
    }

    /// <summary>Overdue ones climb; how many did.</summary>
    public async Task<int> ClimbAsync(CancellationToken cancel)
    {
        var (now, changed) = (clock.GetUtcNow(), 0);
        var open = await db.CorrectiveActions.Where(a => a.State != ActionState.Verified && a.State != ActionState.Withdrawn && a.Level < CorrectiveAction.HighestLevel).ToListAsync(cancel);
        foreach (var action in open)
        {
            var owed = await OwedAsync(action, cancel);
            changed += action.Climb(owed.Plan, owed.Action, owed.Faces.Office, now) ? 1 : 0;
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return changed;
    }

    private static ActionDemand Of(MetricResult metric, YearMonth month, DateOnly until)
    {
        var zh = Text.For(Text.Chinese, TimeZoneInfo.Utc);
        return new ActionDemand(
            ActionOrigin.Metric, zh["improvement.metricTitle", month.ToString(), metric.NameZh],
            zh["improvement.metricFinding", metric.NameZh, zh.Number(metric.Value), zh.Number(metric.Minimum), metric.Unit], $"{metric.NameZh} ({metric.Unit})",
            metric.Code, metric.Value, metric.Target, until, Month: month);
    }

    /// <summary>By the terms of the day before the clock began, as a recount finds them.</summary>
    private async Task<ClockFaces> FacesAsync(ContractId contract, DateTimeOffset start, CancellationToken cancel)
    {
        var terms = await clocks.TermsOnAsync(contract, DateOnly.FromDateTime(start.UtcDateTime).AddDays(-1), cancel);
        return await clocks.OfAsync(contract, terms.Id, cancel);
    }
}
