using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Db.PostgreSql;
using VendorGov.Db.Sqlite;
using VendorGov.Db.SqlServer;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>
/// A database of one test class on the engine that VENDORGOV_TEST_ENGINE names: sqlite (default), postgresql (on the server
/// of VENDORGOV_TEST_POSTGRES) or sqlserver (VENDORGOV_TEST_SQLSERVER). The portal creates it; disposing drops it.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name = $"vendorgov_test_{Guid.CreateVersion7():N}";

    private TestDatabase(string engine)
    {
        Engine = engine switch
        {
            "sqlite" => new SqliteEngine(),
            "postgresql" => new PostgreSqlEngine(),
            "sqlserver" => new SqlServerEngine(),
            _ => throw new InvalidOperationException($"VENDORGOV_TEST_ENGINE={engine} is no engine."),
        };
        Directory = Path.Combine(Path.GetTempPath(), _name);
        System.IO.Directory.CreateDirectory(Directory);
        ConnectionString = Engine switch
        {
            PostgreSqlEngine => new NpgsqlConnectionStringBuilder(Server("VENDORGOV_TEST_POSTGRES")) { Database = _name, MaxPoolSize = 20 }.ToString(),
            SqlServerEngine => new SqlConnectionStringBuilder(Server("VENDORGOV_TEST_SQLSERVER")) { InitialCatalog = _name }.ToString(),
            _ => SqliteEngine.ConnectionString(Path.Combine(Directory, "vendorgov.db")),
        };
    }

    public IDatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>The portal's data directory, gone with the database.</summary>
    public string Directory { get; }

    public static TestDatabase OfTheRun() => new(Environment.GetEnvironmentVariable("VENDORGOV_TEST_ENGINE") ?? "sqlite");

    public static TestDatabase Embedded() => new("sqlite");

    /// <summary>As the portal configures a context, for tests that run without one.</summary>
    public DbContextOptions<AppDb> Options()
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        options.UseApplicationServiceProvider(new ServiceCollection().AddSingleton(Engine).BuildServiceProvider());
        Engine.Configure(options, ConnectionString);
        return options.Options;
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private async Task DropAsync()
    {
        switch (Engine)
        {
            case PostgreSqlEngine:
                await using (var own = new NpgsqlConnection(ConnectionString))
                {
                    NpgsqlConnection.ClearPool(own);
                }

                await using (var server = NpgsqlDataSource.Create(Server("VENDORGOV_TEST_POSTGRES")))
                await using (var drop = server.CreateCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)"))
                {
                    await drop.ExecuteNonQueryAsync();
                }

                break;
            case SqlServerEngine:
                SqlConnection.ClearAllPools();
                await using (var server = new SqlConnection(Server("VENDORGOV_TEST_SQLSERVER")))
                {
                    await server.OpenAsync();
                    await using var drop = server.CreateCommand();
                    drop.CommandText = $"IF DB_ID('{_name}') IS NOT NULL BEGIN ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name} END";
                    await drop.ExecuteNonQueryAsync();
                }

                break;
            default:
                await using (var file = new SqliteConnection(ConnectionString))
                {
                    SqliteConnection.ClearPool(file);
                }

                break;
        }
    }

    private static string Server(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} holds no connection string; tests/run starts a server and sets it.");
}
