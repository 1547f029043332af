using System.Net;
using Microsoft.Data.Sqlite;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Commands;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using VendorGov.IntegrationTests.Reports;
using Xunit;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>A portal whose disk is really full: told as that, nothing by halves, no file left behind, and work goes on when there is room again.</summary>
public sealed class FullDiskTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly YearMonth Month = new(2026, 1);

    private Network Own => portal.Networks.Own;

    [SmallDiskFact]
    public async Task A_full_disk_is_told_leaves_nothing_behind_and_is_over_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount(40)!;
        using var upload = new ReportUpload(portal, Month);
        var report = FilledTemplate.Of(await upload.TemplateAsync());
        Settle(portal.Database.ConnectionString, $"VACUUM INTO '{Path.Combine(disk.Folder, "vendorgov.db")}'");
        await using var node = await Node.StartAsync([new("VendorGov__DataDirectory", disk.Folder), new("VendorGov__Jobs", "false")]);
        using var outlet = new Visitor(node.Address);
        await outlet.SignInAsync(Own.At(Role.OutletManager, Own.Outlets[0]).Email, Networks.Password);
        using var vendor = new Visitor(node.Address);
        await vendor.SignInAsync(Own.At(Role.VendorManager, Own.Vendors[0]).Email, Networks.Password);
        await vendor.GetAsync(upload.Path);
        Settle(Of(disk), "PRAGMA wal_checkpoint(TRUNCATE)");
        var (before, files) = (Content(disk), Files(disk));

        disk.Fill();
        var issue = await outlet.FileAsync("磁盘已满");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, issue.Status);
        Assert.Contains("Nothing of your action was saved", issue.Text, StringComparison.Ordinal);
        var brought = await outlet.BringAsync("recording.mp3", [.. IssuePages.Recording, .. new byte[200_000]]);
        Assert.False(brought.Answer.IsSuccessStatusCode);
        Assert.False(string.IsNullOrWhiteSpace(await brought.Answer.Content.ReadAsStringAsync()));
        var page = await vendor.GetAsync(upload.Path);
        var refused = await vendor.SubmitAsync(page, page.Form("form:has(input[type=file])"), [], [("Files", "january.xlsx", report)]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("Nothing of your action was saved", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Degraded", await outlet.Http.GetStringAsync("/health/ready"));
        var cards = await ScorecardsAsync(disk);
        Assert.Equal(2, cards.ExitCode);
        Assert.Contains("disk is full", cards.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", cards.Error, StringComparison.Ordinal);
        Assert.Equal(before, Content(disk));
        Assert.Equal(files, Files(disk));

        disk.Free();
        Assert.Equal("Healthy", await outlet.Http.GetStringAsync("/health/ready"));
        Assert.StartsWith("/Issues/Details/", (await outlet.FileAsync("又有空间")).Path, StringComparison.Ordinal);
        Assert.True((await outlet.BringAsync("recording.mp3", IssuePages.Recording)).Answer.IsSuccessStatusCode);
        var taken = await vendor.SubmitAsync(page, page.Form("form:has(input[type=file])"), [], [("Files", "january.xlsx", report)]);
        Assert.Contains("rows written", taken.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await ScorecardsAsync(disk)).ExitCode);
        Assert.Equal("ok", Ask(Of(disk), "PRAGMA integrity_check"));
    }

    private Task<CommandRun> ScorecardsAsync(SmallDisk disk) =>
        CommandRun.OfAsync("scorecards", "--tenant", Own.Code, "--month", Month.ToString(), "--out", Path.Combine(disk.Folder, "cards"), "--data", disk.Folder);

    private static string Of(SmallDisk disk) => $"Data Source={Path.Combine(disk.Folder, "vendorgov.db")};Pooling=False";

    private static string Content(SmallDisk disk) => Ask(Of(disk), """
        SELECT (SELECT COUNT(*) FROM "Issues") || ' ' || (SELECT COUNT(*) FROM "DraftFiles") || ' ' || (SELECT COUNT(*) FROM "VendorReports") || ' '
            || (SELECT COUNT(*) FROM "VendorReportRows") || ' ' || (SELECT COUNT(*) FROM "Scorecards") || ' ' || (SELECT COUNT(*) FROM "AuditEntries")
        """);

    private static List<string> Files(SmallDisk disk) =>
        [.. Directory.EnumerateFiles(Path.Combine(disk.Folder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static void Settle(string connection, string sql) => Ask(connection, sql);

    private static string Ask(string connection, string sql)
    {
        using var database = new SqliteConnection(connection);
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "";
    }
}
