using Quartz;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// Drafts the scorecards of the months before, contract by contract from its drafting day on, opens the vendors' reviews, and looks at what is published; or, when a page asks, those of
/// one tenant and month at once. Repeating it changes nothing but drafts.
/// </summary>
[DisallowConcurrentExecution]
public sealed class MonthlyScorecardsJob(IServiceScopeFactory scopes, PerTenant tenants, TimeProvider clock) : IJob
{
    public const string Name = "monthly-scorecards";
    public const string TenantKey = "tenant";
    public const string MonthKey = "month";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        if (data.TryGetValue(TenantKey, out var tenant) && data.TryGetValue(MonthKey, out var month)
            && Guid.TryParse(tenant as string, out var id) && YearMonth.TryParse(month as string, out var asked))
        {
            await RunOneAsync(new TenantId(id), asked, cancellationToken);
            return;
        }

        // A day's difference between zones does not matter: the drafting day is checked per contract. Late reports and long holidays put it two months on.
        var now = YearMonth.Of(clock.GetUtcNow(), TimeZoneInfo.Utc);
        YearMonth[] months = [now.AddMonths(-2), now.AddMonths(-1)];
        await tenants.RunAsync(
            Name,
            async (services, cancel) =>
            {
                foreach (var month in months)
                {
                    await services.GetRequiredService<ScorecardRun>().RunAsync(month, new RunOptions(DueOnly: true), cancel);
                    await services.GetRequiredService<ScorecardLife>().OpenDueAsync(month, cancel);
                    await services.GetRequiredService<ScorecardWatch>().LookAsync(month, cancel);
                }
            },
            cancellationToken);
    }

    private async Task RunOneAsync(TenantId tenant, YearMonth month, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant, actorName: Name);
        await scope.ServiceProvider.GetRequiredService<ScorecardRun>().RunAsync(month, new RunOptions(), cancellationToken);
    }
}
