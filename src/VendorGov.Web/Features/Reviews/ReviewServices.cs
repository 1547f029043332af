namespace VendorGov.Web.Features.Reviews;

public static class ReviewServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddScoped<QuarterReader>()
        .AddScoped<QuarterPack>()
        .AddScoped<MonthZip>();
}
