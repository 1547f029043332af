using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using VendorGov.Data.Engines;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting.Operations;

namespace VendorGov.Web.Hosting.Api;

public sealed class ApiOptions
{
    /// <summary>Of one key; of one address for requests without a valid key.</summary>
    public int RequestsPerMinute { get; set; } = 120;
}

/// <summary>What all of <c>/api</c> has in common: keys, limits and errors as problem+json.</summary>
public static class ApiSetup
{
    /// <summary>Name of the limit per key.</summary>
    public const string Limit = "api";

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ApiOptions>(configuration.GetSection("Api"));
        services.AddScoped<ApiKeyDirectory>();
        services.AddScoped<CurrentKey>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
            cookie.ForwardDefaultSelector = context => ApiKeyHandler.Covers(context) ? ApiKeyHandler.Scheme : null);
        services.Configure<RateLimiterOptions>(LimitKeys);
        return services;
    }

    /// <summary>Inside of the pages' own error handling, so that these answers come first.</summary>
    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) => app.UseWhen(ApiKeyHandler.Covers, api =>
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = FailAsync,
        });
        api.UseStatusCodePages(context =>
        {
            var status = context.HttpContext.Response.StatusCode;
            return ApiProblem.WriteAsync(context.HttpContext, status, ApiProblem.CodeOf(status));
        });
    });

    private static Task FailAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (!Outage.Is(error, context.RequestServices.GetRequiredService<IDatabaseEngine>()))
        {
            return ApiProblem.WriteAsync(context, StatusCodes.Status500InternalServerError, "failed");
        }

        context.Response.Headers.RetryAfter = Outage.RetryAfterSeconds;
        return ApiProblem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "unavailable");
    }

    private static void LimitKeys(RateLimiterOptions limiter)
    {
        var pages = limiter.OnRejected;
        limiter.OnRejected = (context, cancel) => ApiKeyHandler.Covers(context.HttpContext)
            ? new ValueTask(RejectAsync(context))
            : pages?.Invoke(context, cancel) ?? ValueTask.CompletedTask;
        limiter.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(PartitionOf(context), _ => new FixedWindowRateLimiterOptions
        {
            Window = TimeSpan.FromMinutes(1),
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.RequestsPerMinute,
        }));
    }

    private static Task RejectAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        context.HttpContext.RequestServices.GetRequiredService<SecurityLog>().Refused(context.HttpContext, SecurityLog.Reason.TooMany);
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ApiProblem.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, "too-many");
    }

    private static string PartitionOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentKey>().Holder is { } holder
            ? $"key:{holder.KeyId:N}"
            : $"address:{CallerAddress.Of(context)}";
}
