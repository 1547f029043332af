using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VendorGov.Data;

namespace VendorGov.Web.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: so does the database.</summary>
public static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).RequirePermission(Permission.Anonymous);
        app.MapHealthChecks("/health/ready").RequirePermission(Permission.Anonymous);
    }

    private sealed class DatabaseCheck(AppDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await db.Installations.AnyAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (System.Data.Common.DbException e)
            {
                return HealthCheckResult.Unhealthy(exception: e);
            }
        }
    }
}
