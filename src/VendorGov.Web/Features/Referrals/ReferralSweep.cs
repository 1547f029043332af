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
        var due = await db.Referrals.Where(r => r.NextClimbAt != null && r.NextClimbAt < now).OrderBy(r => r.NextClimbAt).Take(MostPerRun).ToListAsync(cancel);
        var count = 0;
        foreach (var referral in due)
        {
            count += await ClimbAsync(referral, now, cancel) ? 1 : 0;
        }

        return count;
    }

    private async Task<bool> ClimbAsync(Referral referral, DateTimeOffset now, CancellationToken cancel)
    {
        var issue = await db.Issues.AsNoTracking().Where(i => i.Id == referral.IssueId).Select(i => new { i.ContractId, i.TermsVersionId }).SingleAsync(cancel);
        var office = (await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel)).Office;
        try
        {
            var climbed = referral.Climb(office, now);
            await db.SaveChangesAsync(cancel);
            return climbed;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody answered at this moment.
            db.Entry(referral).State = EntityState.Detached;
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
