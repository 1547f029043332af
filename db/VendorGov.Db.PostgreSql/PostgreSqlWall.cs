using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VendorGov.Data;
using VendorGov.Data.Engines;

namespace VendorGov.Db.PostgreSql;

/// <summary>
/// Row-level security by two settings of the session. Forced, so that it holds for the owner of the tables too; superusers and roles with
/// BYPASSRLS pass. Npgsql clears the settings (DISCARD ALL) when a connection goes back to its pool.
/// </summary>
internal sealed class PostgreSqlWall : ITenantWall
{
    private const string Tenant = """ "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) """;
    private const string Beyond = "(SELECT current_setting('vendorgov.beyond', true) = 'on')";
    private const string Nobody = """ "TenantId" IS NULL """;

    public void Tell(DbCommand command, WallWord word)
    {
        // Plans of the search are short and look dear, so the server would compile each anew: 15 ms a statement at a million issues.
        command.CommandText = "SELECT set_config('vendorgov.tenant', @tenant, false), set_config('vendorgov.beyond', @beyond, false), set_config('jit', 'off', false)";
        Add(command, "tenant", word.Tenant?.ToString("D") ?? "");
        Add(command, "beyond", word.Beyond ? "on" : "");
    }

    public IReadOnlyList<string> Statements(IModel model) => [.. WalledTable.Of(model).SelectMany(StatementsOf)];

    public string Script(IModel model) =>
        "-- Row-level security of every table that carries a tenant's key; may be run again and again, by the owner of the tables.\n" +
        $"BEGIN;\n{string.Join('\n', Statements(model).Select(s => $"{s};"))}\nCOMMIT;\n";

    public async Task<IReadOnlyList<string>> GapsAsync(AppDb db, CancellationToken cancellationToken)
    {
        var there = await db.Database.SqlQuery<Stand>(
            $"""
            SELECT c.relname AS "Name", c.relrowsecurity AS "Enabled", c.relforcerowsecurity AS "Forced",
                   COALESCE((SELECT string_agg(p.polname, ',' ORDER BY p.polname) FROM pg_policy p WHERE p.polrelid = c.oid), '') AS "Policies"
            FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
              AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = {WalledTable.Key} AND NOT a.attisdropped)
            """).ToListAsync(cancellationToken);
        var wanted = WalledTable.Of(db.Model).ToDictionary(t => t.Name);
        return
        [
            .. wanted.Keys.Except(there.Select(t => t.Name)).Select(name => $"{name}: no such table"),
            .. there.SelectMany(t => Lacks(t, wanted.GetValueOrDefault(t.Name))),
        ];
    }

    public async Task<bool> HoldsAsync(AppDb db, CancellationToken cancellationToken) => await db.Database.SqlQuery<bool>(
        $"""SELECT row_security_active('"Memberships"') AS "Value" """).SingleAsync(cancellationToken);

    private static IEnumerable<string> Lacks(Stand table, WalledTable? wanted)
    {
        if (wanted is null)
        {
            yield return $"{table.Name}: not known to the model";
        }
        else if (!table.Enabled || !table.Forced)
        {
            yield return $"{table.Name}: row-level security is not {(table.Enabled ? "forced" : "enabled")}";
        }
        else if (table.Policies != string.Join(',', PoliciesOf(wanted).Select(p => p.Name).Order(StringComparer.Ordinal)))
        {
            yield return $"{table.Name}: its policies are {(table.Policies.Length == 0 ? "missing" : table.Policies)}";
        }
    }

    /// <summary>Policies of other names go: an older wall's would open what a newer one closes.</summary>
    private static IEnumerable<string> StatementsOf(WalledTable table)
    {
        yield return $"""
            DO $$ DECLARE old name; BEGIN
              FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"{table.Name}"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "{table.Name}"', old); END LOOP;
            END $$
            """;
        yield return $"""ALTER TABLE "{table.Name}" ENABLE ROW LEVEL SECURITY""";
        yield return $"""ALTER TABLE "{table.Name}" FORCE ROW LEVEL SECURITY""";
        foreach (var policy in PoliciesOf(table))
        {
            yield return $"""CREATE POLICY "{policy.Name}" ON "{table.Name}" {policy.Rule}""";
        }
    }

    private static IEnumerable<(string Name, string Rule)> PoliciesOf(WalledTable table)
    {
        var own = table.Kind == WallKind.Shared ? $"({Tenant} OR {Nobody})" : $"({Tenant})";
        yield return Named("wall", $"USING {own} WITH CHECK {own}");
        if (table.Kind != WallKind.Own)
        {
            yield return Named("beyond_read", $"FOR SELECT USING ({Beyond})");
        }

        if (table.Kind == WallKind.Shared)
        {
            yield return Named("beyond_mark", $"FOR UPDATE USING ({Beyond}) WITH CHECK ({Beyond})");
        }
    }

    /// <summary>The name says which rule it is, so that the catalogue tells a changed one.</summary>
    private static (string Name, string Rule) Named(string what, string rule) =>
        ($"{what}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rule)))[..8]}", rule);

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed record Stand(string Name, bool Enabled, bool Forced, string Policies);
}
