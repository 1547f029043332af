using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Twice in each half hour: whoever is short is told while something can still be done.</summary>
public sealed class ShortfallJob(PerTenant tenants) : IJob
{
    public const string Name = "shortfalls";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<ShortfallWatch>().RunAsync(cancel), cancellationToken);
}

/// <summary>Holds forecasts of days that are over against what came.</summary>
public sealed class ForecastCheckJob(PerTenant tenants) : IJob
{
    public const string Name = "forecast-check";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<ForecastCheck>().RunAsync(cancel), cancellationToken);
}
