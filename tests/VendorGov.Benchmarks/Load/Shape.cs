using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace VendorGov.Benchmarks.Load;

/// <summary>A table as the drivers see it: its columns with the types that they take.</summary>
internal sealed class Shape
{
    private Shape(ITable table)
    {
        Name = table.Name;
        Columns = [.. table.Columns.Select(c => c.Name)];
        Types = [.. table.Columns.Select(StoredAs)];
    }

    public string Name { get; }

    public string[] Columns { get; }

    public Type[] Types { get; }

    public string ColumnList => string.Join(',', Columns.Select(c => $"\"{c}\""));

    public static IReadOnlyList<Shape> AllOf(DbContext db) => [.. db.Model.GetRelationalModel().Tables.Select(t => new Shape(t))];

    public int At(string column) => Array.IndexOf(Columns, column);

    /// <summary>The rows of the table, or those that a condition names.</summary>
    public List<object?[]> Read(DbConnection from, string? where = null)
    {
        using var command = from.CreateCommand();
        command.CommandText = $"SELECT {ColumnList} FROM \"{Name}\"{(where is null ? "" : $" WHERE {where}")}";
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[Columns.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Cell(reader, i);
            }

            rows.Add(row);
        }

        return rows;
    }

    private object Cell(DbDataReader reader, int i) => Type.GetTypeCode(Types[i]) switch
    {
        TypeCode.DateTime => DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc),
        TypeCode.Int32 => reader.GetInt32(i),
        TypeCode.Int64 => reader.GetInt64(i),
        TypeCode.Boolean => reader.GetBoolean(i),
        TypeCode.Decimal => reader.GetDecimal(i),
        TypeCode.Double => reader.GetDouble(i),
        TypeCode.String => reader.GetString(i),
        _ when Types[i] == typeof(Guid) => reader.GetGuid(i),
        _ when Types[i] == typeof(DateOnly) => reader.GetFieldValue<DateOnly>(i),
        _ when Types[i] == typeof(TimeOnly) => reader.GetFieldValue<TimeOnly>(i),
        _ when Types[i] == typeof(byte[]) => reader.GetFieldValue<byte[]>(i),
        _ => throw new NotSupportedException($"{Name}.{Columns[i]} is kept as {Types[i]}."),
    };

    private static Type StoredAs(IColumn column)
    {
        var mapping = column.StoreTypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
