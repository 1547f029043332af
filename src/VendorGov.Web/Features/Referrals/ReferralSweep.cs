using Microsoft.EntityFrameworkCore;
using Quartz;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Referrals;

/// <summary>Lets referrals climb that nobody answered in time. Reads only what is due, by index; running it twice changes nothing more.</summary>
public sealed class ReferralSweep(AppDb db, ClockFacesLoader faces)
{
    private const int MostPerRun = 1_000;

    /// <summary>How many climbed.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        var due = await db.Referrals.Where(r => r.NextClimbAt != null && r.NextClimbAt < now).OrderBy(r => r.NextClimbAt).Take(MostPerRun).Select(r => r.Id).ToListAsync(cancel);
        var count = 0;
        foreach (var id in due)
        {
            count += await ClimbAsync(id, now, cancel) ? 1 : 0;
        }

        return count;
    }

    private async Task<bool> ClimbAsync(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var referral = await db.Referrals.SingleAsync(r => r.Id == id, cancel);
        var issue = await db.Issues.SingleAsync(i => i.Id == referral.IssueId, cancel);
        var office = (await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel)).Office;
        try
        {
            var climbed = referral.Climb(office, now);
            if (climbed)
            {
                issue.NoteReferralClimb(referral.Level, now);
            }

            await db.SaveChangesAsync(cancel);
            return climbed;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody answered at this moment, or changed the issue: the next run looks again.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

/// <summary>Each five minutes: referrals whose answer is overdue, in every tenant.</summary>
[DisallowConcurrentExecution]
public sealed class ReferralSweepJob(PerTenant tenants, TimeProvider clock) : IJob
{
    public const string Name = "referral-sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name, (services, cancel) => services.GetRequiredService<ReferralSweep>().RunAsync(clock.GetUtcNow(), cancel), cancellationToken);
}
