namespace VendorGov.Web.Features.Reports;

public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<ReportFiles>()
        .AddScoped<ReportContexts>()
        .AddScoped<ReportObligations>()
        .AddScoped<ReportDesk>()
        .AddScoped<DutyList>()
        .AddScoped<ReportPages>();
}
