using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// Marks what came due in one tenant: warnings, misses, escalations, asks that lapsed, resolved issues that nobody confirms. Reads
/// only clocks whose next check has come, by index; running it twice changes nothing more. One issue, one transaction: where
/// somebody writes at the same moment, the next minute sees to it.
/// </summary>
public sealed class ClockSweep(AppDb db, ClockFacesLoader faces)
{
    private const int MostPerRun = 5_000;

    private sealed record Due(ObligationId Id, IssueId? Issue);

    /// <summary>How many clocks were looked at.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        await db.StandUnknownAsync(cancel);
        var due = await DueAsync(now, cancel);
        var count = 0;
        foreach (var issue in due.GroupBy(o => o.Issue))
        {
            var ids = issue.Select(o => o.Id).ToList();
            count += await SavedAsync(() => SweepAsync(issue.Key, ids, now, cancel), cancel) ? ids.Count : 0;
        }

        await LapseAsync(now, cancel);
        await SilenceAsync(now, cancel);
        return count;
    }

    /// <summary>
    /// Asked once per run: a clock that reached its target at closing time is neither late nor past its check until the calendar
    /// opens again, so asking until nothing is left would go on all night.
    /// </summary>
    private async Task<List<Due>> DueAsync(DateTimeOffset now, CancellationToken cancel) =>
        await db.Obligations.Where(o => o.NextCheckAt != null && o.NextCheckAt <= now)
            .OrderBy(o => o.NextCheckAt).Take(MostPerRun).Select(o => new Due(o.Id, o.IssueId)).ToListAsync(cancel);

    private Task SweepAsync(IssueId? id, List<ObligationId> due, DateTimeOffset now, CancellationToken cancel) =>
        id is { } key ? SweepIssueAsync(key, now, cancel) : SweepLooseAsync(due, now, cancel);

    /// <summary>False where somebody else wrote at the same moment.</summary>
    private async Task<bool> SavedAsync(Func<Task> change, CancellationToken cancel)
    {
        try
        {
            await change();
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task SweepIssueAsync(IssueId id, DateTimeOffset now, CancellationToken cancel)
    {
        var issue = await db.Issues.Include(i => i.Obligations).SingleAsync(i => i.Id == id, cancel);
        issue.Sweep(await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel), now);
    }

    private async Task SweepLooseAsync(List<ObligationId> ids, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var obligation in await db.Obligations.Where(o => ids.Contains(o.Id)).ToListAsync(cancel))
        {
            obligation.Refresh(await faces.SinceAsync(obligation.ContractId, obligation.StartedAt, cancel), now);
        }
    }

    /// <summary>Asked with an index first: three working days take more than two calendar days, five more than four.</summary>
    private async Task SilenceAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (reminder, end) = (now.AddDays(-2), now.AddDays(-4));
        var silent = await db.Issues.Where(i => i.State == IssueState.Resolved && i.Source == null
                && (i.ResolvedAt < end || (i.ResolvedAt < reminder && i.SilenceRemindedAt == null)))
            .OrderBy(i => i.ResolvedAt).Take(MostPerRun).Select(i => i.Id).ToListAsync(cancel);
        foreach (var id in silent)
        {
            await SavedAsync(
                async () =>
                {
                    var issue = await db.Issues.Include(i => i.Checklist).SingleAsync(i => i.Id == id, cancel);
                    issue.SweepSilence(await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel), now);
                },
                cancel);
        }
    }

    private async Task LapseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var id in await db.Issues.Where(i => i.Rank < IssueRank.Over && i.AwaitsAnswer).Select(i => i.Id).ToListAsync(cancel))
        {
            await SavedAsync(
                async () =>
                {
                    var issue = await db.Issues.Include(i => i.Obligations).SingleAsync(i => i.Id == id, cancel);
                    issue.LapseWait(await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel), now);
                },
                cancel);
        }
    }
}
