using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Analysis;

public static class AnalysisServices
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services) => services
        .AddSingleton<DayPaceShelf>()
        .AddScoped<PaceReader>()
        .AddScoped<ContactHoursReader>()
        .AddScoped<IssueHistory>()
        .AddScoped<MetricHistory>();
}
