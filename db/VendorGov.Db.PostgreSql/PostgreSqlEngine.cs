using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;

namespace VendorGov.Db.PostgreSql;

/// <summary>The open server engine.</summary>
public sealed class PostgreSqlEngine : IDatabaseEngine
{
    public string Name => "PostgreSql";

    public ITextSearch Search { get; } = new PostgreSqlSearch();

    public ITenantWall Wall { get; } = new PostgreSqlWall();

    // Classes 08 (connection), 53 (no disk, no memory), 57 (stopped by the operator), and what the driver itself calls passing.
    public bool IsAway(DbException error) => error.IsTransient || error is PostgresException { SqlState: ['0', '8', ..] or ['5', '3' or '7', ..] or "55000" };

    public void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        if (new NpgsqlConnectionStringBuilder(connectionString) is { NoResetOnClose: true } or { Multiplexing: true })
        {
            throw new ArgumentException("No Reset On Close and Multiplexing would carry one tenant's word to the next request.", nameof(connectionString));
        }

        options.UseNpgsql(connectionString, o => o.MigrationsAssembly(typeof(PostgreSqlEngine).Assembly.GetName().Name))
            .AddInterceptors(new WallTeller(Wall), WritableText.Instance);
    }

    public async Task MigrateAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.MigrateBehindWallAsync(Wall, null, "SELECT pg_advisory_xact_lock(81720417)", cancellationToken);
        await Search.PrepareAsync(db, cancellationToken);
    }
}

/// <summary>For the tool that adds migrations.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        new PostgreSqlEngine().Configure(options, "Host=localhost;Database=vendorgov");
        return new AppDb(options.Options, new TenantScope(), new WriteGate(), TimeProvider.System);
    }
}
