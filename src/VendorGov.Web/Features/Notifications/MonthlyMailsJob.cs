using Microsoft.EntityFrameworkCore;
using Quartz;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Notifications;

/// <summary>Each hour: scorecards that were published, and from the tenth on what the month will miss, in every tenant.</summary>
public sealed class MonthlyMailsJob(PerTenant tenants, TimeProvider clock) : IJob
{
    public const string Name = "monthly-mails";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name,
            async (services, cancel) =>
            {
                // Read here once an hour, so that the home page need not.
                var db = services.GetRequiredService<AppDb>();
                var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Tenants.Where(t => t.Id == db.Scope.Tenant).Select(t => t.TimeZone).SingleAsync(cancel));
                await services.GetRequiredService<PaceReader>().ReadAsync(clock.GetUtcNow(), zone, peek: false, cancel);
                await services.GetRequiredService<MonthlyMails>().WriteAsync(cancel);
            },
            cancellationToken);
}
