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

    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, o => o.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name))
            .AddInterceptors(new WallTeller(Wall));

    public async Task MigrateAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.MigrateBehindWallAsync(
            Wall, SqlServerWall.Removal, "EXEC sp_getapplock @Resource = N'vendorgov.walls', @LockMode = N'Exclusive', @LockTimeout = 60000", cancellationToken);
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
