using System.Data.Common;
using VendorGov.Web.Commands.Backup;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>
/// The words after <c>VendorGov.Web</c>. No command: the portal starts. Exit codes: 0 done, 1 the command found something
/// wrong with the data, 2 the call or a file cannot be used (one line on standard error says why).
/// </summary>
public static class CommandLine
{
    private static readonly Command[] All =
    [
        DemoCommand.Spec, MigrateCommand.Spec, ImportCommand.Spec, ScorecardsCommand.Spec, SlaEvaluateCommand.Spec, VerifyCommand.Spec,
        DeliverCommand.Spec, BackupCommand.Spec, RestoreCommand.Spec, RecoverCommand.Spec,
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var command = All.SingleOrDefault(c => args.Length > 0 && c.Name == args[0]);
        try
        {
            if (command is null)
            {
                return await ServeAsync(args);
            }

            var call = Call.Parse(command, args[1..]);
            if (call is null)
            {
                Console.WriteLine(command.Help);
                return 0;
            }

            return await command.Run(call);
        }
        catch (CommandException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (Exception e) when (Storage.IsOutage(e))
        {
            await Console.Error.WriteLineAsync($"The database does not answer, is locked, or its disk is full; what was not saved is missing whole. Call again when it is mended. ({e.GetBaseException().Message})");
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (Exception e) when ((e as DbException ?? e.InnerException as DbException) is { } error)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {error.Message}");
            return 2;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        if (args is ["--help"] or ["-h"] or ["help"])
        {
            Console.WriteLine(Overview());
            return 0;
        }

        await using var app = await PortalHost.StartableAsync(HostArguments(args));
        await app.RunAsync();
        return 0;
    }

    /// <summary>
    /// The plain start takes <c>--data</c>, <c>--urls</c> and any setting as <c>--Section:Key=value</c>; the test host adds
    /// its own three words. Anything else is refused.
    /// </summary>
    private static string[] HostArguments(string[] args)
    {
        string[] host = ["--urls", "--environment", "--contentRoot", "--applicationName"];
        var passed = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            if (value is "" && name != "--data")
            {
                // A section of settings, which the test host names too, says nothing by itself.
                continue;
            }

            var setting = name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':');
            if (name != "--data" && !setting && !host.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new CommandException($"Unknown option or command: {args[i]}. Try --help.");
            }

            value ??= ++i < args.Length ? args[i] : throw new CommandException($"{name} needs a value.");
            passed.Add(name == "--data" ? $"--VendorGov:DataDirectory={value}" : $"{name}={value}");
        }

        return [.. passed];
    }

    private static string Overview() =>
        "VendorGov.Web [--data DIR] [--urls URL]   starts the portal\n" +
        string.Join('\n', All.Select(c => $"VendorGov.Web {c.Name,-14} {c.Summary}")) +
        "\nEach command explains itself with --help.";
}
