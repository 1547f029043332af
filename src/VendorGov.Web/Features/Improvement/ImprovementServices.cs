using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Improvement;

/// <summary>What a published month demands, and what is overdue.</summary>
public sealed class ImprovementSweepJob(PerTenant tenants) : IJob
{
    public const string Name = "improvement-sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tenants.RunAsync(
        Name,
        async (services, cancel) =>
        {
            var desk = services.GetRequiredService<ImprovementDesk>();
            await desk.DemandForMetricsAsync(cancel);
            await desk.ClimbAsync(cancel);
        },
        cancellationToken);
}

public static class ImprovementServices
{
    public static IServiceCollection AddImprovement(this IServiceCollection services) => services.AddScoped<ImprovementDesk>().AddScoped<Data.ActionNumbers>();
}
