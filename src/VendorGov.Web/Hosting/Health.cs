using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VendorGov.Data;
using VendorGov.Web.Hosting.Operations;

namespace VendorGov.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: so does the database, the folder of the files is there, and the portal is not about
/// to stop. The answer is one word; what failed stands in the log.
/// </summary>
public static class Health
{
    // A server that is gone answers nothing at all: a balancer wants to know sooner.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DrainCheck>("stopping")
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<FilesCheck>("files", timeout: Patience)
            .AddCheck<AntivirusCheck>("antivirus", HealthStatus.Degraded, timeout: Patience);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).RequirePermission(Permission.Anonymous);
        app.MapHealthChecks("/health/ready").RequirePermission(Permission.Anonymous);
    }

    private sealed class DrainCheck(Draining draining) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(draining.HasBegun ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
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
            catch (Exception e) when (e is DbException or InvalidOperationException)
            {
                return HealthCheckResult.Unhealthy(exception: e);
            }
        }
    }

    /// <summary>A shared folder that is no longer mounted is not ready; one that takes nothing (full) still shows what it has.</summary>
    private sealed class FilesCheck(Storage storage) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!Directory.Exists(storage.Files))
            {
                return HealthCheckResult.Unhealthy("The folder of the files is gone.");
            }

            var probe = Path.Combine(storage.Files, $"{Guid.NewGuid():N}.part");
            try
            {
                await File.WriteAllTextAsync(probe, "ready", cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return HealthCheckResult.Degraded("The folder of the files takes nothing.", e);
            }
            finally
            {
                // A full disk takes the name and not the content.
                File.Delete(probe);
            }
        }
    }
}
