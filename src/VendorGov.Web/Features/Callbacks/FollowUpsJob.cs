using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Callbacks;

/// <summary>Each ten minutes: unhappy answers that came in, in every tenant.</summary>
[DisallowConcurrentExecution]
public sealed class FollowUpsJob(PerTenant tenants, TimeProvider clock) : IJob
{
    public const string Name = "callback-follow-ups";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name, (services, cancel) => services.GetRequiredService<FollowUps>().RunAsync(clock.GetUtcNow(), cancel), cancellationToken);
}
