using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// Marks what came due in one tenant: warnings, misses, escalations, asks that lapsed, resolved issues that nobody confirms. Reads only clocks whose next check has
/// come, by index; running it twice changes nothing more.
/// </summary>
public sealed class ClockSweep(AppDb db, ClockFacesLoader faces)
{
    private const int MostPerRun = 5_000;

    private sealed record Due(ObligationId Id, IssueId? Issue);

    /// <summary>How many clocks were looked at.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        var due = await DueAsync(now, cancel);
        var count = 0;
        foreach (var issue in due.GroupBy(o => o.Issue))
        {
            count += await SweepAsync(issue.Key, [.. issue.Select(o => o.Id)], now, cancel);
            db.ChangeTracker.Clear();
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

    /// <summary>One issue, one transaction. Somebody may write at the same moment: then the next minute sees to it.</summary>
    private async Task<int> SweepAsync(IssueId? id, List<ObligationId> due, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            if (id is { } key)
            {
                await SweepIssueAsync(key, now, cancel);
            }
            else
            {
                await SweepLooseAsync(due, now, cancel);
            }

            await db.SaveChangesAsync(cancel);
            return due.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
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
            var day = DateOnly.FromDateTime(obligation.StartedAt.UtcDateTime);
            var terms = await faces.TermsOnAsync(obligation.ContractId, day, cancel);
            obligation.Refresh(await faces.OfAsync(obligation.ContractId, terms.Id, cancel), now);
        }
    }

    /// <summary>Three calendar days are the least that three working days take, five the least of five.</summary>
    private async Task SilenceAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (reminder, end) = (now.AddDays(-2), now.AddDays(-5));
        db.ChangeTracker.Clear();
        var silent = await db.Issues.Include(i => i.Checklist).Where(i => i.State == IssueState.Resolved && i.Source == null
            && (i.ResolvedAt < end || (i.ResolvedAt < reminder && i.SilenceRemindedAt == null))).Take(MostPerRun).ToListAsync(cancel);
        foreach (var issue in silent)
        {
            if (issue.SweepSilence(await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel), now))
            {
                await SaveOrLeaveAsync(cancel);
            }
        }
    }

    private async Task SaveOrLeaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody wrote at the same moment; the next minute looks again.
            db.ChangeTracker.Clear();
        }
    }

    private async Task LapseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var asked = await db.Issues.Include(i => i.Obligations).Where(i => i.Obligations.Any(o => o.Provisional)).ToListAsync(cancel);
        var changed = false;
        foreach (var issue in asked)
        {
            changed |= issue.LapseWait(await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel), now);
        }

        if (changed)
        {
            await db.SaveChangesAsync(cancel);
        }
    }
}
