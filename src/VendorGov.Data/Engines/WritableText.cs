using System.Buffers;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VendorGov.Data.Engines;

/// <summary>
/// What a server's text does not hold, or holds and nothing reads again, is left out instead of failing: U+0000, which a file can bring and a person can
/// ask for, and half of a character, which is left where a long text was cut. The embedded engine's driver does so by itself.
/// </summary>
public sealed class WritableText : DbCommandInterceptor
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
            if (parameter.Value is string text && IsSuspect(text))
            {
                parameter.Value = Mended(text);
            }
            else if (parameter.Value is IEnumerable<string?> texts && texts.Any(t => t is not null && IsSuspect(t)))
            {
                parameter.Value = texts.Select(t => t is null ? null : Mended(t)).ToArray();
            }
        }

        return result;
    }

    private static bool IsSuspect(string text) => text.Contains('\0') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static string Mended(string text)
    {
        var sound = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var character, out var units) == OperationStatus.Done;
            sound.Append(isWhole && character.Value != 0 ? rest[..units] : []);
            rest = rest[units..];
        }

        return sound.ToString();
    }
}
