using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Search;

namespace VendorGov.Data.Engines;

/// <summary>Search with nothing but equality and LIKE, for every engine.</summary>
public static class PlainSearch
{
    /// <summary>Candidates by a few of their grams, which an index answers; then the text itself. One character alone is a scan.</summary>
    public static IQueryable<SearchEntry> ByGrams(AppDb db, string term)
    {
        var grams = SearchGram.Telling(term);
        var count = grams.Count;
        if (count == 0)
        {
            return ByScan(db, term);
        }

        var candidates = db.SearchGrams.Where(g => grams.Contains(g.Gram)).GroupBy(g => g.EntryId).Where(g => g.Count() == count).Select(g => g.Key);
        return ByScan(db, term).Where(e => candidates.Contains(e.Id));
    }

    /// <summary>The text itself, of what the walls leave to see.</summary>
    public static IQueryable<SearchEntry> ByScan(AppDb db, string term)
    {
        var words = term.ToLowerInvariant();
        return db.SearchEntries.Where(e => e.Text.ToLower().Contains(words));
    }
}
