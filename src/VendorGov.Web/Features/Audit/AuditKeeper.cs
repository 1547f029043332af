using Microsoft.EntityFrameworkCore;
using Quartz;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Audit;

/// <summary>What a check of a tenant's trail found. <paramref name="Break"/>: number of the first entry that does not fit; null where all do.</summary>
public sealed record AuditFinding(long Checked, int Waiting, long? Break);

/// <summary>Lets entries join their tenant's chain, in the order in which they were written, and checks it.</summary>
public sealed class AuditKeeper(AppDb db)
{
    private const int Batch = 2000;

    /// <summary>
    /// Chains what waits. Of two nodes that try at once the head's version lets one save; the other's batch is chained by the next run.
    /// </summary>
    public async Task<int> ChainAsync(CancellationToken cancel)
    {
        var done = 0;
        for (var more = true; more;)
        {
            var waiting = await db.AuditEntries.Where(a => a.Sequence == null).OrderBy(a => a.Id).Take(Batch).ToListAsync(cancel);
            if (waiting.Count > 0)
            {
                (await HeadAsync(cancel)).Append(waiting);
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }

            done += waiting.Count;
            more = waiting.Count == Batch;
        }

        return done;
    }

    /// <summary>Reads the whole chain, a batch at a time.</summary>
    public async Task<AuditFinding> CheckAsync(CancellationToken cancel)
    {
        var head = await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancel) ?? new AuditHead(db.Scope.Tenant);
        var (at, hash, count) = (head.KeptAfter, head.KeptAfterHash, 0L);
        for (var page = await PageAsync(at, head, cancel); page.Count > 0; page = await PageAsync(at, head, cancel))
        {
            if (AuditChain.FirstBreak(at, hash, page) is { } wrong)
            {
                return await FoundAsync(count, wrong, cancel);
            }

            (at, hash, count) = (page[^1].Sequence!.Value, page[^1].Hash!, count + page.Count);
        }

        return await FoundAsync(count, at == head.Sequence && hash == head.Hash ? null : at + 1, cancel);
    }

    private async Task<AuditFinding> FoundAsync(long count, long? wrong, CancellationToken cancel) =>
        new(count, await db.AuditEntries.CountAsync(a => a.Sequence == null, cancel), wrong);

    // What is chained while the check reads stands behind the head that it began with.
    private Task<List<AuditEntry>> PageAsync(long after, AuditHead head, CancellationToken cancel) =>
        db.AuditEntries.AsNoTracking().Where(a => a.Sequence > after && a.Sequence <= head.Sequence).OrderBy(a => a.Sequence).Take(Batch).ToListAsync(cancel);

    private async Task<AuditHead> HeadAsync(CancellationToken cancel)
    {
        if (await db.AuditHeads.FirstOrDefaultAsync(cancel) is { } head)
        {
            return head;
        }

        var first = new AuditHead(db.Scope.Tenant);
        db.AuditHeads.Add(first);
        return first;
    }
}

/// <summary>Each minute: what was written joins the chain.</summary>
public sealed class AuditChainJob(PerTenant tenants) : IJob
{
    public const string Name = "audit-chain";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tenants.RunAsync(
        Name, (services, cancel) => services.GetRequiredService<AuditKeeper>().ChainAsync(cancel), cancellationToken);
}

/// <summary>Each night: the whole chain is read; a break is an error in the log and on the page.</summary>
public sealed partial class AuditCheckJob(PerTenant tenants, ILogger<AuditCheckJob> log) : IJob
{
    public const string Name = "audit-check";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tenants.RunAsync(
        Name, async (services, cancel) =>
        {
            if ((await services.GetRequiredService<AuditKeeper>().CheckAsync(cancel)).Break is { } wrong)
            {
                LogBroken(log, services.GetRequiredService<AppDb>().Scope.Tenant.Value, wrong);
            }
        }, cancellationToken);

    [LoggerMessage(1, LogLevel.Critical, "The audit chain of tenant {Tenant} is broken at entry {Sequence}")]
    private static partial void LogBroken(ILogger logger, Guid tenant, long sequence);
}
