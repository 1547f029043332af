using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Imports;

/// <summary>Runs queued imports, each in a scope of its own tenant, and ends those that a stop of the process broke off.</summary>
public sealed partial class ImportWorker(IServiceScopeFactory scopes, ImportQueue queue, ILogger<ImportWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await EndBrokenOffAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotEnded(e);
        }
        await foreach (var order in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await RunAsync(order, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e, order.Batch);
            }
            finally
            {
                queue.Forget(order.Batch);
            }
        }
    }

    private async Task RunAsync(ImportOrder order, CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(order.Tenant, order.Actor, order.ActorName);
        var import = services.ServiceProvider.GetRequiredService<EventLogImport>();
        await import.RunAsync(order.Batch, queue.PathOf(order.Batch), null, cancellation);
    }

    /// <summary>A queue lives in its process: what one had not finished when it ended is told as broken off, and can be imported again.</summary>
    private async Task EndBrokenOffAsync(CancellationToken cancellation)
    {
        foreach (var tenant in await TenantsAsync(cancellation))
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant);
            var db = services.ServiceProvider.GetRequiredService<AppDb>();
            var open = await db.ImportBatches
                .Where(batch => batch.State == ImportState.Waiting || batch.State == ImportState.Running).ToListAsync(cancellation);
            var now = services.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            open.RemoveAll(batch => queue.IsHeld(batch.Id));
            open.ForEach(batch => batch.Fail("imports.problem.broke-off", null, batch.Counts, now));
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<List<TenantId>> TenantsAsync(CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        return await db.Tenants.AsNoTracking().Select(tenant => tenant.Id).ToListAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports that were broken off could not be ended")]
    private partial void NotEnded(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Batch} broke off")]
    private partial void Failed(Exception exception, Guid batch);
}
