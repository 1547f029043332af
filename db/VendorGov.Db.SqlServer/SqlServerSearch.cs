using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Domain.Search;

namespace VendorGov.Db.SqlServer;

/// <summary>
/// The pieces of <see cref="SearchGram"/>. Full-text search of this engine is an option of its installation, fills its index after the
/// transaction and breaks Chinese into words: it would miss what was just written, and parts of numbers.
/// </summary>
internal sealed class SqlServerSearch : ITextSearch
{
    public bool UsesGrams => true;

    public Task PrepareAsync(AppDb db, CancellationToken cancellationToken) => Task.CompletedTask;

    public IQueryable<SearchEntry> Holding(AppDb db, string term) => PlainSearch.ByGrams(db, term);
}
