using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Scorecards;

public static class ScorecardServices
{
    public static IServiceCollection AddScorecards(this IServiceCollection services) => services
        .AddScoped<MonthReader>()
        .AddScoped<ScorecardRun>()
        .AddScoped<SealChain>()
        .AddScoped<OfficeDays>()
        .AddScoped<ScorecardLife>()
        .AddScoped<ScorecardWatch>()
        .AddScoped<AppealDesk>()
        .AddScoped<ScorecardBoard>()
        .AddScoped<ScorecardExport>()
        .AddScoped<MonthStandings>()
        .AddSingleton<VendorPlace>()
        .AddScoped<ScorecardFiles>();
}
