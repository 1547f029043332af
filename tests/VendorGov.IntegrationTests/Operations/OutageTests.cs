using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Issues;
using Xunit;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>Database locked or gone: a sentence instead of a fault, nothing by halves, and work goes on when it is over.</summary>
public sealed class OutageTests(Portal portal) : IClassFixture<Portal>
{
    private Person Outlet => portal.Networks.Own.At(Role.OutletManager, portal.Networks.Own.Outlets[0]);

    [OnEngineFact(OnEngineFactAttribute.Embedded)]
    public async Task A_locked_database_is_told_as_one_and_the_same_form_goes_through_afterwards()
    {
        var impatient = $"{portal.Database.ConnectionString};Default Timeout=1";
        await using var node = await Node.StartAsync([.. portal.Settings.Where(s => s.Key != "ConnectionStrings__VendorGov"), new("ConnectionStrings__VendorGov", impatient)]);
        using var visitor = new Visitor(node.Address);
        await visitor.SignInAsync(Outlet.Email, Networks.Password);
        var before = await IssuesAsync();
        await using (var other = new SqliteConnection(portal.Database.ConnectionString))
        {
            await other.OpenAsync();
            await using var writing = other.BeginTransaction();
            await ToldAsOutageAsync(() => visitor.FileAsync("锁定时提交"));
        }

        Assert.Equal(before, await IssuesAsync());
        Assert.StartsWith("/Issues/Details/", (await visitor.FileAsync("锁定后提交")).Path, StringComparison.Ordinal);
        Assert.Equal(before + 1, await IssuesAsync());
    }

    [OnEngineFact(OnEngineFactAttribute.PostgreSql)]
    public async Task A_server_that_is_gone_is_told_as_an_outage_and_found_again_without_a_restart()
    {
        using var visitor = await portal.SignedInAsync(Outlet);
        using var anonymous = portal.Anonymous();
        var before = await IssuesAsync();
        await LetInAsync(false);
        await ToldAsOutageAsync(() => visitor.GetAsync("/Issues"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await anonymous.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/health/live")).Status);
        await LetInAsync(true);

        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/health/ready")).Status);
        Assert.StartsWith("/Issues/Details/", (await visitor.FileAsync("恢复后提交")).Path, StringComparison.Ordinal);
        Assert.Equal(before + 1, await IssuesAsync());
    }

    private static async Task ToldAsOutageAsync(Func<Task<Screen>> request)
    {
        var screen = await request();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, screen.Status);
        Assert.NotNull(screen.Answer.Headers.RetryAfter);
        Assert.Contains("Nothing of your action was saved", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SQL", screen.Text, StringComparison.OrdinalIgnoreCase);
    }

    private Task<int> IssuesAsync() => portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Issues.CountAsync());

    private async Task LetInAsync(bool open)
    {
        var name = new NpgsqlConnectionStringBuilder(portal.Database.UnwalledConnectionString).Database;
        await using var server = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("VENDORGOV_TEST_POSTGRES")!);
        await using var command = server.CreateCommand(
            $"ALTER DATABASE \"{name}\" WITH ALLOW_CONNECTIONS {open}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND NOT {open}");
        await command.ExecuteNonQueryAsync();
    }
}
