using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using VendorGov.Data;
using VendorGov.Domain.Feed;

namespace VendorGov.Web.Features.Feed;

/// <summary>
/// Writes facts by their natural key: a new one is added, a known one is changed where it differs, and one that says the same is left
/// alone.
/// </summary>
public sealed class FeedWriter(AppDb db)
{
    /// <summary>Facts of one save: large enough to be fast, small enough that others get their turn to write.</summary>
    public const int Chunk = 1000;

    private const int Attempts = 3;

    public Task<FeedCounts> WriteAsync(FeedBatch batch, IReadOnlyList<FeedFact> facts, CancellationToken cancel) => batch.Kind switch
    {
        FeedKind.Surveys => WriteAsync(db.FeedSurveys, batch, facts, cancel),
        FeedKind.Presence => WriteAsync(db.FeedPresences, batch, facts, cancel),
        _ => WriteAsync(db.FeedContacts, batch, facts, cancel),
    };

    private async Task<FeedCounts> WriteAsync<T>(DbSet<T> set, FeedBatch batch, IReadOnlyList<FeedFact> facts, CancellationToken cancel)
        where T : FeedFact
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var counts = await PrepareAsync(set, batch, facts, cancel);
                await db.SaveChangesAsync(cancel);
                return counts;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // The same sender sent the same row at the same moment; looked at again, it is known.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<FeedCounts> PrepareAsync<T>(DbSet<T> set, FeedBatch batch, IReadOnlyList<FeedFact> facts, CancellationToken cancel)
        where T : FeedFact
    {
        var ids = facts.Select(f => f.ExternalId).ToList();
        var known = await set.Where(f => f.SenderId == batch.SenderId && f.Kind == batch.Kind && ids.Contains(f.ExternalId))
            .ToDictionaryAsync(f => f.ExternalId, cancel);
        var (added, updated) = (0, 0);
        foreach (var fact in facts.Cast<T>())
        {
            if (!known.TryGetValue(fact.ExternalId, out var old))
            {
                set.Add(fact);
                added++;
            }
            else if (TakeOver(db.Entry(old), fact))
            {
                updated++;
            }
        }

        return new FeedCounts(facts.Count, added, updated, facts.Count - added - updated, 0);
    }

    /// <summary>Copies what differs. The row keeps its key; its provenance moves only where it changes.</summary>
    private static bool TakeOver<T>(EntityEntry<T> old, T fresh) where T : FeedFact
    {
        var provenance = new[] { nameof(FeedFact.BatchId), nameof(FeedFact.ReceivedAt) };
        foreach (var property in old.Properties.Where(p => !p.Metadata.IsPrimaryKey() && !provenance.Contains(p.Metadata.Name)))
        {
            property.CurrentValue = property.Metadata.PropertyInfo!.GetValue(fresh);
        }

        if (old.State != EntityState.Modified)
        {
            return false;
        }

        old.Property(f => f.BatchId).CurrentValue = fresh.BatchId;
        old.Property(f => f.ReceivedAt).CurrentValue = fresh.ReceivedAt;
        return true;
    }
}
