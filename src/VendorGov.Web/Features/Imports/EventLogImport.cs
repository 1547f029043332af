using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues.History;

namespace VendorGov.Web.Features.Imports;

/// <summary>
/// Imports an event log into the tenant that was entered. What was imported before is recognised by profile and key: the same
/// file adds nothing, a longer one continues its incidents. Work that breaks off is completed by importing the file again.
/// </summary>
public sealed class EventLogImport(AppDb db, TenantScope scope, ClockFacesLoader clocks, TimeProvider clock)
{
    /// <summary>For a command: makes the batch and runs it. <paramref name="progress"/> gets incidents done and in all.</summary>
    public async Task<ImportBatch> RunAsync(
        string profileName, bool createMissing, string path, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var batch = new ImportBatch(scope.Tenant, profileName, Path.GetFileName(path), createMissing, scope.ActorName, clock.GetUtcNow());
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return await RunAsync(batch.Id, path, progress, cancellation);
    }

    /// <summary>Runs a batch that waits; a file that is refused makes a failed batch, anything else that goes wrong is thrown.</summary>
    public async Task<ImportBatch> RunAsync(
        Guid batchId, string path, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        using var audit = db.BulkAudit();
        var batch = await db.ImportBatches.FindAsync([batchId], cancellation)
            ?? throw new InvalidOperationException("There is no such import.");
        batch.Start();
        await db.SaveChangesAsync(cancellation);
        try
        {
            await RunAsync(batch, path, progress, cancellation);
        }
        catch (TabularRefusedException e)
        {
            await FailAsync(batchId, e.TextKey, string.Join('|', e.Arguments));
        }
        catch
        {
            await FailAsync(batchId, "imports.problem.broke-off", null);
            throw;
        }
        db.ChangeTracker.Clear();
        return (await db.ImportBatches.FindAsync([batchId], CancellationToken.None))!;
    }

    private async Task RunAsync(
        ImportBatch batch, string path, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        if (await ImportProfiles.FindAsync(db, batch.Profile, cancellation) is not { } profile)
        {
            await FailAsync(batch.Id, "imports.problem.profile", batch.Profile);
            return;
        }
        var content = EventLogFile.Read(path, batch.FileName, profile);
        var run = new ImportRun(db, clocks, batch, profile, content, clock);
        await run.KeepReadRefusalsAsync(cancellation);
        if (content.HeadRefused) await FailAsync(batch.Id, "imports.problem.head", null);
        else await run.WriteAsync(progress, cancellation);
    }

    private async Task FailAsync(Guid batchId, string problem, string? argument)
    {
        // What broke off may have left a transaction behind; the failure must not go down with it.
        if (db.Database.CurrentTransaction is { } broken)
        {
            await broken.RollbackAsync();
            await broken.DisposeAsync();
        }

        db.ChangeTracker.Clear();
        var batch = (await db.ImportBatches.FindAsync(batchId))!;
        batch.Fail(problem, argument, batch.Counts, clock.GetUtcNow());
        db.AddBatchEntry("import-failed", nameof(ImportBatch), batchId.ToString("D"), new { batch.Profile, batch.FileName, problem });
        await db.SaveChangesAsync();
    }
}
