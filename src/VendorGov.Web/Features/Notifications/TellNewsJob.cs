using Quartz;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Notifications;

/// <summary>Several times a minute: who is to be told of what happened, in every tenant.</summary>
public sealed class TellNewsJob(PerTenant tenants) : IJob
{
    public const string Name = "tell-news";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(
            Name,
            async (services, cancel) =>
            {
                await services.GetRequiredService<NewsDesk>().TellAsync(cancel);
                await services.GetRequiredService<NoticeMails>().WriteAsync(cancel);
            },
            cancellationToken);
}
