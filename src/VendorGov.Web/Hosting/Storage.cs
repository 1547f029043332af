using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Identity;
using VendorGov.Data.Saving;
using VendorGov.Db.PostgreSql;
using VendorGov.Db.Sqlite;
using VendorGov.Db.SqlServer;
using VendorGov.Web.Hosting.Operations;

namespace VendorGov.Web.Hosting;

/// <summary>
/// Where this portal keeps its data. <c>VendorGov:DataDirectory</c> holds files, and with the embedded engine the database;
/// <c>VendorGov:Engine</c> and <c>ConnectionStrings:VendorGov</c> name a server instead.
/// </summary>
public sealed record Storage(IDatabaseEngine Engine, string ConnectionString, string Directory)
{
    private static readonly IDatabaseEngine[] Engines = [new SqliteEngine(), new SqlServerEngine(), new PostgreSqlEngine()];

    public string DatabaseFile => Path.Combine(Directory, "vendorgov.db");

    public string ScheduleFile => Path.Combine(Directory, "quartz.db");

    public string Files => Path.Combine(Directory, "files");

    /// <summary>Whether the embedded database has not been created yet; a server is asked when it is opened.</summary>
    public bool IsMissing => Engine is SqliteEngine && !File.Exists(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    public static Storage From(IConfiguration configuration)
    {
        var directory = Path.GetFullPath(configuration["VendorGov:DataDirectory"] ?? "data");
        var name = configuration["VendorGov:Engine"] ?? "Sqlite";
        var engine = Engines.SingleOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException($"VendorGov:Engine must be Sqlite, SqlServer or PostgreSql, not {name}.");
        var connection = configuration.GetConnectionString("VendorGov");
        if (engine is SqliteEngine)
        {
            connection ??= SqliteEngine.ConnectionString(Path.Combine(directory, "vendorgov.db"));
        }

        return new Storage(
            engine, connection ?? throw new CommandException($"{engine.Name} needs ConnectionStrings:VendorGov."), directory);
    }

    /// <summary>What passes by itself, on any engine.</summary>
    public static bool IsOutage(Exception error) => Engines.Any(engine => Outage.Is(error, engine));

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton(Engine);
        services.AddSingleton<WriteGate>();
        services.AddScoped<TenantScope>();
        services.AddScoped<MembershipDirectory>();
        services.AddScoped<SealDirectory>();
        services.AddSingleton<CalendarCache>();
        services.AddScoped<ClockFacesLoader>();
        services.AddScoped<IssueNumbers>().AddSingleton<IssueNumberHints>();
        services.AddScoped<FileStore>();
        services.AddSingleton<Antivirus>();
        services.AddScoped<EscalationChain>();
        services.AddScoped<TextSearch>();
        services.AddDbContext<AppDb>(
            (provider, options) =>
            {
                Engine.Configure(options, ConnectionString);
                // Counts that stop at a number need no order; lists are ordered by their pages.
                options.ConfigureWarnings(w => w.Log((CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug)));
                options.AddInterceptors(provider.GetServices<IInterceptor>());
            },
            optionsLifetime: ServiceLifetime.Singleton);
    }
}

/// <summary>Something that the operator must mend; told in one line, exit code 2.</summary>
public sealed class CommandException(string message) : Exception(message);
