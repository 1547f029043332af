using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace VendorGov.Data.Engines;

/// <summary>What differs between the engines. One implementation each, beside its migrations under db/.</summary>
public interface IDatabaseEngine
{
    /// <summary>Sqlite, SqlServer or PostgreSql; the value of the setting <c>VendorGov:Engine</c>.</summary>
    string Name { get; }

    ITextSearch Search { get; }

    /// <summary>Row-level security; null where the engine has none.</summary>
    ITenantWall? Wall { get; }

    /// <summary>
    /// Whether the database is away for the moment (locked, full, not reachable) rather than asked something wrong: the same request may succeed later.
    /// </summary>
    bool IsAway(DbException error);

    void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>
    /// Creates the database where it is missing and brings it to the current migration. Safe when two nodes start at once.
    /// </summary>
    Task MigrateAsync(AppDb db, CancellationToken cancellationToken);

    /// <summary>Counts anew what the planner of queries goes by, where the engine does not do so by itself. At start and every hour.</summary>
    Task TendAsync(AppDb db, CancellationToken cancellationToken) => Task.CompletedTask;
}
