namespace VendorGov.Web.Features.Imports;

/// <summary>What the imports need in the container.</summary>
public static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<EventLogImport>()
        .AddSingleton<ImportQueue>()
        .AddHostedService<ImportWorker>();
}
