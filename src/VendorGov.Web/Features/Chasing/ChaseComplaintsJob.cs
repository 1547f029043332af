using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Chasing;

/// <summary>Every ten minutes: complaints whose day has come, in every tenant.</summary>
public sealed class ChaseComplaintsJob(PerTenant tenants, TimeProvider clock) : IJob
{
    public const string Name = "chase-complaints";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name, (services, cancel) => services.GetRequiredService<ChaseDesk>().RunAsync(clock.GetUtcNow(), cancel), cancellationToken);
}
