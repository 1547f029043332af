using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VendorGov.Db.Sqlite;

/// <summary>
/// Open connections with their prepared statements, for the next context that asks: preparing was a tenth to a fifth of a page's processor time. The last one back
/// is the first one out, so that few are in use where few are enough.
/// </summary>
internal sealed class ConnectionShelf : DbConnectionInterceptor
{
    /// <summary>What stands idle; each keeps about three megabytes: pages of the file, statements, the names of all tables.</summary>
    private const int MostIdle = 8;

    private static readonly List<WeakReference<ConnectionShelf>> All = [];

    private readonly ConcurrentStack<OpenSqlite> _idle = new();
    private readonly SqliteConnectionStringBuilder _parts;
    private int _made;

    // The last connection that closes writes the log into the file.
    static ConnectionShelf() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Empty(null);

    public ConnectionShelf(string connectionString)
    {
        (ConnectionString, _parts) = (connectionString, new SqliteConnectionStringBuilder(connectionString));
        lock (All)
        {
            All.RemoveAll(known => !known.TryGetTarget(out _));
            All.Add(new WeakReference<ConnectionShelf>(this));
        }
    }

    public string ConnectionString { get; }

    public string DataSource => _parts.DataSource;

    public int DefaultTimeout => _parts.DefaultTimeout;

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(this));

    /// <summary>Closes what stands idle for a file, or for every file.</summary>
    public static void Empty(string? connectionString)
    {
        List<ConnectionShelf> concerned = [];
        lock (All)
        {
            foreach (var known in All)
            {
                if (known.TryGetTarget(out var shelf) && (connectionString is null || shelf.ConnectionString == connectionString))
                {
                    concerned.Add(shelf);
                }
            }
        }

        concerned.ForEach(shelf => shelf.Renew());
    }

    /// <summary>Statements are planned anew from now on, by what is known of the tables now.</summary>
    public void Renew()
    {
        Interlocked.Increment(ref _made);
        while (_idle.TryPop(out var old))
        {
            old.Dispose();
        }

        using var plain = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(plain);
    }

    public OpenSqlite Take()
    {
        while (_idle.TryPop(out var kept))
        {
            if (kept.Made == Volatile.Read(ref _made))
            {
                return kept;
            }

            kept.Dispose();
        }

        return OpenSqlite.Open(Make(), Volatile.Read(ref _made));
    }

    public void GiveBack(OpenSqlite used)
    {
        if (used.IsAtRest && used.Made == Volatile.Read(ref _made) && _idle.Count < MostIdle)
        {
            _idle.Push(used);
        }
        else
        {
            used.Dispose();
        }
    }

    /// <summary>A plain one of EF's making, which has the functions that its queries call. A connection that was never opened holds nothing, so nothing ends with its context.</summary>
    private SqliteConnection Make()
    {
        using var maker = new DbContext(new DbContextOptionsBuilder().UseSqlite(ConnectionString).Options);
        return (SqliteConnection)maker.Database.GetDbConnection();
    }
}
