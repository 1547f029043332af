using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>Reads the tables as they are, below all walls: what is in them, and one hash of everything.</summary>
public static class DatabaseContent
{
    /// <summary>A visit leaves a session and a line of the sign-in history; what it changes beside them is asked here.</summary>
    private static readonly Type[] OfVisits = [typeof(UserSession), typeof(SignInEvent)];

    public sealed record Row(string Table, Type Entity, Dictionary<string, string> Cells);

    /// <summary>All rows of the model's tables; of one tenant where it is given, tables without a tenant left out then.</summary>
    public static async Task<List<Row>> RowsAsync(AppDb db, TenantId? tenant = null)
    {
        var rows = new List<Row>();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !OfVisits.Contains(e.ClrType)))
        {
            if (tenant is null || entity.FindProperty("TenantId") is not null)
            {
                rows.AddRange(await ReadAsync(db, entity, tenant));
            }
        }

        await db.Database.CloseConnectionAsync();
        return rows;
    }

    public static string Hash(IEnumerable<Row> rows)
    {
        var lines = rows.Select(r => $"{r.Table}|{string.Join('|', r.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static async Task<List<Row>> ReadAsync(AppDb db, IEntityType entity, TenantId? tenant)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        var table = quote.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        if (tenant is { } own)
        {
            command.CommandText += $" WHERE {quote.DelimitIdentifier("TenantId")} = @tenant";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("tenant", own.Value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            rows.Add(new Row(entity.GetTableName()!, entity.ClrType, Cells(reader)));
        }

        return rows;
    }

    private static Dictionary<string, string> Cells(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.GetValue(i) switch
        {
            DBNull => "",
            byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture).ToLowerInvariant(),
            var value => value.ToString()!.ToLowerInvariant(),
        });
}
