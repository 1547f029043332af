using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Reports;

/// <summary>Each hour, as months end at local midnight: whoever owes the report of the month that ended gets the clock for it.</summary>
public sealed class ReportObligationsJob(PerTenant tenants) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            "report-obligations",
            (services, cancel) => services.GetRequiredService<ReportObligations>().StartAllAsync(cancel),
            cancellationToken);
}
