using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace VendorGov.Db.Sqlite;

/// <summary>An open connection and the statements that it has prepared.</summary>
internal sealed class OpenSqlite : IDisposable
{
    /// <summary>A prepared statement of a page takes some ten kilobytes.</summary>
    private const int MostKept = 100;

    /// <summary>A batch of a thousand rows comes in every length and hardly twice.</summary>
    private const int LongestKept = 20_000;

    private readonly Dictionary<string, LinkedListNode<KeptStatement>> _statements = [];

    /// <summary>The first is the one that was not used for longest.</summary>
    private readonly LinkedList<KeptStatement> _order = new();

    private OpenSqlite(SqliteConnection connection, int made) => (Connection, Made) = (connection, made);

    public SqliteConnection Connection { get; }

    /// <summary>Of which <see cref="ConnectionShelf.Renew"/>.</summary>
    public int Made { get; }

    /// <summary>No transaction is left open in it.</summary>
    public bool IsAtRest => raw.sqlite3_get_autocommit(Connection.Handle) != 0;

    public static OpenSqlite Open(SqliteConnection connection, int made)
    {
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-1000";
        settings.ExecuteNonQuery();
        return new OpenSqlite(connection, made);
    }

    /// <summary>The statement of this text, prepared if it was used before; nobody else's until it is given back.</summary>
    public KeptStatement Take(string text)
    {
        if (!_statements.Remove(text, out var known))
        {
            return new KeptStatement { Connection = Connection, CommandText = text };
        }

        _order.Remove(known);
        return known.Value;
    }

    public void GiveBack(KeptStatement statement)
    {
        var text = statement.CommandText;
        if (statement.IsReading || text.Length > LongestKept || !IsOfRows(text) || _statements.ContainsKey(text))
        {
            statement.Dispose();
            return;
        }

        statement.Parameters.Clear();
        statement.Transaction = null;
        _statements.Add(text, _order.AddLast(statement));
        if (_order.Count > MostKept)
        {
            using var oldest = _order.First!.Value;
            _order.RemoveFirst();
            _statements.Remove(oldest.CommandText);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _order)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _order.Clear();
        Connection.Dispose();
    }

    /// <summary>What changes tables or settings is not asked twice.</summary>
    private static bool IsOfRows(string text) => text.StartsWith("SELECT", StringComparison.Ordinal) || text.StartsWith("INSERT", StringComparison.Ordinal)
        || text.StartsWith("UPDATE", StringComparison.Ordinal) || text.StartsWith("DELETE", StringComparison.Ordinal) || text.StartsWith("WITH", StringComparison.Ordinal);
}

/// <summary>A command that knows whether somebody still reads from it.</summary>
internal sealed class KeptStatement : SqliteCommand
{
    public bool IsReading => DataReader is not null;
}
