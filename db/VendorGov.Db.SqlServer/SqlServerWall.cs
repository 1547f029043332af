using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VendorGov.Data;
using VendorGov.Data.Engines;

namespace VendorGov.Db.SqlServer;

/// <summary>
/// Row-level security by SESSION_CONTEXT: a filter predicate alone would take foreign inserts and moves to another tenant, so block predicates stand
/// beside it. The driver clears the context (sp_reset_connection) when a pooled connection is opened again. The database's owner (dbo) passes, as
/// a superuser does on PostgreSQL: the portal's own login must be another one (db/README.md).
/// </summary>
internal sealed class SqlServerWall : ITenantWall
{
    private const string Tenant = "@TenantId = CAST(SESSION_CONTEXT(N'vendorgov.tenant') AS uniqueidentifier) OR USER_NAME() = N'dbo'";
    private const string Beyond = "CAST(SESSION_CONTEXT(N'vendorgov.beyond') AS bit) = 1";

    private static readonly (string Name, string Rule)[] Predicates =
    [
        ("IsOwn", Tenant),
        ("IsOwnOrAsked", $"{Tenant} OR {Beyond}"),
        ("IsOwnOrNobodys", $"{Tenant} OR @TenantId IS NULL"),
        ("IsOwnOrNobodysOrAsked", $"{Tenant} OR @TenantId IS NULL OR {Beyond}"),
    ];

    public void Tell(DbCommand command, WallWord word)
    {
        command.CommandText =
            "EXEC sp_set_session_context @key = N'vendorgov.tenant', @value = @tenant; EXEC sp_set_session_context @key = N'vendorgov.beyond', @value = @beyond";
        Add(command, "@tenant", DbType.Guid, word.Tenant);
        Add(command, "@beyond", DbType.Boolean, word.Beyond ? true : null);
    }

    /// <summary>Each is a batch of its own.</summary>
    public IReadOnlyList<string> Statements(IModel model) =>
    [
        "IF SCHEMA_ID(N'vendorgov') IS NULL EXEC(N'CREATE SCHEMA [vendorgov]')",
        Removal,
        .. Predicates.Select(p =>
            $"""
            CREATE OR ALTER FUNCTION [vendorgov].[{p.Name}](@TenantId uniqueidentifier) RETURNS TABLE WITH SCHEMABINDING AS
            RETURN SELECT 1 AS [Opens] WHERE {p.Rule}
            """),
        Policy(model),
    ];

    public string Script(IModel model) =>
        "-- Row-level security of every table that carries a tenant's key; may be run again and again, by the owner of the database.\n" +
        "-- Before a migration that changes such a table the policy must go: the first two statements alone do that.\n" +
        "SET XACT_ABORT ON;\nGO\n" + string.Concat(Statements(model).Append(Serial).Select(s => $"{s};\nGO\n"));

    public async Task<IReadOnlyList<string>> GapsAsync(AppDb db, CancellationToken cancellationToken)
    {
        var name = NameOf(Rules(db.Model));
        var there = await db.Database.SqlQuery<Stand>(
            $"""
            SELECT t.name AS [Name],
                   (SELECT COUNT(*) FROM sys.security_predicates p JOIN sys.security_policies s ON s.object_id = p.object_id
                    WHERE p.target_object_id = t.object_id AND s.is_enabled = 1 AND s.name = {name}) AS [Predicates]
            FROM sys.tables t WHERE EXISTS (SELECT 1 FROM sys.columns c WHERE c.object_id = t.object_id AND c.name = {WalledTable.Key})
            """).ToListAsync(cancellationToken);
        var wanted = WalledTable.Of(db.Model).ToDictionary(t => t.Name);
        return
        [
            .. wanted.Keys.Except(there.Select(t => t.Name)).Select(missing => $"{missing}: no such table"),
            .. there.Where(t => !wanted.ContainsKey(t.Name)).Select(t => $"{t.Name}: not known to the model"),
            .. there.Where(t => wanted.TryGetValue(t.Name, out var table) && t.Predicates != RulesOf(table).Count())
                .Select(t => $"{t.Name}: {t.Predicates} predicates"),
        ];
    }

    public async Task<bool> HoldsAsync(AppDb db, CancellationToken cancellationToken) => await db.Database.SqlQuery<bool>(
        $"SELECT CAST(CASE WHEN USER_NAME() = N'dbo' THEN 0 ELSE 1 END AS bit) AS [Value]").SingleAsync(cancellationToken);

    /// <summary>A policy is bound to its functions and tables: it goes first and comes back last.</summary>
    internal const string Removal = """
        DECLARE @drop nvarchar(max) = N'';
        SELECT @drop += N'DROP SECURITY POLICY [vendorgov].' + QUOTENAME(name) + N';' FROM sys.security_policies WHERE schema_id = SCHEMA_ID(N'vendorgov');
        EXEC sp_executesql @drop
        """;

    /// <summary>
    /// SESSION_CONTEXT may answer wrongly in a plan of several threads (a known issue in its documentation since 2022, workaround: none of them):
    /// rows of the own tenant would be missing. A database of short queries loses nothing by it. Not within a transaction.
    /// </summary>
    internal const string Serial = """
        IF EXISTS (SELECT 1 FROM sys.database_scoped_configurations WHERE name = N'MAXDOP' AND CAST(value AS int) <> 1)
            AND HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'ALTER ANY DATABASE SCOPED CONFIGURATION') = 1
            ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 1
        """;

    private static string Policy(IModel model)
    {
        var rules = Rules(model);
        return $"CREATE SECURITY POLICY [vendorgov].[{NameOf(rules)}]\n{rules}\nWITH (STATE = ON, SCHEMABINDING = ON)";
    }

    private static string Rules(IModel model) => string.Join(",\n", WalledTable.Of(model).SelectMany(RulesOf));

    private static IEnumerable<string> RulesOf(WalledTable table)
    {
        var (read, write) = table.Kind switch
        {
            WallKind.Own => ("IsOwn", "IsOwn"),
            WallKind.Asked => ("IsOwnOrAsked", "IsOwn"),
            _ => ("IsOwnOrNobodysOrAsked", "IsOwnOrNobodys"),
        };
        var marks = table.Kind == WallKind.Shared ? read : write;
        yield return $"ADD FILTER PREDICATE [vendorgov].[{read}]([{WalledTable.Key}]) ON [dbo].[{table.Name}]";
        yield return $"ADD BLOCK PREDICATE [vendorgov].[{write}]([{WalledTable.Key}]) ON [dbo].[{table.Name}] AFTER INSERT";
        yield return $"ADD BLOCK PREDICATE [vendorgov].[{marks}]([{WalledTable.Key}]) ON [dbo].[{table.Name}] AFTER UPDATE";
        if (table.Kind != WallKind.Own)
        {
            // What the filter shows to a question before the scope is not its to change or to remove.
            yield return $"ADD BLOCK PREDICATE [vendorgov].[{marks}]([{WalledTable.Key}]) ON [dbo].[{table.Name}] BEFORE UPDATE";
            yield return $"ADD BLOCK PREDICATE [vendorgov].[{write}]([{WalledTable.Key}]) ON [dbo].[{table.Name}] BEFORE DELETE";
        }
    }

    /// <summary>The name says which rules it holds, so that the catalogue tells a changed one.</summary>
    private static string NameOf(string rules) => "Walls_" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Predicates.Select(p => p.Rule).Append(rules)))))[..8];

    private static void Add(DbCommand command, string name, DbType type, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }

    private sealed record Stand(string Name, int Predicates);
}
