using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;

namespace VendorGov.Db.Sqlite;

/// <summary>The embedded engine: one file in WAL mode.</summary>
public sealed class SqliteEngine : IDatabaseEngine
{
    public string Name => "Sqlite";

    public ITextSearch Search { get; } = new SqliteSearch();

    public ITenantWall? Wall => null;

    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    public bool IsAway(DbException error) => error is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 };

    public static string ConnectionString(string file) => $"Data Source={file};Default Timeout=30;Foreign Keys=True";

    /// <summary>Closes connections that stand idle: the last one that closes writes the log into the file.</summary>
    public static void LetGo(string connectionString) => ConnectionShelf.Empty(connectionString);

    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, o => o.MigrationsAssembly(typeof(SqliteEngine).Assembly.GetName().Name))
            .AddInterceptors(new ConnectionShelf(connectionString))
            // A table is rebuilt with foreign keys off, which SQLite can only switch between transactions: known, and nothing for an operator.
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    /// <summary>WAL is a property of the file: set once, at creation. Migrations take EF's own lock.</summary>
    public async Task MigrateAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        // Migrating compares the whole model with the last migration's, which takes a second: not at every start.
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        await Search.PrepareAsync(db, cancellationToken);
        await TendAsync(db, cancellationToken);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>
    /// Without counts SQLite takes it that ten rows belong to a tenant, and reads all of them where another index would lead to the few that are asked for.
    /// Tables that have grown since are sampled (0x10000: all, 2: where it helps); connections that are open keep the old counts, so they are given up.
    /// </summary>
    public async Task TendAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002", cancellationToken);
        (db.Database.GetDbConnection() as KeptConnection)?.Renew();
    }
}

/// <summary>For the tool that adds migrations.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        new SqliteEngine().Configure(options, "Data Source=:memory:");
        return new AppDb(options.Options, new TenantScope(), new WriteGate(), TimeProvider.System);
    }
}
