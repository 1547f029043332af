using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Issues;

/// <summary>Each hour: files that nobody sent or refers to any more, in every tenant.</summary>
[DisallowConcurrentExecution]
public sealed class EvidenceSweepJob(PerTenant tenants) : IJob
{
    public const string Name = "evidence-sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name, (services, cancel) => services.GetRequiredService<EvidenceDesk>().SweepAsync(cancel), cancellationToken);
}
