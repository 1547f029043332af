using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Notifications;

/// <summary>Each hour: scorecards that were published, and from the tenth on what the month will miss, in every tenant.</summary>
public sealed class MonthlyMailsJob(PerTenant tenants) : IJob
{
    public const string Name = "monthly-mails";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name, async (services, cancel) => await services.GetRequiredService<MonthlyMails>().WriteAsync(cancel), cancellationToken);
}
