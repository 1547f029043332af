using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Issues;

/// <summary>Each minute: what came due, in every tenant.</summary>
[DisallowConcurrentExecution]
public sealed class ClockSweepJob(PerTenant tenants, TimeProvider clock) : IJob
{
    public const string Name = "clock-sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name, (services, cancel) => services.GetRequiredService<ClockSweep>().RunAsync(clock.GetUtcNow(), cancel), cancellationToken);
}
