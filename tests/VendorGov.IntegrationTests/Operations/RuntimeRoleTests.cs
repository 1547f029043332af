using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VendorGov.IntegrationTests.Commands;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using Xunit;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>The portal as it should run on a server: the owner has migrated, and its own login (db/postgresql/roles.sql) changes rows and nothing else.</summary>
public sealed class RuntimeRoleTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [OnEngineFact(OnEngineFactAttribute.PostgreSql)]
    public async Task A_portal_whose_login_can_change_no_table_starts_signs_people_in_takes_issues_and_runs_its_jobs()
    {
        // As compose and the notes on upgrades do it: tables and the schedule's by the owner, then the login, then the portal.
        var settings = portal.Settings.Where(s => s.Key != "VendorGov__Jobs").ToDictionary();
        var migrated = await CommandRun.OfAsync(settings, "migrate");
        Assert.True(migrated.ExitCode == 0, migrated.Error);
        settings["ConnectionStrings__VendorGov"] = await portal.Database.RuntimeAsync(pool: 20);
        await using var node = await Node.StartAsync(settings);
        using var visitor = new Visitor(node.Address);
        await visitor.SignInAsync(Own.At(Domain.Tenancy.Role.OutletManager, Own.Outlets[0]).Email, Networks.Password);
        var filed = await visitor.FileAsync("由普通角色登记", files: ("通话.mp3", IssuePages.Recording));
        Assert.StartsWith("/Issues/Details/", filed.Path, StringComparison.Ordinal);

        var issue = Domain.Tenancy.IssueId.From(Guid.Parse(filed.Path.Split('/')[^1]));
        // Quartz tells of it every 15 s.
        for (var watch = Stopwatch.StartNew(); await NoticesAsync(issue) == 0;)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), string.Join('\n', node.Output));
            await Task.Delay(500);
        }

        Assert.DoesNotContain(node.Output, line => line.Contains("passes by row-level security", StringComparison.Ordinal) || line.Contains("permission denied", StringComparison.Ordinal));
        await RefusedAsync(settings["ConnectionStrings__VendorGov"]);
    }

    private Task<int> NoticesAsync(Domain.Tenancy.IssueId issue) => portal.InTenantAsync(Own.Tenant, db => db.Notices.CountAsync(n => n.IssueId == issue));

    private static async Task RefusedAsync(string connection)
    {
        await using var server = NpgsqlDataSource.Create(connection);
        foreach (var statement in new[]
        {
            """ALTER TABLE "Issues" DISABLE ROW LEVEL SECURITY""", """ALTER TABLE "Issues" NO FORCE ROW LEVEL SECURITY""", """ALTER TABLE "Issues" ADD COLUMN intruder int""",
            """DROP TABLE "Issues" CASCADE""", """TRUNCATE "DataProtectionKeys" """, """CREATE POLICY gap ON "Issues" USING (true)""", "CREATE TABLE intruder (id int)",
            """UPDATE "__EFMigrationsHistory" SET "ProductVersion" = 'x'""", "SET ROLE postgres", "ALTER ROLE CURRENT_USER BYPASSRLS", "COPY (SELECT 1) TO PROGRAM 'id'",
        })
        {
            await using var command = server.CreateCommand(statement);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{statement}: {refused.MessageText}");
        }
    }
}
