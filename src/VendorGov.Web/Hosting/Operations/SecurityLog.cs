using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace VendorGov.Web.Hosting.Operations;

/// <summary>
/// Attempts that were refused (ASVS 16.3.2, 16.3.3): one line each, with keys instead of names and the route instead of the address. Signing in has a
/// history of its own.
/// </summary>
public sealed partial class SecurityLog(CurrentUser user, ILogger<SecurityLog> log) : IAlwaysRunResultFilter
{
    /// <summary>Why a request was refused, as the line says it.</summary>
    public static class Reason
    {
        public const string Role = "role";
        public const string Forged = "forged";
        public const string TooMany = "too-many";
        public const string Key = "key";
        public const string KeyScope = "key-scope";
    }

    public void Refused(HttpContext context, string reason)
    {
        // Limits come before anybody is recognised.
        var person = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var known) ? known : (Guid?)null;
        var tenant = user.IsSignedIn ? user.Member.TenantId?.Value : null;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
        LogRefused(log, reason, context.Request.Method is { Length: < 10 } method ? method : "-", route, person, tenant, context.TraceIdentifier);
    }

    /// <summary>A form without its token.</summary>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            Refused(context.HttpContext, Reason.Forged);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    [LoggerMessage(40, LogLevel.Warning, "Refused ({Reason}): {Method} /{Route} of {User} in tenant {Tenant} ({CorrelationId})")]
    private static partial void LogRefused(ILogger logger, string reason, string method, string route, Guid? user, Guid? tenant, string correlationId);
}
