using VendorGov.Domain.Tenancy;
using VendorGov.Web.Commands.Demo;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>Creates the demo network in a folder of its own and starts the portal on it, on this machine alone.</summary>
internal static class DemoCommand
{
    public static readonly Command Spec = new(
        "demo", "fills a folder with a demo network and starts the portal",
        """
        VendorGov.Web demo [--data DIR] [--urls URL] [--seed-only]
          --data DIR    folder for the demo, by default .demo; a folder with a database that is no demo is refused
          --urls URL    loopback address, by default http://127.0.0.1:5080
          --seed-only   makes the network and ends
        """,
        ["--data", "--urls"], ["--seed-only"], null, RunAsync);

    /// <summary>What a log says to an operator is noise to who looks at the demo; warnings of the portal itself are told.</summary>
    private static readonly string[] Quiet =
    [
        "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning", "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Migrations=Error",
    ];

    private static async Task<int> RunAsync(Call call)
    {
        var urls = call.Find("--urls") ?? "http://127.0.0.1:5080";
        DemandLoopback(urls);
        var directory = Path.GetFullPath(call.Find("--data") ?? ".demo");
        string[] settings = [$"--VendorGov:DataDirectory={directory}", "--VendorGov:Engine=Sqlite", "--VendorGov:Demo=true"];
        await FillAsync(directory, settings);
        if (call.Has("--seed-only"))
        {
            return 0;
        }

        await using var app = await PortalHost.StartableAsync([.. settings, $"--urls={urls}", .. Quiet]);
        await app.StartAsync();
        Announce(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void DemandLoopback(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !uri.IsLoopback)
            {
                throw new CommandException($"The demo has known passwords and binds to this machine only, not to {url}.");
            }
        }
    }

    /// <summary>A filled demo is kept; one whose filling broke off is made anew; any other database is refused.</summary>
    private static async Task FillAsync(string directory, string[] settings)
    {
        var done = Path.Combine(directory, "demo.complete");
        if (File.Exists(done))
        {
            return;
        }

        if (File.Exists(Path.Combine(directory, "vendorgov.db")) && !File.Exists(Path.Combine(directory, "demo.started")))
        {
            throw new CommandException($"{directory} holds a database that is not a demo. Name another folder with --data.");
        }

        foreach (var file in Directory.Exists(directory) ? Directory.GetFiles(directory, "*.db*") : [])
        {
            File.Delete(file);
        }

        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "demo.started"), "");
        Console.WriteLine("Making the demo network: half a year of a franchise with 24 outlets and 3 vendors ...");
        var now = TimeProvider.System.GetUtcNow();
        var clock = new DemoClock(now);
        await using (var app = PortalHost.Build([.. settings, .. Quiet], clock))
        {
            await PortalHost.MigrateAsync(app.Services);
            await new DemoSeeder(app.Services, clock, now).FillAsync();
        }

        await File.WriteAllTextAsync(done, "");
    }

    private static void Announce(string address)
    {
        Console.WriteLine($"\nVendorGov demo: {address}\nPassword of every account: {DemoPlan.Password}\n");
        foreach (var account in DemoPlan.Accounts)
        {
            Console.WriteLine($"  {account.Email,-24} {RoleName(account.Role),-20} {account.Name}");
        }

        Console.WriteLine($"  {"platform@demo.example",-24} {RoleName(Role.PlatformAdministrator),-20} 平台管理员");
        Console.WriteLine("\nCtrl+C ends it.");
    }

    private static string RoleName(Role role) => role switch
    {
        Role.Headquarters => "headquarters",
        Role.RegionalManager => "regional manager",
        Role.OutletManager => "outlet manager",
        Role.OutletReviewer => "outlet reviewer",
        Role.VendorManager => "vendor manager",
        Role.VendorAgentLead => "vendor team lead",
        Role.Auditor => "auditor",
        _ => "platform admin",
    };
}
