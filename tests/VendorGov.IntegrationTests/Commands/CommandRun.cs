using System.Diagnostics;
using VendorGov.IntegrationTests.Architecture;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>The executable as an operator calls it: words in; exit code and what it printed out.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] words) => OfAsync(new Dictionary<string, string>(), words);

    /// <summary>Under settings of its own, as <c>Portal.Settings</c>.</summary>
    public static async Task<CommandRun> OfAsync(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Executable, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, told[0], told[1]);
    }

    /// <summary>Built by the same command as these tests: .../bin/{configuration}/{framework}/.</summary>
    public static string Executable => Path.Combine(
        [Product.Root, "src", "VendorGov.Web", "bin", .. AppContext.BaseDirectory.TrimEnd('/').Split(Path.DirectorySeparatorChar)[^2..], "VendorGov.Web.dll"]);
}
