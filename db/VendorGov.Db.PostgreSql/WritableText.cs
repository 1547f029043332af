using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VendorGov.Db.PostgreSql;

/// <summary>
/// PostgreSQL's text holds every character but U+0000, which a file can bring and a person can ask for; it is left out instead of failing.
/// </summary>
internal sealed class WritableText : DbCommandInterceptor
{
    public static readonly WritableText Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Mended(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Mended(command, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Mended(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Mended(command, result));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Mended(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Mended(command, result));

    private static T Mended<T>(DbCommand command, T result)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains('\0'))
            {
                parameter.Value = Mended(text);
            }
            else if (parameter.Value is string[] texts && texts.Any(t => t?.Contains('\0') == true))
            {
                parameter.Value = texts.Select(t => t is null ? null : Mended(t)).ToArray();
            }
        }

        return result;
    }

    private static string Mended(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
