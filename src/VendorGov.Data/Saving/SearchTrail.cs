using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using VendorGov.Data.Engines;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Search;

namespace VendorGov.Data.Saving;

/// <summary>Writes the words of new issues and messages for the search, in the transaction that writes them. Words never change later.</summary>
internal static class SearchTrail
{
    public static void Append(AppDb db, List<EntityEntry> changed)
    {
        var entries = changed.Where(e => e.State == EntityState.Added).Select(e => Of(e.Entity)).OfType<SearchEntry>().ToList();
        if (entries.Count == 0)
        {
            return;
        }

        db.SearchEntries.AddRange(entries);
        if (db.GetService<IDatabaseEngine>().Search.UsesGrams)
        {
            db.SearchGrams.AddRange(entries.SelectMany(SearchGram.Of));
        }
    }

    private static SearchEntry? Of(object row) => row switch
    {
        Issue issue => SearchEntry.Of(issue),
        IssueMessage message => SearchEntry.Of(message),
        _ => null,
    };
}
