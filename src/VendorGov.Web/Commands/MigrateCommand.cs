using Quartz;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>Creates the database or brings it to the current version.</summary>
internal static class MigrateCommand
{
    public static readonly Command Spec = new(
        "migrate", "creates the database or brings it to the current version",
        """
        VendorGov.Web migrate [--data DIR]
        VendorGov.Web migrate --row-security ENGINE
          Creates the database where it is missing and applies what migrations it lacks.
          --data DIR               folder of the embedded database and files; without it the configured connection
          --row-security ENGINE    prints the script of the second wall for SqlServer or PostgreSql, and touches no database
        """,
        ["--data", "--row-security"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        if (call.Find("--row-security") is { } name)
        {
            return await PrintWallAsync(name);
        }

        await using var app = PortalHost.ForCommand(call);
        await PortalHost.MigrateAsync(app.Services);
        // The schedule makes its tables when its store is opened; the portal's own login may not.
        if (app.Services.GetService<ISchedulerFactory>() is { } schedule)
        {
            await (await schedule.GetScheduler()).Shutdown();
        }

        Console.WriteLine($"The {app.Services.GetRequiredService<IDatabaseEngine>().Name} database is current.");
        return 0;
    }

    private static async Task<int> PrintWallAsync(string name)
    {
        await using var app = PortalHost.Build([$"--VendorGov:Engine={name}", "--ConnectionStrings:VendorGov=", "--VendorGov:Jobs=false"]);
        await using var scope = app.Services.CreateAsyncScope();
        var wall = app.Services.GetRequiredService<IDatabaseEngine>().Wall ?? throw new CommandException($"{name} has no row-level security.");
        await Console.Out.WriteAsync(wall.Script(scope.ServiceProvider.GetRequiredService<AppDb>().Model));
        return 0;
    }
}
