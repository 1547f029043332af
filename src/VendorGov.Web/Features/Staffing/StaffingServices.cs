namespace VendorGov.Web.Features.Staffing;

public static class StaffingServices
{
    public static IServiceCollection AddStaffing(this IServiceCollection services) => services
        .AddScoped<CoverageReader>()
        .AddScoped<RosterDesk>()
        .AddScoped<RequirementDesk>()
        .AddScoped<AgentImport>()
        .AddScoped<ReplacementDesk>()
        .AddScoped<TurnoverReader>()
        .AddScoped<ShortfallWatch>()
        .AddScoped<ForecastCheck>();
}
