using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;

namespace VendorGov.Db.PostgreSql;

/// <summary>The open server engine.</summary>
public sealed class PostgreSqlEngine : IDatabaseEngine
{
    public string Name => "PostgreSql";

    public ITextSearch Search { get; } = new PostgreSqlSearch();

    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, o => o.MigrationsAssembly(typeof(PostgreSqlEngine).Assembly.GetName().Name));

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
        new PostgreSqlEngine().Configure(options, "Host=localhost;Database=vendorgov");
        return new AppDb(options.Options, new TenantScope(), new WriteGate(), TimeProvider.System);
    }
}
