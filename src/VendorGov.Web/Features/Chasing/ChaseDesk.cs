using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Chasing;

/// <summary>
/// Lets unresolved complaints chase themselves on working days 2, 4 and 5. Idempotent by the unique key of complaint and day: whoever comes
/// second, on another node or after a crash, changes nothing.
/// </summary>
public sealed class ChaseDesk(AppDb db, ClockFacesLoader faces)
{
    private const int MostPerRun = 5_000;

    /// <summary>How many complaints were chased.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // Two working days take more than one calendar day; after the last chase there is nothing to do.
        var (since, all) = (now.AddDays(-1), Issue.ChaseDays.Count);
        var due = await db.Issues
            .Where(i => i.ProblemType == ProblemType.ComplaintMishandled && i.Source == null && i.FiledAt < since
                && (i.State == IssueState.New || i.State == IssueState.InProgress || i.State == IssueState.WaitingOnOutlet)
                && db.ComplaintChases.Count(c => c.IssueId == i.Id) < all)
            .OrderBy(i => i.FiledAt).Take(MostPerRun).Select(i => i.Id).ToListAsync(cancel);
        var chased = 0;
        foreach (var id in due)
        {
            chased += await ChaseAsync(id, now, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return chased;
    }

    private async Task<bool> ChaseAsync(IssueId id, DateTimeOffset now, CancellationToken cancel)
    {
        var issue = await db.Issues.SingleAsync(i => i.Id == id, cancel);
        var made = await db.ComplaintChases.AsNoTracking().Where(c => c.IssueId == id).Select(c => c.Day).ToListAsync(cancel);
        var chases = issue.Chase(made, await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel), now);
        db.ComplaintChases.AddRange(chases);
        try
        {
            await db.SaveChangesAsync(cancel);
            return chases.Count > 0;
        }
        catch (DbUpdateException)
        {
            // Somebody wrote at the same moment: the next run sees to what is left.
            return false;
        }
    }
}
