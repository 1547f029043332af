using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Feed;

/// <summary>Each night, answers to idempotent requests whose time is over go.</summary>
public sealed class IdempotencyPurgeJob(PerTenant tenants) : IJob
{
    public const string Name = "feed-idempotency";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tenants.RunAsync(
        Name, (services, cancel) => services.GetRequiredService<IdempotentRequests>().PurgeAsync(cancel), cancellationToken);
}
