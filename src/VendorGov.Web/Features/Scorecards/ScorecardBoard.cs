using Microsoft.EntityFrameworkCore;
using Quartz;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>How far an asked-for run is: contracts drafted since then, of all that the month has.</summary>
public sealed record RunProgress(int Done, int Kept, int Total, bool Running)
{
    public int Percent => Total == 0 ? 100 : Math.Min(100, 100 * (Done + Kept) / Total);
}

/// <summary>What headquarters do with a month's scorecards: ask for a run, watch it, revise.</summary>
public sealed class ScorecardBoard(AppDb db, TimeProvider clock, IEnumerable<ISchedulerFactory> schedulers, ScorecardRun run)
{
    /// <summary>A run that has shown no end by then has failed; the log says why.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Hands the run to the job, so that it survives a restart and does not run twice at once. A node without jobs runs it
    /// itself.
    /// </summary>
    public async Task AskAsync(TenantId tenant, YearMonth month, CancellationToken cancellationToken)
    {
        if (schedulers.FirstOrDefault() is not { } factory)
        {
            await run.RunAsync(month, new RunOptions(), cancellationToken);
            return;
        }

        var scheduler = await factory.GetScheduler(cancellationToken);
        var data = new JobDataMap
        {
            [MonthlyScorecardsJob.TenantKey] = tenant.Value.ToString(),
            [MonthlyScorecardsJob.MonthKey] = month.ToString(),
        };
        await scheduler.TriggerJob(new JobKey(MonthlyScorecardsJob.Name), data, cancellationToken);
    }

    public async Task<RunProgress> ProgressAsync(
        TenantId tenant, YearMonth month, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var total = await run.Contracts(month).CountAsync(cancellationToken);
        var cards = db.Scorecards.AsNoTracking().Where(s => s.TenantId == tenant && s.Month == month);
        var kept = await cards.Where(s => s.State != ScorecardState.Draft).Select(s => s.ContractId).Distinct()
            .CountAsync(c => !cards.Any(d => d.ContractId == c && d.State == ScorecardState.Draft), cancellationToken);
        var done = await cards.CountAsync(s => s.State == ScorecardState.Draft && s.DraftedAt >= since, cancellationToken);
        return new RunProgress(done, kept, total, done + kept < total && clock.GetUtcNow() - since < Patience);
    }

    /// <summary>Opens the next revision of a published scorecard and calculates it. Refused while one is open.</summary>
    public async Task<Scorecard> ReviseAsync(Scorecard card, string? reason, CancellationToken cancellationToken)
    {
        if (await db.Scorecards.AnyAsync(
            s => s.ContractId == card.ContractId && s.Month == card.Month && s.Revision > card.Revision, cancellationToken))
        {
            throw new RuleViolationException("scorecard-revised");
        }

        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == card.ContractId, cancellationToken);
        var next = card.Revise(contract, reason);
        next.Draft(card.Content with { Revision = next.Revision }, card.TermsVersionId, clock.GetUtcNow());
        db.Scorecards.Add(next);
        await db.SaveChangesAsync(cancellationToken);
        await RedraftAsync(next, cancellationToken);
        return next;
    }

    public Task RedraftAsync(Scorecard card, CancellationToken cancellationToken) =>
        run.RunAsync(card.Month, new RunOptions(Contract: card.ContractId), cancellationToken);
}
