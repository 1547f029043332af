using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting;

/// <summary>
/// What every job does: each tenant in a scope of its own, and the failure of one does not stop the others. Jobs stay thin:
/// the work is the service that the page's button calls too.
/// </summary>
public sealed partial class PerTenant(IServiceScopeFactory scopes, ILogger<PerTenant> log)
{
    /// <summary>Throws after the last tenant where at least one failed, so that the job shows as failed.</summary>
    public async Task RunAsync(string job, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancel)
    {
        var failures = new List<Exception>();
        foreach (var tenant in await TenantsAsync(cancel))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant, actorName: job);
                await work(scope.ServiceProvider, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(log, e, job, tenant.Value);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"{job} failed for {failures.Count} tenants.", failures);
        }
    }

    private async Task<List<TenantId>> TenantsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MembershipDirectory>().TenantsAsync(cancel);
    }

    [LoggerMessage(10, LogLevel.Error, "{Job} failed for tenant {Tenant}")]
    private static partial void LogFailed(ILogger logger, Exception error, string job, Guid tenant);
}
