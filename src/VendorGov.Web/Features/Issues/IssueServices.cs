using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Issues;

public static class IssueServices
{
    public static IServiceCollection AddIssues(this IServiceCollection services) => services
        .AddScoped<ClockSweep>()
        .AddScoped<EvidenceDesk>()
        .AddScoped<IssueFiling>()
        .AddScoped<EmergencyDesk>()
        .AddScoped<FilingPlaces>();
}
