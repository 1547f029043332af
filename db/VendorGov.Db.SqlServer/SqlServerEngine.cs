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

    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, o => o.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name));

    public async Task MigrateAsync(AppDb db, CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
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
