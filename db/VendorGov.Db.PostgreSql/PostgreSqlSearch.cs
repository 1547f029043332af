using Microsoft.EntityFrameworkCore;
using Npgsql;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Domain.Search;

namespace VendorGov.Db.PostgreSql;

/// <summary>
/// The pieces of <see cref="SearchGram"/> behind row-level security. For a login that passes by it, a trigram index (pg_trgm) under LIKE, where
/// the extension is there or may be created. Which of the two is settled when the portal starts.
/// </summary>
internal sealed class PostgreSqlSearch : ITextSearch
{
    private const string Index = """
        CREATE INDEX IF NOT EXISTS "IX_SearchEntries_Trigrams" ON "SearchEntries" USING gin (lower("Text") gin_trgm_ops)
        """;

    public bool UsesGrams { get; private set; }

    public async Task PrepareAsync(AppDb db, CancellationToken cancellationToken)
    {
        // Behind row-level security LIKE may not look into an index: it could tell of rows that are not the caller's. Equality may.
        if (await new PostgreSqlWall().HoldsAsync(db, cancellationToken))
        {
            UsesGrams = true;
            return;
        }

        try
        {
            await db.Database.ExecuteSqlRawAsync("CREATE EXTENSION IF NOT EXISTS pg_trgm", cancellationToken);
            await db.Database.ExecuteSqlRawAsync(Index, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported
            or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.UndefinedObject)
        {
            UsesGrams = true;
        }
    }

    public IQueryable<SearchEntry> Holding(AppDb db, string term) =>
        UsesGrams ? PlainSearch.ByGrams(db, term) : PlainSearch.ByScan(db, term);
}
