using Microsoft.EntityFrameworkCore;
using Quartz;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Domain.Search;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Search;

/// <summary>
/// Writes search entries for issues and messages that have none: those of a database that is older than the search. What is written since has its
/// entry from the transaction that wrote it.
/// </summary>
public sealed class SearchCatchUp(AppDb db, IDatabaseEngine engine)
{
    private const int Batch = 500;

    /// <summary>An issue's own entry bears the time of its filing.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var written = await CutAsync(cancel);
        for (var more = true; more;)
        {
            var issues = await db.Issues.AsNoTracking().Where(i => !db.SearchEntries.Any(e => e.IssueId == i.Id && e.At == i.FiledAt)).Take(Batch).ToListAsync(cancel);
            var messages = await db.IssueMessages.AsNoTracking().Where(m => !db.SearchEntries.Any(e => e.Id == m.Id)).Take(Batch).ToListAsync(cancel);
            List<SearchEntry> entries = [.. issues.Select(SearchEntry.Of), .. messages.Select(SearchEntry.Of)];
            db.SearchEntries.AddRange(entries);
            db.SearchGrams.AddRange(engine.Search.UsesGrams ? entries.SelectMany(SearchGram.Of) : []);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            written += entries.Count;
            more = entries.Count > 0;
        }

        return written;
    }

    /// <summary>
    /// Entries of a database whose engine had an index of its own until now, or cut in another way. From the newest to the oldest, so that the oldest
    /// tells whether anything is left to do.
    /// </summary>
    private async Task<int> CutAsync(CancellationToken cancel)
    {
        var written = 0;
        var newest = DateTimeOffset.MaxValue;
        while (engine.Search.UsesGrams && await OldestIsUncutAsync(cancel))
        {
            var bare = await db.SearchEntries.AsNoTracking().Where(e => e.At <= newest && e.Text.Length > 1 && !db.SearchGrams.Any(g => g.EntryId == e.Id))
                .OrderByDescending(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancel);
            var grams = bare.SelectMany(SearchGram.Of).ToList();
            if (grams.Count == 0)
            {
                break;
            }

            db.SearchGrams.AddRange(grams);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            written += bare.Count;
            newest = bare[^1].At;
        }

        return written;
    }

    private async Task<bool> OldestIsUncutAsync(CancellationToken cancel) =>
        await db.SearchEntries.Where(e => e.Text.Length > 1).OrderBy(e => e.At).ThenByDescending(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel)
            is { } oldest && !await db.SearchGrams.AnyAsync(g => g.EntryId == oldest, cancel);
}

/// <summary>Every hour, and nothing to do in all but the first.</summary>
public sealed class SearchCatchUpJob(PerTenant tenants) : IJob
{
    public const string Name = "search-catch-up";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tenants.RunAsync(Name, (services, cancel) => services.GetRequiredService<SearchCatchUp>().RunAsync(cancel), cancellationToken);
}
