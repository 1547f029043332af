namespace VendorGov.Web.Features.Rankings;

public static class RankingServices
{
    public static IServiceCollection AddRankings(this IServiceCollection services) => services
        .AddScoped<RankingReader>()
        .AddScoped<VendorCompare>()
        .AddScoped<RankingFiles>();
}
