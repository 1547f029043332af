using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace VendorGov.Db.Sqlite;

/// <summary>A command that runs by the statement that its text was prepared as before; disposing of it keeps the statement for the next.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private readonly Given _parameters = new();
    private string _text = "";
    private int? _timeout;
    private OpenSqlite? _of;
    private KeptStatement? _statement;

    [AllowNull]
    public override string CommandText
    {
        get => _text;
        set
        {
            if (_text != value)
            {
                LetGo();
                _text = value ?? "";
            }
        }
    }

    public override int CommandTimeout { get => _timeout ?? connection.DefaultTimeout; set => _timeout = value; }

    public override CommandType CommandType { get => CommandType.Text; set => ArgumentOutOfRangeException.ThrowIfNotEqual((int)value, (int)CommandType.Text); }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException("A command stays with its connection."); }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    public override void Prepare() => Ready().Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            LetGo();
        }

        base.Dispose(disposing);
    }

    private KeptStatement Ready()
    {
        var open = connection.Opened;
        if (_of != open)
        {
            LetGo();
        }

        _of = open;
        _statement ??= open.Take(_text);
        _statement.Transaction = ((KeptTransaction?)DbTransaction)?.Inner;
        _statement.CommandTimeout = CommandTimeout;
        if (!Same(_statement.Parameters))
        {
            _statement.Parameters.Clear();
            foreach (SqliteParameter parameter in _parameters)
            {
                _statement.Parameters.Add(parameter);
            }
        }

        return _statement;
    }

    private bool Same(SqliteParameterCollection bound)
    {
        var same = bound.Count == _parameters.Count;
        for (var i = 0; same && i < bound.Count; i++)
        {
            same = ReferenceEquals(bound[i], _parameters[i]);
        }

        return same;
    }

    /// <summary>A connection that went back to the shelf meanwhile may be somebody else's by now: then the statement just ends.</summary>
    private void LetGo()
    {
        if (_statement is not { } statement)
        {
            return;
        }

        _statement = null;
        if (connection.Holds(_of))
        {
            _of!.GiveBack(statement);
        }
        else
        {
            statement.Dispose();
        }
    }

    private sealed class Given : SqliteParameterCollection;
}
