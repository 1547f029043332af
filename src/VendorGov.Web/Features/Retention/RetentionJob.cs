using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Features.Retention;

/// <summary>Each night: what every tenant no longer keeps, and old lines of the sign-in history.</summary>
public sealed class RetentionJob(PerTenant tenants, IServiceScopeFactory scopes, IOptions<AccountOptions> accounts, TimeProvider clock) : IJob
{
    public const string Name = "retention";

    private const int LeastHistoryMonths = 6;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await PurgeHistoryAsync(cancellationToken);
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<RetentionRun>().RunAsync(cancel), cancellationToken);
    }

    /// <summary>Accounts stand outside of all tenants, and so does their history.</summary>
    private async Task PurgeHistoryAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var before = clock.GetUtcNow().AddMonths(-Math.Max(LeastHistoryMonths, accounts.Value.HistoryMonths));
        await db.SignInEvents.Where(e => e.At < before).ExecuteDeleteAsync(cancel);
        await db.UserSessions.Where(s => s.CreatedAt < before).ExecuteDeleteAsync(cancel);
    }
}
