using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Commands;
using VendorGov.Web.Commands.Backup;
using VendorGov.Web.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>Backups of a portal that is being written to, and what becomes of damaged ones: 100 with VENDORGOV_FULL=1, else 4.</summary>
public sealed class BackupTests(Portal portal) : IClassFixture<Portal>, IDisposable
{
    private const string Area = "drill";

    private static readonly int Damaged = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1" ? 100 : 4;

    private readonly string _scratch = Directory.CreateTempSubdirectory("vendorgov-backup-").FullName;

    private string Backup => Path.Combine(_scratch, "backup");

    private string Restored => Path.Combine(_scratch, "restored");

    [Fact]
    public async Task A_backup_under_writes_is_restored_whole_and_people_go_on_with_their_sessions()
    {
        using var before = await portal.SignedInAsync(portal.Networks.Own.Headquarters);
        var saved = new List<string>();
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => WriteAsync(saved, end.Token)).ToList();
        while (saved.Count < 8)
        {
            await Task.Delay(20);
        }

        string[] certain;
        lock (saved)
        {
            certain = [.. saved];
        }

        var backup = await CommandRun.OfAsync("backup", "--to", Backup, "--data", portal.Database.Directory);
        await end.CancelAsync();
        await Task.WhenAll(writers);
        Assert.True(backup.ExitCode == 0, backup.Error);
        Assert.True(saved.Count > certain.Length, "Nothing was written meanwhile.");

        var restore = await CommandRun.OfAsync("restore", "--from", Backup, "--data", Restored);
        Assert.True(restore.ExitCode == 0, restore.Error);
        Assert.Equal(await ContentAsync(Path.Combine(Backup, "vendorgov.db")), await ContentAsync(Path.Combine(Restored, "vendorgov.db")));
        var kept = await SavedAsync();
        Assert.Empty(certain.Except(kept));
        Assert.All(kept, hash => Assert.True(File.Exists(FileOf(hash)), hash));
        await SignInsWorkAsync(before);

        var again = await CommandRun.OfAsync("restore", "--from", Backup, "--data", Restored);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("not empty", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_and_incomplete_backups_are_refused_with_a_sentence_and_leave_nothing()
    {
        await portal.InTenantAsync(portal.Networks.Own.Tenant, async (_, services) => await KeepAsync(services, "ein Beleg"));
        var backup = await CommandRun.OfAsync("backup", "--to", Backup, "--data", portal.Database.Directory);
        Assert.True(backup.ExitCode == 0, backup.Error);
        var random = new Random(20260302);
        for (var i = 0; i < Damaged; i++)
        {
            var copy = Copy($"copy-{i}");
            var damage = Damage(copy, i, random);
            var told = await Assert.ThrowsAsync<CommandException>(() => RestoreCommand.RestoreAsync(copy, Restored));
            Assert.True(told.Message.Length > 20 && !told.Message.Contains('\n', StringComparison.Ordinal), damage);
            Assert.False(Directory.Exists(Restored) && Directory.EnumerateFileSystemEntries(Restored).Any(), damage);
            Directory.Delete(copy, recursive: true);
        }

        await RestoreCommand.RestoreAsync(Backup, Restored);
    }

    [Fact]
    public async Task A_database_whose_rows_refer_to_nothing_is_refused_although_its_hash_is_right()
    {
        await CommandRun.OfAsync("backup", "--to", Backup, "--data", portal.Database.Directory);
        var manifest = await BackupManifest.ReadAsync(Backup);
        var file = Path.Combine(Backup, "vendorgov.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM \"Issues\" WHERE \"Id\" = (SELECT \"IssueId\" FROM \"WaybillParts\" LIMIT 1)";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var items = manifest.Items.Select(async i => i.Path == "vendorgov.db" ? await BackupManifest.MeasureAsync(Backup, file) : i);
        await (manifest with { Items = await Task.WhenAll(items) }).WriteAsync(Backup);

        var told = await Assert.ThrowsAsync<CommandException>(() => RestoreCommand.RestoreAsync(Backup, Restored));
        Assert.Contains("refer to rows that are missing", told.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    /// <summary>A file, then the row that names it, as the portal does.</summary>
    private async Task WriteAsync(List<string> saved, CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            var text = $"{Guid.NewGuid()} {i}";
            var hash = await portal.InTenantAsync(portal.Networks.Own.Tenant, async (db, services) =>
            {
                var kept = await KeepAsync(services, text);
                db.AddBatchEntry("added", Area, kept, new { text });
                await db.SaveChangesAsync(CancellationToken.None);
                return kept;
            });
            lock (saved)
            {
                saved.Add(hash);
            }
        }
    }

    private static async Task<string> KeepAsync(IServiceProvider services, string text)
    {
        await using var arrival = await services.GetRequiredService<FileStore>()
            .ReceiveAsync(Area, new MemoryStream(Encoding.UTF8.GetBytes(text)), 1000, CancellationToken.None);
        arrival.Keep();
        return arrival.Sha256;
    }

    private async Task SignInsWorkAsync(Visitor session)
    {
        await using var app = PortalHost.Build(
            [$"--VendorGov:DataDirectory={Restored}", "--VendorGov:Jobs=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"],
            portal.Clock);
        app.UseShell();
        await PortalHost.MigrateAsync(app.Services);
        await app.StartAsync();
        using var visitor = new Visitor(new Uri(app.Urls.First()), null);
        await visitor.SignInAsync(portal.Networks.Own.Headquarters.Email, Networks.Password);
        // The key ring came along: the cookie of the old portal still opens.
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var old = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Account/Profile");
        request.Headers.Add("Cookie", session.CookieHeader(portal.Address));
        using var answer = await old.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        await app.StopAsync();
    }

    private async Task<List<string>> SavedAsync()
    {
        await using var db = Open(Path.Combine(Restored, "vendorgov.db"));
        db.Scope.EnterTenant(portal.Networks.Own.Tenant);
        return await db.AuditEntries.Where(a => a.Subject == Area).Select(a => a.SubjectId).ToListAsync();
    }

    private string FileOf(string hash) =>
        Path.Combine(Restored, "files", portal.Networks.Own.Tenant.Value.ToString("N"), Area, hash[..2], hash);

    private static async Task<string> ContentAsync(string file)
    {
        await using var db = Open(file);
        return DatabaseContent.Hash(await DatabaseContent.RowsAsync(db));
    }

    private static AppDb Open(string file) => new(
        new DbContextOptionsBuilder<AppDb>().UseSqlite($"Data Source={file};Pooling=False").Options, new TenantScope(), new WriteGate(), new FakeClock());

    private string Copy(string name)
    {
        var copy = Path.Combine(_scratch, name);
        foreach (var file in Directory.EnumerateFiles(Backup, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Backup, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>One of six kinds of damage to one of the files, in turn; which file and which byte is drawn.</summary>
    private static string Damage(string folder, int turn, Random random)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var file = files[random.Next(files.Length)];
        var bytes = File.ReadAllBytes(file);
        switch (turn % 6)
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, bytes);
                break;
            case 1:
                File.WriteAllBytes(file, bytes[..random.Next(bytes.Length)]);
                break;
            case 2:
                File.Delete(file);
                break;
            case 3:
                File.WriteAllBytes(file, [.. bytes, 0]);
                break;
            case 4:
                File.Move(file, $"{file}.moved");
                break;
            default:
                File.WriteAllBytes(Path.Combine(folder, "stray"), bytes);
                break;
        }

        return $"{turn}: {Path.GetFileName(file)}";
    }
}
