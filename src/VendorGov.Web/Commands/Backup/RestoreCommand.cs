using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands.Backup;

/// <summary>Puts a backup into an empty folder, after every file of it, the database included, proved to be what was written.</summary>
public static class RestoreCommand
{
    public static readonly Command Spec = new(
        "restore", "puts a backup into an empty data directory",
        """
        VendorGov.Web restore --from DIR --data DIR
          --from DIR   what the command backup has written; a damaged or incomplete backup is refused, with the reason
          --data DIR   a folder that is empty or does not exist yet
        """,
        ["--from", "--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        var (source, target) = (Path.GetFullPath(call.Demand("--from")), Path.GetFullPath(call.Demand("--data")));
        if (!Directory.Exists(source))
        {
            throw new CommandException($"There is no folder {source}.");
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new CommandException($"{target} is not empty. A backup goes into an empty folder, never over a portal.");
        }

        var manifest = await RestoreAsync(source, target);
        Console.WriteLine($"The backup of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC is in {target}: {manifest.Items.Count} files, all checked.");
        return 0;
    }

    /// <summary>Throws <see cref="CommandException"/>; then the target holds nothing.</summary>
    public static async Task<BackupManifest> RestoreAsync(string source, string target)
    {
        try
        {
            var manifest = await BackupManifest.ReadAsync(source);
            DemandKnown(manifest, target);
            await manifest.CheckFilesAsync(source);
            await CopyAsync(manifest, source, target);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            Empty(target);
            throw new CommandException($"The backup cannot be restored: {e.Message}");
        }
        catch (CommandException)
        {
            Empty(target);
            throw;
        }
    }

    /// <summary>An older database is brought up to date at the next start; a newer one is for a newer portal.</summary>
    private static void DemandKnown(BackupManifest manifest, string target)
    {
        using var app = PortalHost.Build(["--VendorGov:Engine=Sqlite", "--VendorGov:Jobs=false", $"--VendorGov:DataDirectory={target}"]);
        using var scope = app.Services.CreateScope();
        if (!scope.ServiceProvider.GetRequiredService<AppDb>().Database.GetMigrations().Contains(manifest.Migration))
        {
            throw new CommandException($"The backup was made by a newer version ({manifest.Migration}). Restore it with that one.");
        }

        if (manifest.Items.All(i => i.Path != BackupManifest.Database))
        {
            throw new CommandException($"The backup is incomplete: {BackupManifest.Database} is missing.");
        }
    }

    /// <summary>The database comes last: a folder without it is no portal, should the machine stop in between.</summary>
    private static async Task CopyAsync(BackupManifest manifest, string source, string target)
    {
        foreach (var item in manifest.Items.OrderBy(i => i.Path == BackupManifest.Database))
        {
            var path = BackupManifest.PathOf(target, item.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(BackupManifest.PathOf(source, item.Path), path);
            if (await BackupManifest.MeasureAsync(target, path) != item)
            {
                throw new CommandException($"{item.Path} changed while it was copied.");
            }
        }

        DatabaseCheck.Demand(Path.Combine(target, BackupManifest.Database));
    }

    private static void Empty(string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
            Directory.CreateDirectory(target);
        }
    }
}
