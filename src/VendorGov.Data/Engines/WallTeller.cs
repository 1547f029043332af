using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VendorGov.Data.Engines;

/// <summary>
/// Tells each connection for whom it works before the first command, on that very connection: when it opens, and again when the scope has
/// changed meanwhile or a rollback has taken the word back.
/// </summary>
public sealed class WallTeller(ITenantWall wall) : IDbConnectionInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Begin(eventData.Context) is { } db)
        {
            Tell(db, connection, null);
        }
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Begin(eventData.Context) is { } db ? TellAsync(db, connection, null, cancellationToken) : Task.CompletedTask;

    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Before(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Before(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Before(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command, eventData, cancellationToken);
        return result;
    }

    // What was told within a transaction goes back with it; then it is told again. Until then the wall is closed.
    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Forget(eventData.Context);

    public Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => Forget(eventData.Context);

    public Task RolledBackToSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private static AppDb? Begin(object? context)
    {
        if (context is not AppDb db)
        {
            return null;
        }

        // The pool hands out connections that know nothing.
        db.WallTold = default(WallWord);
        return db.WallTold == db.Scope.WallWord ? null : db;
    }

    private static void Forget(object? context)
    {
        if (context is AppDb db)
        {
            db.WallTold = null;
        }
    }

    private void Before(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is AppDb db && db.WallTold != db.Scope.WallWord)
        {
            Tell(db, command.Connection!, command.Transaction);
        }
    }

    private Task BeforeAsync(DbCommand command, CommandEventData eventData, CancellationToken cancel) =>
        eventData.Context is AppDb db && db.WallTold != db.Scope.WallWord
            ? TellAsync(db, command.Connection!, command.Transaction, cancel)
            : Task.CompletedTask;

    private void Tell(AppDb db, DbConnection connection, DbTransaction? transaction)
    {
        var word = db.Scope.WallWord;
        using var command = Prepare(connection, transaction, word);
        command.ExecuteNonQuery();
        db.WallTold = word;
    }

    private async Task TellAsync(AppDb db, DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
    {
        var word = db.Scope.WallWord;
        await using var command = Prepare(connection, transaction, word);
        await command.ExecuteNonQueryAsync(cancel);
        db.WallTold = word;
    }

    private DbCommand Prepare(DbConnection connection, DbTransaction? transaction, WallWord word)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        wall.Tell(command, word);
        return command;
    }
}
