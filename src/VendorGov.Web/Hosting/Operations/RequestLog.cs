using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticAssets;

namespace VendorGov.Web.Hosting.Operations;

/// <summary>
/// One line per request: method, route, status, milliseconds and the correlation id, which the answer bears too and every other line of the request has in
/// its scope. The route is the pattern, not the address: what people type into a search stands in no log, and neither does who they are.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public const string Header = "X-Request-Id";

    public async Task InvokeAsync(HttpContext context)
    {
        var id = context.TraceIdentifier = IdOf(context);
        // The page of a fault begins with no headers.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        var started = Stopwatch.GetTimestamp();
        using var scope = log.BeginScope(new Dictionary<string, object> { ["CorrelationId"] = id });
        try
        {
            await next(context);
        }
        finally
        {
            Tell(context, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void Tell(HttpContext context, double milliseconds)
    {
        var endpoint = context.GetEndpoint();
        var asset = endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (!asset && log.IsEnabled(LogLevel.Information))
        {
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "-";
            LogRequest(log, context.Request.Method is { Length: < 10 } method ? method : "-", route, context.Response.StatusCode, milliseconds, context.TraceIdentifier);
        }
    }

    /// <summary>A proxy's id where it looks like one; a text that could forge a line of the log never comes so far.</summary>
    private static string IdOf(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        return Plain().IsMatch(given) ? given : Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{8,64}\z")]
    private static partial Regex Plain();

    [LoggerMessage(30, LogLevel.Information, "{Method} /{Route} {Status} in {Milliseconds:0.0} ms ({CorrelationId})")]
    private static partial void LogRequest(ILogger logger, string method, string route, int status, double milliseconds, string correlationId);
}
