namespace VendorGov.Web.Features.Reports;

public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<ReportFiles>()
        .AddScoped<ReportContexts>()
        .AddScoped<ReportObligations>()
        .AddScoped<ReportDesk>()
        .AddScoped<ReportMarking>()
        .AddScoped<ObservationReader>()
        .AddScoped<BreachIssue>()
        .AddScoped<ReconciliationRun>()
        .AddScoped<ReportReminders>()
        .AddScoped<TicketDraw>()
        .AddScoped<DocumentDesk>()
        .AddScoped<DutyList>()
        .AddScoped<ReportPages>();
}
