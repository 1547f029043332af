using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>The one way in which the portal is put together, for the web and for commands.</summary>
public static partial class PortalHost
{
    /// <summary>A portal on a migrated database, ready to run.</summary>
    public static async Task<WebApplication> StartableAsync(string[] settings)
    {
        var app = Build(settings);
        // Half of the start is the making of the database's model, which asks nobody anything: beside the making of the pages.
        var model = Task.Run(() => MakeModel(app.Services));
        app.UseShell();
        await app.EnsureEveryEndpointNamesAPermissionAsync();
        await model;
        await MigrateAsync(app.Services);
        await TellOfOpenWallAsync(app);
        return app;
    }

    /// <summary>The services without pages or jobs, for a command that works on the data.</summary>
    public static WebApplication ForCommand(Call call)
    {
        var data = call.Find("--data");
        return Build([.. data is null ? Array.Empty<string>() : [$"--VendorGov:DataDirectory={data}"], "--Logging:LogLevel:Default=Warning"]);
    }

    /// <summary>Like <see cref="ForCommand"/>, on a portal that exists: a folder named by mistake becomes no empty portal.</summary>
    public static async Task<WebApplication> ForPortalAsync(Call call)
    {
        var app = ForCommand(call);
        var storage = app.Services.GetRequiredService<Storage>();
        if (storage.IsMissing)
        {
            await app.DisposeAsync();
            throw new CommandException($"There is no portal in {storage.Directory}. Name its folder with --data.");
        }

        await MigrateAsync(app.Services);
        return app;
    }

    /// <summary>Runs work inside one tenant, named by its code.</summary>
    public static async Task<int> InTenantAsync(Call call, Func<IServiceProvider, AppDb, Task<int>> work)
    {
        var code = call.Demand("--tenant");
        await using var app = await ForPortalAsync(call);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var tenant = db.Tenants.Where(t => t.Code == code).Select(t => t.Id).SingleOrDefault();
        if (tenant == default)
        {
            throw new CommandException($"There is no tenant with the code {code}.");
        }

        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant, actorName: $"command {call.Command.Name}");
        return await work(scope.ServiceProvider, db);
    }

    public static async Task MigrateAsync(IServiceProvider services)
    {
        Directory.CreateDirectory(services.GetRequiredService<Storage>().Files);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await scope.ServiceProvider.GetRequiredService<IDatabaseEngine>().MigrateAsync(db, CancellationToken.None);
    }

    private static void MakeModel(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<AppDb>().Model;
    }

    /// <summary>The portal works with such a login too, but behind one wall only.</summary>
    private static async Task TellOfOpenWallAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (app.Services.GetRequiredService<IDatabaseEngine>().Wall is { } wall && !await wall.HoldsAsync(db, CancellationToken.None))
        {
            LogOpenWall(app.Logger);
        }
    }

    [LoggerMessage(4, LogLevel.Warning, "The login of the database passes by row-level security: use an ordinary one (db/README.md)")]
    private static partial void LogOpenWall(ILogger logger);

    /// <param name="clock">For the demo, which makes history; else the system's.</param>
    public static WebApplication Build(string[] settings, TimeProvider? clock = null)
    {
        // Started from any folder, pages and assets are found beside the program.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = settings.Any(s => s.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        Storage.From(builder.Configuration).Register(builder.Services);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddShell();
        return builder.Build();
    }
}
