using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace VendorGov.Db.Sqlite;

/// <summary>What a context holds: opening takes a connection from the shelf, closing puts it back.</summary>
internal sealed class KeptConnection(ConnectionShelf shelf) : DbConnection
{
    private OpenSqlite? _open;

    [AllowNull]
    public override string ConnectionString
    {
        get => shelf.ConnectionString;
        set => throw new NotSupportedException("The shelf names the file.");
    }

    public override string Database => "main";

    public override string DataSource => _open?.Connection.DataSource ?? shelf.DataSource;

    public override string ServerVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    public override ConnectionState State => _open is null ? ConnectionState.Closed : ConnectionState.Open;

    internal OpenSqlite Opened => _open ?? throw new InvalidOperationException("The connection is closed.");

    internal int DefaultTimeout => shelf.DefaultTimeout;

    internal bool Holds(OpenSqlite? open) => open is not null && _open == open;

    /// <summary>What stands on the shelf is given up, and this one too when it is closed.</summary>
    internal void Renew() => shelf.Renew();

    public override void Open() => _open ??= shelf.Take();

    public override void Close()
    {
        if (Interlocked.Exchange(ref _open, null) is { } used)
        {
            shelf.GiveBack(used);
        }
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new KeptTransaction(this, Opened.Connection.BeginTransaction(isolationLevel));

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }
}
