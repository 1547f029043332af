using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Engines;

/// <summary>
/// The second wall with the first one switched off. VENDORGOV_FULL=1 makes 2,000 alternating requests on four pooled connections, the plain run a
/// sample. The embedded engine has no such wall.
/// </summary>
public sealed class TenantWallTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>, IDisposable
{
    private static readonly int Requests = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1" ? 2_000 : 400;

    private readonly WriteGate _gate = new();
    private readonly ITenantWall _wall = portal.Database.Engine.Wall!;

    [OnEngineFact(OnEngineFactAttribute.PostgreSql, OnEngineFactAttribute.SqlServer)]
    public async Task Every_table_of_a_tenant_stands_behind_the_wall_and_the_portals_login_too()
    {
        await using var db = Open(portal.Database.ConnectionString, null);
        Assert.Empty(await _wall.GapsAsync(db, CancellationToken.None));
        var owned = db.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)).Select(e => e.GetTableName()!);
        Assert.Empty(owned.Except(WalledTable.Of(db.Model).Select(t => t.Name)));
        await using var runtime = Open(await portal.Database.RuntimeAsync(), null);
        Assert.True(await _wall.HoldsAsync(runtime, CancellationToken.None));
    }

    [OnEngineFact(OnEngineFactAttribute.PostgreSql, OnEngineFactAttribute.SqlServer)]
    public async Task With_the_first_wall_off_alternating_requests_read_and_write_no_foreign_row()
    {
        var (read, written, own) = await DrillAsync(await portal.Database.RuntimeAsync(), Requests);
        output.WriteLine($"{Requests} requests on pooled connections: {own} own rows, {read} foreign rows read, {written} written.");
        Assert.Equal((0, 0), (read, written));
        Assert.True(own > Requests);
    }

    [OnEngineFact(OnEngineFactAttribute.PostgreSql, OnEngineFactAttribute.SqlServer)]
    public async Task Without_a_word_the_wall_is_closed_also_on_a_connection_that_knew_a_tenant()
    {
        var one = await portal.Database.RuntimeAsync(pool: 1);
        await using (var told = Open(one, portal.Networks.Own.Tenant))
        {
            Assert.NotEqual(0, await CountAsync(told, "Issues"));
        }

        await using var untold = Open(one, null);
        foreach (var table in WalledTable.Of(untold.Model).Where(t => t.Kind != WallKind.Shared))
        {
            Assert.Equal(0, await CountAsync(untold, table.Name));
        }

        await Assert.ThrowsAnyAsync<DbException>(() => untold.Database.ExecuteSqlAsync(
            $"""INSERT INTO "WaybillParts" ("IssueId", "Part", "TenantId") SELECT {Guid.NewGuid()}, 'x', {portal.Networks.Own.Tenant.Value}"""));
    }

    [OnEngineFact(OnEngineFactAttribute.PostgreSql, OnEngineFactAttribute.SqlServer)]
    public async Task The_questions_before_the_scope_read_few_tables_and_write_none()
    {
        await using var db = Open(await portal.Database.RuntimeAsync(), null);
        using var beyond = db.Scope.LookBeyond();
        foreach (var table in WalledTable.Of(db.Model))
        {
            Assert.True(await CountAsync(db, table.Name) == 0 == (table.Kind == WallKind.Own), table.Name);
            if (table.Kind != WallKind.Shared)
            {
                Assert.Equal(0, await WriteAsync(db, $"UPDATE {Quoted(db, table.Name)} SET {Key(db)} = {Key(db)}"));
            }

            Assert.Equal(0, await WriteAsync(db, $"DELETE FROM {Quoted(db, table.Name)} WHERE {Key(db)} IS NOT NULL"));
        }
    }

    [OnEngineFact(OnEngineFactAttribute.PostgreSql, OnEngineFactAttribute.SqlServer)]
    public async Task The_portals_login_can_change_neither_tables_nor_policies()
    {
        await using var db = Open(await portal.Database.RuntimeAsync(), portal.Networks.Own.Tenant);
        foreach (var statement in _wall.Statements(db.Model).Take(4).Append("CREATE TABLE intruder (id int)"))
        {
            await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
        }

        // A start finds nothing to do and asks for no more rights.
        await portal.Database.Engine.MigrateAsync(db, CancellationToken.None);
    }

    [OnEngineFact(OnEngineFactAttribute.PostgreSql)]
    public async Task A_wall_that_is_taken_down_is_seen_by_the_drill_and_by_the_sweep_and_built_again_at_the_next_start()
    {
        await using var owner = Open(portal.Database.ConnectionString, null);
        foreach (var breach in new[]
        {
            """ALTER TABLE "Issues" DISABLE ROW LEVEL SECURITY""",
            """ALTER TABLE "Issues" NO FORCE ROW LEVEL SECURITY""",
            """CREATE POLICY gap ON "Issues" USING (true)""",
        })
        {
            await owner.Database.ExecuteSqlRawAsync(breach);
            Assert.StartsWith("Issues:", Assert.Single(await _wall.GapsAsync(owner, CancellationToken.None)), StringComparison.Ordinal);
            // The owner's login: the least privileged one does not notice that the wall is not forced.
            var (read, _, _) = await DrillAsync(portal.Database.ConnectionString, 40, only: "Issues");
            Assert.True(read > 0, breach);
            await portal.Database.Engine.MigrateAsync(owner, CancellationToken.None);
            Assert.Empty(await _wall.GapsAsync(owner, CancellationToken.None));
        }

        Assert.Equal((0, 0), ((await DrillAsync(portal.Database.ConnectionString, 40, only: "Issues")) is var (r, w, _) ? (r, w) : default));
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Requests of both tenants by turns, eight at a time, each on some table below the first wall. Foreign rows read and written, own rows read.</summary>
    private async Task<(int Read, int Written, int Own)> DrillAsync(string connection, int requests, string? only = null)
    {
        var (read, written, own) = (0, 0, 0);
        TenantId[] tenants = [portal.Networks.Own.Tenant, portal.Networks.Foreign.Tenant];
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            await using var db = Open(connection, tenants[i % 2]);
            var tables = WalledTable.Of(db.Model).Where(t => only is null || t.Name == only).ToList();
            var table = tables[i / 2 % tables.Count].Name;
            var (mine, other) = (Literal(tenants[i % 2]), Literal(tenants[1 - (i % 2)]));
            Interlocked.Add(ref read, await CountAsync(db, table, $"{Key(db)} = {other}"));
            Interlocked.Add(ref own, await CountAsync(db, table));
            Interlocked.Add(ref written, await WriteAsync(db, $"UPDATE {Quoted(db, table)} SET {Key(db)} = {Key(db)} WHERE {Key(db)} = {other}"));
            Interlocked.Add(ref written, await WriteAsync(db, $"DELETE FROM {Quoted(db, table)} WHERE {Key(db)} = {other}"));
            Interlocked.Add(ref written, await WriteAsync(db, $"UPDATE {Quoted(db, table)} SET {Key(db)} = {other} WHERE {Key(db)} = {mine}"));
        });
        return (read, written, own);
    }

    /// <summary>Rows that the statement would have changed; it is rolled back, and 0 where the wall refused it.</summary>
    private static async Task<int> WriteAsync(AppDb db, string sql)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            return await db.Database.ExecuteSqlRawAsync(sql);
        }
        catch (DbException e) when (IsRefusal(e))
        {
            return 0;
        }
        finally
        {
            await transaction.RollbackAsync();
        }
    }

    private static bool IsRefusal(DbException error) =>
        error is Npgsql.PostgresException { SqlState: "42501" } or Microsoft.Data.SqlClient.SqlException { Number: 33504 };

    private static async Task<int> CountAsync(AppDb db, string table, string where = "1 = 1")
    {
        var sql = $"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM {Quoted(db, table)} WHERE {where}";
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync();
    }

    private static string Quoted(AppDb db, string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    private static string Key(AppDb db) => Quoted(db, WalledTable.Key);

    private static string Literal(TenantId tenant) => $"'{tenant.Value:D}'";

    private AppDb Open(string connection, TenantId? tenant)
    {
        var scope = new TenantScope();
        if (tenant is { } known)
        {
            scope.EnterTenant(known);
        }

        return new AppDb(portal.Database.OptionsOf(connection), scope, _gate, portal.Clock);
    }
}
