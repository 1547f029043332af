using Quartz;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// Drafts the scorecards of the month before, contract by contract from its drafting day on, and opens the vendors' reviews; or, when a page asks, those of
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

        // A day's difference between zones does not matter: the drafting day is checked per contract.
        var before = YearMonth.Of(clock.GetUtcNow(), TimeZoneInfo.Utc).AddMonths(-1);
        await tenants.RunAsync(
            Name,
            async (services, cancel) =>
            {
                await services.GetRequiredService<ScorecardRun>().RunAsync(before, new RunOptions(DueOnly: true), cancel);
                await services.GetRequiredService<ScorecardLife>().OpenDueAsync(before, cancel);
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
