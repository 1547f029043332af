using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>Closes reviews and publishes when they are due. Repeating it changes nothing.</summary>
[DisallowConcurrentExecution]
public sealed class ScorecardLifeJob(PerTenant tenants) : IJob
{
    public const string Name = "scorecard-life";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tenants.RunAsync(
        Name,
        (services, cancel) => services.GetRequiredService<ScorecardLife>().AdvanceAsync(cancel),
        cancellationToken);
}
