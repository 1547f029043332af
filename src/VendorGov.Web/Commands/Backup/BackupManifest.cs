using System.Security.Cryptography;
using System.Text.Json;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands.Backup;

/// <summary>
/// What a backup holds: <c>manifest.json</c> lists every file with its length and SHA-256, <c>manifest.sha256</c> holds the manifest's own, as
/// <c>sha256sum -c</c> reads it. It shows damage, not forgery: who may write the folder may write both.
/// </summary>
public sealed record BackupManifest(string Product, int Format, DateTimeOffset MadeAt, string Migration, IReadOnlyList<BackupManifest.Item> Items)
{
    public const string Name = "manifest.json";
    public const string SumName = "manifest.sha256";
    public const string Database = "vendorgov.db";
    public const string Files = "files";

    private const string OurProduct = "VendorGov";
    private const int OurFormat = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="Path">Below the folder, with slashes.</param>
    public sealed record Item(string Path, long Bytes, string Sha256);

    public static BackupManifest Of(DateTimeOffset madeAt, string migration, IReadOnlyList<Item> items) =>
        new(OurProduct, OurFormat, madeAt, migration, items);

    public async Task WriteAsync(string folder)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        await File.WriteAllBytesAsync(Path.Combine(folder, Name), bytes);
        await File.WriteAllTextAsync(Path.Combine(folder, SumName), $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {Name}\n");
    }

    /// <summary>Throws <see cref="CommandException"/> with a sentence where the manifest is missing, damaged or of another kind.</summary>
    public static async Task<BackupManifest> ReadAsync(string folder)
    {
        var (path, sum) = (Path.Combine(folder, Name), Path.Combine(folder, SumName));
        if (!File.Exists(path) || !File.Exists(sum))
        {
            throw new CommandException($"{folder} is no complete backup: {(File.Exists(path) ? SumName : Name)} is missing.");
        }

        var bytes = await File.ReadAllBytesAsync(path);
        if (await File.ReadAllTextAsync(sum) != $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {Name}\n")
        {
            throw new CommandException($"The backup is damaged: {Name} and {SumName} do not agree.");
        }

        var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, Json);
        return manifest is { Product: OurProduct, Format: OurFormat }
            ? manifest
            : throw new CommandException($"{folder} holds a backup that this version cannot read.");
    }

    /// <summary>Reads every file of the list and compares; a file that is not on the list counts as damage too.</summary>
    public async Task CheckFilesAsync(string folder)
    {
        foreach (var item in Items)
        {
            var path = PathOf(folder, item.Path);
            if (!File.Exists(path))
            {
                throw new CommandException($"The backup is incomplete: {item.Path} is missing.");
            }

            if (await MeasureAsync(folder, path) != item)
            {
                throw new CommandException($"The backup is damaged: {item.Path} is not what was written.");
            }
        }

        var listed = Items.Select(i => i.Path).Append(Name).Append(SumName).ToHashSet(StringComparer.Ordinal);
        var stray = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(p => Relative(folder, p)).FirstOrDefault(p => !listed.Contains(p));
        if (stray is not null)
        {
            throw new CommandException($"The backup is not as it was written: {stray} does not belong to it.");
        }
    }

    public static async Task<Item> MeasureAsync(string folder, string path)
    {
        await using var content = File.OpenRead(path);
        return new Item(Relative(folder, path), content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
    }

    /// <summary>The place of a listed file; a path that leads out of the folder is refused.</summary>
    public static string PathOf(string folder, string item)
    {
        var path = Path.GetFullPath(Path.Combine(folder, item));
        return path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new CommandException($"The backup is damaged: {item} leads out of its folder.");
    }

    private static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
