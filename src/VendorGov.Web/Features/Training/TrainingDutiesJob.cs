using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Training;

/// <summary>Begins the brand course of a quarter and ends training that nobody is missing from any more.</summary>
public sealed class TrainingDutiesJob(PerTenant tenants) : IJob
{
    public const string Name = "training-duties";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<TrainingDuties>().RunAsync(cancel), cancellationToken);
}
