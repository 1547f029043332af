using VendorGov.Domain.Search;

namespace VendorGov.Data.Engines;

/// <summary>How an engine finds a part of a text. One implementation each, beside its migrations under db/.</summary>
public interface ITextSearch
{
    /// <summary>Whether entries are to be stored in pieces too (<see cref="SearchGram"/>), because the engine has no index of its own for this.</summary>
    bool UsesGrams { get; }

    /// <summary>Makes what the index needs beside the tables; again and again without effect. Called after the migrations.</summary>
    Task PrepareAsync(AppDb db, CancellationToken cancellationToken);

    /// <summary>Entries that hold <paramref name="term"/> somewhere, letters of either case; the walls stay in force.</summary>
    IQueryable<SearchEntry> Holding(AppDb db, string term);
}
