using Microsoft.EntityFrameworkCore;
using Quartz;
using VendorGov.Data;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// What nobody needs any more of news: lines of inboxes 90 days after they were read and a year after they came, messages 30 days after they were
/// delivered or discarded. A dead letter stays until somebody decides.
/// </summary>
public sealed class NewsPurge(AppDb db, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (read, old, sent) = (now.AddDays(-90), now.AddDays(-365), now.AddDays(-30));
        return await db.Notices.Where(n => n.ReadAt < read || n.At < old).ExecuteDeleteAsync(cancel)
            + await db.Outbox.Where(m => (m.TenantId == db.Scope.Tenant || m.TenantId == null) && (m.DeliveredAt < sent || m.DiscardedAt < sent))
                .ExecuteDeleteAsync(cancel);
    }
}

/// <summary>Each night.</summary>
public sealed class PurgeNewsJob(PerTenant tenants) : IJob
{
    public const string Name = "purge-news";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tenants.RunAsync(
        Name, (services, cancel) => services.GetRequiredService<NewsPurge>().RunAsync(cancel), cancellationToken);
}
