using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;

namespace VendorGov.Db.SqlServer;

/// <summary>The production engine. The connection string must keep Encrypt=true (db/README.md).</summary>
public sealed class SqlServerEngine : IDatabaseEngine
{
    public string Name => "SqlServer";

    public ITextSearch Search { get; } = new SqlServerSearch();

    public ITenantWall Wall { get; } = new SqlServerWall();

    // Time-out, lock time-out, disk or log full, read-only, not to be opened, and what the cloud calls busy or moving.
    public bool IsAway(DbException error) => error.IsTransient
        || error is SqlException { Number: -2 or 2 or 53 or 233 or 596 or 1105 or 1222 or 3906 or 4060 or 6005 or 9002 or 10054 or 10060 or 40197 or 40501 or 40613 };

    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, o => o.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name))
            .AddInterceptors(new WallTeller(Wall), WritableText.Instance);

    public async Task MigrateAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.MigrateBehindWallAsync(
            Wall, SqlServerWall.Removal, "EXEC sp_getapplock @Resource = N'vendorgov.walls', @LockMode = N'Exclusive', @LockTimeout = 60000", cancellationToken);
        await db.Database.ExecuteSqlRawAsync(SqlServerWall.Serial, cancellationToken);
        await Search.PrepareAsync(db, cancellationToken);
    }
}

/// <summary>For the tool that adds migrations.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        new SqlServerEngine().Configure(options, "Server=localhost;Database=vendorgov;Encrypt=true");
        return new AppDb(options.Options, new TenantScope(), new WriteGate(), TimeProvider.System);
    }
}
