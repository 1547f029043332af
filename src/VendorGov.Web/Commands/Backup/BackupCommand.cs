using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Db.Sqlite;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands.Backup;

/// <summary>
/// Copies an embedded portal while it runs. Files are copied before and after the database: what the copied rows name was there at one of the two
/// times. The key ring lies in the database; the schedule makes itself anew.
/// </summary>
internal static class BackupCommand
{
    public static readonly Command Spec = new(
        "backup", "copies an embedded portal into a folder while it runs",
        """
        VendorGov.Web backup --to DIR [--data DIR]
          --to DIR     a folder that does not exist yet; it appears once the backup is complete and checked
          --data DIR   the portal's data directory
          SQL Server and PostgreSQL have tools of their own: see db/README.md.
        """,
        ["--to", "--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(call.Demand("--to")));
        if (Directory.Exists(target) || File.Exists(target))
        {
            throw new CommandException($"{target} exists already. Name a folder that does not.");
        }

        await using var app = PortalHost.ForCommand(call);
        var storage = app.Services.GetRequiredService<Storage>();
        var source = SourceOf(storage);
        var partial = $"{target}.partial";
        try
        {
            Directory.CreateDirectory(partial);
            CopyNew(storage.Files, Path.Combine(partial, BackupManifest.Files));
            CopyDatabase(source, Path.Combine(partial, BackupManifest.Database));
            CopyNew(storage.Files, Path.Combine(partial, BackupManifest.Files));
            var manifest = await DescribeAsync(partial, app.Services);
            await manifest.WriteAsync(partial);
            Directory.Move(partial, target);
            Console.WriteLine($"{manifest.Items.Count} files, {manifest.Items.Sum(i => i.Bytes) / 1024} KB: {target}");
            return 0;
        }
        catch (Exception e) when (e is IOException or SqliteException or UnauthorizedAccessException)
        {
            throw new CommandException($"The backup was not made: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
    }

    private static string SourceOf(Storage storage)
    {
        if (storage.Engine is not SqliteEngine)
        {
            throw new CommandException($"{storage.Engine.Name} is backed up by its own tools: see db/README.md.");
        }

        var file = new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource;
        return File.Exists(file) ? file : throw new CommandException($"There is no {file}.");
    }

    /// <summary>SQLite's own copy of one moment; writers go on meanwhile.</summary>
    private static void CopyDatabase(string source, string target)
    {
        using (var from = new SqliteConnection($"Data Source={source};Mode=ReadWrite;Pooling=False;Default Timeout=60"))
        using (var to = new SqliteConnection($"Data Source={target};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        DatabaseCheck.Demand(target);
    }

    /// <summary>Content is named by its hash and never changes; what is still arriving (.part) belongs to no row.</summary>
    private static void CopyNew(string source, string target)
    {
        foreach (var file in Directory.Exists(source) ? Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories) : [])
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            if (file.EndsWith(".part", StringComparison.Ordinal) || File.Exists(copy))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            try
            {
                File.Copy(file, copy);
            }
            catch (FileNotFoundException)
            {
                // Its last reference went away between listing and copying.
            }
        }
    }

    private static async Task<BackupManifest> DescribeAsync(string folder, IServiceProvider services)
    {
        var items = new List<BackupManifest.Item>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            items.Add(await BackupManifest.MeasureAsync(folder, file));
        }

        await using var scope = services.CreateAsyncScope();
        var applied = await scope.ServiceProvider.GetRequiredService<AppDb>().Database.GetAppliedMigrationsAsync();
        return BackupManifest.Of(services.GetRequiredService<TimeProvider>().GetUtcNow(), applied.Last(), items);
    }
}
