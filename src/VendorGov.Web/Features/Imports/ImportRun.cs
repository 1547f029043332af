using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;

namespace VendorGov.Web.Features.Imports;

/// <summary>One pass over the incidents of a log, in chunks that are each saved whole.</summary>
internal sealed class ImportRun(
    AppDb db, ClockFacesLoader clocks, ImportBatch batch, ImportProfile profile, EventLogContent content, TimeProvider clock)
{
    private const int ChunkSize = 1000;
    private const int RefusalsAtOnce = 2000;

    private readonly ImportParties parties = new(db, profile, batch.CreateMissing, clock.GetUtcNow());
    private readonly IncrementalHash written = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ImportCounts counts = new(
        RowsRead: content.RowsRead, RowsIdentical: content.RowsIdentical,
        RowsRefused: content.HeadRefused ? 0 : content.Refusals.Count);

    /// <summary>Stores what the reader refused, so that it is kept even if the rest breaks off.</summary>
    public async Task KeepReadRefusalsAsync(CancellationToken cancellation)
    {
        foreach (var chunk in content.Refusals.Chunk(RefusalsAtOnce))
        {
            db.ImportRefusedRows.AddRange(chunk.Select(refusal => new ImportRefusedRow(batch, refusal)));
            await SaveAsync(0, cancellation);
        }
    }

    public async Task WriteAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        await parties.LoadAsync(cancellation);
        await CreatePartiesAsync(cancellation);
        var writer = new IncidentWriter(db, clocks, parties, profile, batch.Id, clock.GetUtcNow());
        var done = 0;
        foreach (var keys in content.Incidents.Keys.Chunk(ChunkSize))
        {
            var outcome = await writer.WriteAsync(keys, content.Incidents, cancellation);
            Count(outcome);
            done += keys.Length;
            await SaveAsync(done, cancellation, outcome.New);
            await outcome.CommitAsync(cancellation);
            progress?.Report((done, content.Incidents.Count));
        }
        await FinishAsync(cancellation);
    }

    private async Task CreatePartiesAsync(CancellationToken cancellation)
    {
        if (!batch.CreateMissing || content.Incidents.Count == 0) return;
        var known = await db.ImportedIncidents.AsNoTracking().Where(incident => incident.Profile == profile.Name)
            .Select(incident => incident.Key).ToHashSetAsync(cancellation);
        var vendors = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var outlets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var opened = DateTimeOffset.MaxValue;
        foreach (var (key, rows) in content.Incidents)
        {
            var history = EventLogReplay.Replay(rows);
            if (history.OpenedAt < opened) opened = history.OpenedAt;
            var fallback = known.Contains(key) ? null : IncidentHistory.Unassigned;
            if ((history.Vendor ?? fallback) is { } vendor) vendors.Add(vendor);
            if ((history.Outlet ?? fallback) is { } outlet) outlets.Add(outlet);
        }
        await parties.CreateAsync(vendors, outlets, parties.Day(opened), cancellation);
        counts = counts with
        {
            VendorsCreated = parties.VendorsCreated,
            OutletsCreated = parties.OutletsCreated,
            ContractsCreated = parties.ContractsCreated,
        };
    }

    private void Count(ChunkOutcome outcome)
    {
        counts = counts with
        {
            RowsNew = counts.RowsNew + outcome.RowsNew,
            RowsKnown = counts.RowsKnown + outcome.RowsKnown,
            RowsRefused = counts.RowsRefused + outcome.Refusals.Count,
            IncidentsAdded = counts.IncidentsAdded + outcome.Added,
            IncidentsUpdated = counts.IncidentsUpdated + outcome.Updated,
            IncidentsUnchanged = counts.IncidentsUnchanged + outcome.Unchanged,
            IncidentsRefused = counts.IncidentsRefused + outcome.Refused,
        };
        db.ImportRefusedRows.AddRange(outcome.Refusals.Select(refusal => new ImportRefusedRow(batch, refusal)));
        foreach (var hash in outcome.Hashes) written.AppendData(Encoding.ASCII.GetBytes(hash));
    }

    private async Task FinishAsync(CancellationToken cancellation)
    {
        var contentHash = Convert.ToHexStringLower(written.GetHashAndReset());
        db.ImportBatches.Attach(batch);
        batch.Finish(counts, content.FileHash, contentHash, clock.GetUtcNow());
        db.AddBatchEntry("imported", nameof(ImportBatch), batch.Id.ToString("D"), new
        {
            batch.Profile,
            batch.FileName,
            content.FileHash,
            ContentHash = contentHash,
            Counts = counts,
        });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Saves the chunk with the batch's progress, and lets go of what was saved.</summary>
    private async Task SaveAsync(int done, CancellationToken cancellation, IReadOnlyList<object>? added = null)
    {
        db.ImportBatches.Attach(batch);
        batch.Progress(done, content.Incidents.Count, counts);
        await db.SaveWithAsync(added ?? [], cancellation);
        db.ChangeTracker.Clear();
    }
}
