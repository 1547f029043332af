using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Domain.Search;

namespace VendorGov.Db.Sqlite;

/// <summary>
/// FTS5 with the trigram tokenizer, which needs no word boundaries and so finds Chinese. The index holds no text of its own; triggers keep it in the
/// transaction of the entry. Words of one or two characters are looked for in the text itself.
/// </summary>
internal sealed class SqliteSearch : ITextSearch
{
    private const int Shortest = 3;

    private const string Tables = """
        CREATE VIRTUAL TABLE IF NOT EXISTS "SearchIndex" USING fts5("Text", content='', contentless_delete=1, tokenize='trigram');
        CREATE TRIGGER IF NOT EXISTS "SearchEntryAdded" AFTER INSERT ON "SearchEntries" BEGIN
            INSERT INTO "SearchIndex" (rowid, "Text") VALUES (new."RowKey", new."Text");
        END;
        CREATE TRIGGER IF NOT EXISTS "SearchEntryRemoved" AFTER DELETE ON "SearchEntries" BEGIN
            DELETE FROM "SearchIndex" WHERE rowid = old."RowKey";
        END;
        """;

    public bool UsesGrams => false;

    public Task PrepareAsync(AppDb db, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(Tables, cancellationToken);

    public IQueryable<SearchEntry> Holding(AppDb db, string term)
    {
        if (term.EnumerateRunes().Count() < Shortest)
        {
            return PlainSearch.ByScan(db, term);
        }

        var phrase = $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return db.SearchEntries.FromSql(
            $"""SELECT * FROM "SearchEntries" WHERE "RowKey" IN (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {phrase})""");
    }
}
