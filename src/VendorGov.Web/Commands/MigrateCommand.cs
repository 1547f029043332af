using VendorGov.Data.Engines;

namespace VendorGov.Web.Commands;

/// <summary>Creates the database or brings it to the current version.</summary>
internal static class MigrateCommand
{
    public static readonly Command Spec = new(
        "migrate", "creates the database or brings it to the current version",
        """
        VendorGov.Web migrate [--data DIR]
          Creates the database where it is missing and applies what migrations it lacks.
          --data DIR   folder of the embedded database and files; without it the configured connection
        """,
        ["--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        await using var app = PortalHost.ForCommand(call);
        await PortalHost.MigrateAsync(app.Services);
        Console.WriteLine($"The {app.Services.GetRequiredService<IDatabaseEngine>().Name} database is current.");
        return 0;
    }
}
