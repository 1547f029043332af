using VendorGov.Data;
using VendorGov.Domain.Feed;

namespace VendorGov.Web.Features.Feed;

/// <summary>What became of a batch: its record, and the first of what was refused.</summary>
public sealed record FeedOutcome(FeedBatch Batch, IReadOnlyList<FeedProblem> Problems);

/// <summary>
/// The one way of the direct feed into the database, for the API and for the page. A body is first read to its end; then each row is
/// judged by itself: what is right is kept, what is wrong is listed. Rows have natural keys, so that a batch that was cut off or
/// sent twice does no harm.
/// </summary>
public sealed class FeedIntake(AppDb db, FeedDirectories directories, FeedWriter writer, TimeProvider clock)
{
    /// <summary>Throws <see cref="FeedBodyException"/>, with nothing taken, where the body cannot be read as a whole.</summary>
    public async Task<FeedOutcome> TakeAsync(FeedKind kind, FeedSender sender, FeedBody body, CancellationToken cancel)
    {
        await body.CheckAsync(kind, cancel);
        var now = clock.GetUtcNow();
        var fileName = sender.Source == FeedSource.Page ? body.FileName : null;
        var format = body.Format == FeedFormat.Json ? "json" : Path.GetExtension(body.FileName).TrimStart('.').ToLowerInvariant();
        var batch = new FeedBatch(sender, kind, format, fileName, body.Bytes, body.Sha256, now);
        db.FeedBatches.Add(batch);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        var problems = new List<FeedProblem>();
        var counts = await WriteAsync(batch, body, problems, cancel);
        await FinishAsync(batch, counts, problems, cancel);
        return new FeedOutcome(batch, problems);
    }

    private async Task<FeedCounts> WriteAsync(FeedBatch batch, FeedBody body, List<FeedProblem> problems, CancellationToken cancel)
    {
        var reader = new FeedReader(batch, await directories.ReadAsync(cancel), batch.ReceivedAt);
        var total = FeedCounts.None;
        var chunk = new List<FeedFact>(FeedWriter.Chunk);
        await foreach (var line in body.Lines(batch.Kind).WithCancellation(cancel))
        {
            var (fact, problem) = reader.Read(line);
            if (fact is null)
            {
                total = total with { Received = total.Received + 1, Refused = total.Refused + 1 };
                if (problems.Count < FeedRefusal.MostKept)
                {
                    problems.Add(problem!);
                }

                continue;
            }

            chunk.Add(fact);
            if (chunk.Count == FeedWriter.Chunk)
            {
                total = Sum(total, await writer.WriteAsync(batch, chunk, cancel));
                chunk.Clear();
            }
        }

        return chunk.Count == 0 ? total : Sum(total, await writer.WriteAsync(batch, chunk, cancel));
    }

    private async Task FinishAsync(FeedBatch batch, FeedCounts counts, List<FeedProblem> problems, CancellationToken cancel)
    {
        batch.Finish(counts, clock.GetUtcNow());
        db.FeedBatches.Update(batch);
        db.FeedRefusals.AddRange(problems.Select(p => new FeedRefusal(batch, p)));
        db.AddBatchEntry("feed", nameof(FeedBatch), batch.Id.ToString(), new
        {
            kind = batch.Kind.ToString(), source = batch.Source.ToString(), batch.SentBy, counts.Received, counts.Added, counts.Updated,
            counts.Unchanged, counts.Refused, sha256 = batch.BodySha256,
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static FeedCounts Sum(FeedCounts a, FeedCounts b) => new(
        a.Received + b.Received, a.Added + b.Added, a.Updated + b.Updated, a.Unchanged + b.Unchanged, a.Refused + b.Refused);
}
