using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Each hour, as months end at local midnight: whoever owes the report or a document of the month that ended gets the clock for it, who
/// is late with a refused file owes it again, who has a day left is reminded, and accepted reports are held against what was seen.
/// </summary>
public sealed class ReportObligationsJob(PerTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            "report-obligations",
            RunAsync,
            cancellationToken);

    private static async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<ReportObligations>().StartAllAsync(cancel);
        await services.GetRequiredService<DocumentDesk>().StartAllAsync(cancel);
        await services.GetRequiredService<ReportReminders>().SendAsync(cancel);
        await services.GetRequiredService<ReconciliationRun>().RunAllAsync(cancel);
    }
}
