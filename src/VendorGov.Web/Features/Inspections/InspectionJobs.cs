using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Each night: the draw of the month that is over, and contacts that were rated low.</summary>
public sealed class SamplingJob(PerTenant tenants) : IJob
{
    public const string Name = "qa-sampling";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<SamplingRun>().RunAsync(cancel), cancellationToken);
}

/// <summary>Appeals that nobody answered, re-samples that are complete, agents who are certified again.</summary>
public sealed class InspectionSweepJob(PerTenant tenants) : IJob
{
    public const string Name = "qa-sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<InspectionSweep>().RunAsync(cancel), cancellationToken);
}

/// <summary>Each night: recordings and proofs that nobody sent or refers to any more.</summary>
public sealed class RecordingSweepJob(PerTenant tenants) : IJob
{
    public const string Name = "recording-sweep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<ProofDesk>().SweepAsync(cancel), cancellationToken);
}

public static class InspectionServices
{
    public static IServiceCollection AddInspections(this IServiceCollection services) => services
        .AddScoped<InspectionDesk>()
        .AddScoped<SamplingRun>()
        .AddScoped<InspectionSweep>()
        .AddScoped<ContactImport>()
        .AddScoped<ContactDesk>()
        .AddScoped<ProofDesk>()
        .AddScoped<SurveyImport>()
        .AddScoped<AnalysisReader>();
}
