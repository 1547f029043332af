using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;
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
    // Migrated once in the run and copied for each class: all migrations take seconds, a copy takes none.
    private static readonly Lazy<Task<TestDatabase>> Template = new(MigratedAsync);
    private static readonly SemaphoreSlim OneCopy = new(1);

    // An ordinary role, as in production: superusers pass by the second wall.
    private static readonly Lazy<string> Owner = new(NewOwner);

    private bool _runtime;
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
            PostgreSqlEngine => new NpgsqlConnectionStringBuilder(Server("VENDORGOV_TEST_POSTGRES")) { Database = _name, MaxPoolSize = 20, Username = Owner.Value, Password = Owner.Value }.ToString(),
            SqlServerEngine => new SqlConnectionStringBuilder(Server("VENDORGOV_TEST_SQLSERVER")) { InitialCatalog = _name }.ToString(),
            _ => SqliteEngine.ConnectionString(Path.Combine(Directory, "vendorgov.db")),
        };
    }

    public IDatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>Sees the tables as they are, past the second wall.</summary>
    public string UnwalledConnectionString => Engine is PostgreSqlEngine
        ? new NpgsqlConnectionStringBuilder(Server("VENDORGOV_TEST_POSTGRES")) { Database = _name, Pooling = false }.ToString()
        : ConnectionString;

    /// <summary>The portal's data directory, gone with the database.</summary>
    public string Directory { get; }

    public static TestDatabase OfTheRun() => new(Environment.GetEnvironmentVariable("VENDORGOV_TEST_ENGINE") ?? "sqlite");

    public static TestDatabase Embedded() => new("sqlite");

    /// <summary>As the portal configures a context, for tests that run without one.</summary>
    public DbContextOptions<AppDb> Options() => OptionsOf(ConnectionString);

    public DbContextOptions<AppDb> OptionsOf(string connectionString)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        options.UseApplicationServiceProvider(new ServiceCollection().AddSingleton(Engine).BuildServiceProvider());
        Engine.Configure(options, connectionString);
        return options.Options;
    }

    /// <summary>Makes this an empty portal's database at once. SQL Server has no such copy: there the portal migrates.</summary>
    public async Task PrepareAsync()
    {
        if (Engine is SqlServerEngine)
        {
            return;
        }

        var template = await Template.Value;
        await OneCopy.WaitAsync();
        try
        {
            if (Engine is SqliteEngine)
            {
                File.Copy(Path.Combine(template.Directory, "vendorgov.db"), Path.Combine(Directory, "vendorgov.db"));
            }
            else
            {
                await CommandAsync($"CREATE DATABASE {_name} TEMPLATE {template._name} OWNER {Owner.Value}");
            }
        }
        finally
        {
            OneCopy.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    /// <summary>The least privileged login of db/*/roles.sql, made for this database.</summary>
    public async Task<string> RuntimeAsync(int pool = 4)
    {
        var name = _name.Replace("_test_", "_app_", StringComparison.Ordinal);
        if (!_runtime)
        {
            var folder = Engine is PostgreSqlEngine ? "postgresql" : "sqlserver";
            var script = (await File.ReadAllTextAsync(Path.Combine(Architecture.Product.Root, "db", folder, "roles.sql")))
                .Replace("vendorgov_app", name, StringComparison.Ordinal);
            if (Engine is PostgreSqlEngine)
            {
                await CommandAsync($"CREATE ROLE {name} LOGIN PASSWORD '{name}'");
            }
            else
            {
                script = $"CREATE LOGIN {name} WITH PASSWORD = '{name}_Aa1';\n{script}";
            }

            await using DbConnection server = Engine is PostgreSqlEngine
                ? new NpgsqlConnection(UnwalledConnectionString) : new SqlConnection(UnwalledConnectionString);
            await server.OpenAsync();
            await using var command = server.CreateCommand();
            command.CommandText = script;
            await command.ExecuteNonQueryAsync();
            _runtime = true;
        }

        return Engine is PostgreSqlEngine
            ? new NpgsqlConnectionStringBuilder(ConnectionString) { Username = name, Password = name, MaxPoolSize = pool }.ToString()
            : new SqlConnectionStringBuilder(ConnectionString)
            {
                UserID = name, Password = $"{name}_Aa1", IntegratedSecurity = false, MaxPoolSize = pool,
            }.ToString();
    }

    private async Task DropAsync()
    {
        switch (Engine)
        {
            case PostgreSqlEngine:
                LetGo();
                await CommandAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
                if (_runtime)
                {
                    await CommandAsync($"DROP ROLE {_name.Replace("_test_", "_app_", StringComparison.Ordinal)}");
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
                LetGo();
                break;
        }
    }

    private static async Task<TestDatabase> MigratedAsync()
    {
        var template = OfTheRun();
        using var gate = new WriteGate();
        await using (var db = new AppDb(template.Options(), new TenantScope(), gate, new FakeClock()))
        {
            await template.Engine.MigrateAsync(db, CancellationToken.None);
        }

        template.LetGo();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAsync(template).GetAwaiter().GetResult();
        return template;
    }

    private static string NewOwner()
    {
        var name = $"vendorgov_owner_{Guid.CreateVersion7():N}";
        using var server = NpgsqlDataSource.Create(Server("VENDORGOV_TEST_POSTGRES"));
        using var command = server.CreateCommand($"CREATE ROLE {name} LOGIN CREATEDB PASSWORD '{name}'");
        command.ExecuteNonQuery();
        return name;
    }

    private static async Task EndAsync(TestDatabase template)
    {
        await template.DisposeAsync();
        if (template.Engine is PostgreSqlEngine)
        {
            await CommandAsync($"DROP ROLE IF EXISTS {Owner.Value}");
        }
    }

    /// <summary>Closes pooled connections; the last one that closes writes SQLite's log into the file.</summary>
    private void LetGo()
    {
        if (Engine is PostgreSqlEngine)
        {
            using var own = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(own);
        }
        else
        {
            SqliteEngine.LetGo(ConnectionString);
            using var own = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(own);
        }
    }

    private static async Task CommandAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server("VENDORGOV_TEST_POSTGRES"));
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Server(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} holds no connection string; tests/run starts a server and sets it.");
}
