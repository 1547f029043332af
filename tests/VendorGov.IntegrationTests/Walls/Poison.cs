using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>Puts words into every text that people may have written, of every table, wherever it came from: form, file or feed.</summary>
internal static class Poison
{
    private const int MostRows = 300;

    /// <summary>Texts that the portal chose itself and reads again: codes, keys, hashes, zones, documents in JSON.</summary>
    private static readonly string[] Own =
    [
        "Sha256", "Hash", "Key", "Token", "TimeZone", "Language", "Currency", "Json", "Xml", "Prefix", "Email", "Stamp", "UserName", "Month", "Period", "Status", "Secret", "Gram", "Address",
        "Device", "Kind", "Code", "Profile", "Form", "Sections", "Piece", "Part", "Seal", "Metric", "Format", "Path", "Version", "Rule", "Action", "Subject", "SubjectId", "Changes", "Entity", "Area", "Field", "Type",
    ];

    /// <summary>The columns that are filled: table, column and how much it holds.</summary>
    public static List<(string Table, string Column, int? Most)> Columns(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.GetTableName() is not null && !entity.IsOwned() && entity.ClrType.Assembly.GetName().Name == "VendorGov.Domain"
               && entity.FindPrimaryKey()?.Properties is [{ Name: "Id" }]
           from property in entity.GetProperties()
           where property.ClrType == typeof(string) && property.GetValueConverter() is null && !property.IsKey() && !property.IsForeignKey()
               && !property.GetContainingIndexes().Any(i => i.IsUnique) && property.IsUnicode() != false
               && !Array.Exists(Own, o => property.Name.EndsWith(o, StringComparison.Ordinal))
           select (entity.GetTableName()!, property.GetColumnName(), property.GetMaxLength()),
    ];

    /// <summary>Fills up to <see cref="MostRows"/> rows of each table; which payload goes where turns with <paramref name="turn"/>. Answers how many texts.</summary>
    public static async Task<int> SpreadAsync(DbContext db, IReadOnlyList<string> payloads, int turn)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        var (next, filled) = (turn, 0);
        foreach (var table in Columns(db.Model).GroupBy(c => c.Table))
        {
            var name = quote.DelimitIdentifier(table.Key);
            foreach (var key in await KeysAsync(connection, transaction, $"SELECT {quote.DelimitIdentifier("Id")} FROM {name} ORDER BY {quote.DelimitIdentifier("Id")}"))
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                var columns = table.ToList();
                command.CommandText = $"UPDATE {name} SET {string.Join(", ", columns.Select((c, i) => $"{quote.DelimitIdentifier(c.Column)} = CASE WHEN {quote.DelimitIdentifier(c.Column)} IS NULL THEN NULL ELSE @p{i} END"))} WHERE {quote.DelimitIdentifier("Id")} = @key";
                for (var i = 0; i < columns.Count; i++, next++, filled++)
                {
                    var payload = payloads[next % payloads.Count];
                    Add(command, $"p{i}", columns[i].Most is { } most && payload.Length > most ? payload[..most] : payload);
                }

                Add(command, "key", key);
                await command.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
        await db.Database.CloseConnectionAsync();
        return filled;
    }

    private static async Task<List<object>> KeysAsync(DbConnection connection, DbTransaction transaction, string question)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, question);
        await using var reader = await command.ExecuteReaderAsync();
        List<object> keys = [];
        while (keys.Count < MostRows && await reader.ReadAsync())
        {
            keys.Add(reader.GetValue(0));
        }

        return keys;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
