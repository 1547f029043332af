using Xunit;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>The demo's database, seeded once by its command.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vendorgov-demo-").FullName;

    public async Task InitializeAsync()
    {
        var run = await CommandRun.OfAsync("demo", "--seed-only", "--data", Path);
        Assert.True(run.ExitCode == 0, $"demo ended with {run.ExitCode}: {run.Output}{run.Error}");
    }

    /// <summary>A copy of the database, to be spoiled.</summary>
    public string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("vendorgov-copy-").FullName;
        foreach (var file in Directory.GetFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return Task.CompletedTask;
    }
}
