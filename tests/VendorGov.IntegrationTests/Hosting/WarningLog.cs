using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>Keeps the lines of one kind that the portal logs, with their fields.</summary>
public sealed class WarningLog(string category) : ILoggerProvider
{
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string?>> _lines = new();

    public IReadOnlyCollection<IReadOnlyDictionary<string, string?>> Lines => _lines;

    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName.EndsWith(category, StringComparison.Ordinal) ? _lines : null);

    public void Dispose()
    {
    }

    private sealed class Writer(ConcurrentQueue<IReadOnlyDictionary<string, string?>>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null && logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && state is IEnumerable<KeyValuePair<string, object?>> fields)
            {
                lines!.Enqueue(fields.ToDictionary(f => f.Key, f => f.Value?.ToString()));
            }
        }
    }
}
