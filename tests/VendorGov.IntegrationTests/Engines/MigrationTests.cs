using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;
using VendorGov.Db.PostgreSql;
using VendorGov.Db.Sqlite;
using VendorGov.Db.SqlServer;
using VendorGov.IntegrationTests.Architecture;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Engines;

/// <summary>Needs no server: the migrations, the model and the scripts must tell the same.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly WriteGate _gate = new();

    public static TheoryData<string, string> Engines => new()
    {
        { "Sqlite", "Data Source=:memory:" },
        { "SqlServer", "Server=localhost;Database=vendorgov;Encrypt=true" },
        { "PostgreSql", "Host=localhost;Database=vendorgov" },
    };

    [Theory, MemberData(nameof(Engines))]
    public async Task The_migrations_of_each_engine_hold_the_whole_model(string engine, string connection)
    {
        await using var db = Open(engine, connection);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"{engine}: run db/add-migration NAME");
    }

    [Theory, InlineData("SqlServer", "sqlserver"), InlineData("PostgreSql", "postgresql")]
    public async Task The_deploy_script_of_each_server_is_current(string engine, string folder)
    {
        var connection = Engines.Single(e => (string)e[0] == engine)[1];
        await using var db = Open(engine, (string)connection);
        var fresh = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var stored = await File.ReadAllTextAsync(Path.Combine(Product.Root, "db", folder, "deploy.sql"));
        // sqlcmd makes no filtered index without these, and has them off by default.
        var head = engine == "SqlServer" ? "SET ANSI_NULLS, QUOTED_IDENTIFIER ON;\nGO\n" : "";
        Assert.True(Plain(head + fresh) == Plain(stored), $"db/{folder}/deploy.sql is not current: run db/scripts");
    }

    [Theory, InlineData("SqlServer", "sqlserver"), InlineData("PostgreSql", "postgresql")]
    public async Task The_script_of_the_second_wall_is_current(string engine, string folder)
    {
        var connection = (string)Engines.Single(e => (string)e[0] == engine)[1];
        await using var db = Open(engine, connection);
        IDatabaseEngine of = engine == "SqlServer" ? new SqlServerEngine() : new PostgreSqlEngine();
        var stored = await File.ReadAllTextAsync(Path.Combine(Product.Root, "db", folder, "row-security.sql"));
        Assert.True(Plain(of.Wall!.Script(db.Model)) == Plain(stored), $"db/{folder}/row-security.sql is not current: run db/scripts");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_store_makes_no_values(string engine, string connection)
    {
        await using var db = Open(engine, connection);
        var made = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.ValueGenerated != ValueGenerated.Never)
            .Where(p => p.DeclaringType.ClrType.Namespace?.StartsWith("VendorGov.", StringComparison.Ordinal) == true)
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}");
        Assert.Empty(made);
    }

    [Fact]
    public async Task SQL_Server_accepts_the_length_of_every_key_and_index()
    {
        await using var db = Open("SqlServer", "Server=localhost;Database=vendorgov;Encrypt=true");
        var entities = db.Model.GetEntityTypes().ToList();
        var keys = entities.SelectMany(e => e.GetKeys()).Select(k => (Name: k.GetName(), k.Properties, Most: 900));
        var indexes = entities.SelectMany(e => e.GetIndexes()).Select(i => (Name: i.GetDatabaseName(), i.Properties, Most: 1700));
        Assert.Empty(keys.Concat(indexes).Where(k => k.Properties.Sum(Bytes) > k.Most).Select(k => k.Name));
    }

    private static int Bytes(IReadOnlyProperty property) => (property.GetProviderClrType() ?? property.ClrType) == typeof(string)
        ? (property.GetMaxLength() ?? 4000) * (property.IsUnicode() == false ? 1 : 2)
        : 16;

    public void Dispose() => _gate.Dispose();

    private static string Plain(string script) => script.Replace("\r", "").Trim('\uFEFF', '\n');

    private AppDb Open(string engine, string connection)
    {
        IDatabaseEngine of = engine switch { "Sqlite" => new SqliteEngine(), "SqlServer" => new SqlServerEngine(), _ => new PostgreSqlEngine() };
        var options = new DbContextOptionsBuilder<AppDb>();
        of.Configure(options, connection);
        return new AppDb(options.Options, new TenantScope(), _gate, new FakeClock());
    }
}
