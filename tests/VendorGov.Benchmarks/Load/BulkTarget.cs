using Microsoft.Data.Sqlite;
using Npgsql;

namespace VendorGov.Benchmarks.Load;

/// <summary>Takes rows by the ten thousand. Secondary indexes are taken away before and made again after, which is what makes it fast.</summary>
internal abstract class BulkTarget : IDisposable
{
    private readonly List<string> _indexes = [];

    public abstract void Write(Shape shape, IReadOnlyList<object?[]> rows);

    public abstract void Dispose();

    public void DropIndexes(IEnumerable<string> tables)
    {
        foreach (var table in tables)
        {
            foreach (var (name, sql) in IndexesOf(table))
            {
                Run($"DROP INDEX \"{name}\"");
                _indexes.Add(sql);
            }
        }
    }

    public void MakeIndexes() => _indexes.ForEach(Run);

    public abstract void Run(string sql);

    protected abstract List<(string Name, string Sql)> IndexesOf(string table);

    protected static List<(string Name, string Sql)> Pairs(System.Data.Common.DbCommand command)
    {
        using var reader = command.ExecuteReader();
        var pairs = new List<(string, string)>();
        while (reader.Read())
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }
}

/// <summary>One prepared insert per table, one transaction per batch.</summary>
internal sealed class SqliteTarget : BulkTarget
{
    private readonly SqliteConnection _connection;

    public SqliteTarget(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Foreign Keys=False;Pooling=False");
        _connection.Open();
        Run("PRAGMA synchronous=OFF; PRAGMA cache_size=-1500000; PRAGMA temp_store=MEMORY");
    }

    public SqliteConnection Connection => _connection;

    public override void Write(Shape shape, IReadOnlyList<object?[]> rows)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        var names = shape.Columns.Select((_, i) => $"$p{i}").ToList();
        insert.CommandText = $"INSERT INTO \"{shape.Name}\" ({shape.ColumnList}) VALUES ({string.Join(',', names)})";
        names.ForEach(name => insert.Parameters.Add(new SqliteParameter(name, null)));
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public override void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override void Dispose() => _connection.Dispose();

    protected override List<(string Name, string Sql)> IndexesOf(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'";
        return Pairs(command);
    }
}

/// <summary>Binary COPY, as a superuser: foreign keys and walls are the portal's to keep, not the filling's.</summary>
internal sealed class PostgreSqlTarget : BulkTarget
{
    private readonly NpgsqlConnection _connection;

    public PostgreSqlTarget(string connectionString)
    {
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
        Run("SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET synchronous_commit = off");
    }

    public override void Write(Shape shape, IReadOnlyList<object?[]> rows)
    {
        using var copy = _connection.BeginBinaryImport($"COPY \"{shape.Name}\" ({shape.ColumnList}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var cell in row)
            {
                Put(copy, cell);
            }
        }

        copy.Complete();
    }

    public override void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    public override void Dispose() => _connection.Dispose();

    protected override List<(string Name, string Sql)> IndexesOf(string table)
    {
        using var command = new NpgsqlCommand(
            "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.tablename = $1 AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)", _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        return Pairs(command);
    }

    private static void Put(NpgsqlBinaryImporter copy, object? cell)
    {
        switch (cell)
        {
            case null: copy.WriteNull(); break;
            case Guid value: copy.Write(value); break;
            case string value: copy.Write(value); break;
            case DateTime value: copy.Write(value, NpgsqlTypes.NpgsqlDbType.TimestampTz); break;
            case int value: copy.Write(value); break;
            case long value: copy.Write(value); break;
            case bool value: copy.Write(value); break;
            case decimal value: copy.Write(value); break;
            case double value: copy.Write(value); break;
            case DateOnly value: copy.Write(value); break;
            case TimeOnly value: copy.Write(value); break;
            case byte[] value: copy.Write(value); break;
            default: throw new NotSupportedException(cell.GetType().Name);
        }
    }
}
