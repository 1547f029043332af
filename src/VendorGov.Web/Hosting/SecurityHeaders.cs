using VendorGov.Web.Hosting.Api;

namespace VendorGov.Web.Hosting;

/// <summary>Headers of every response. No inline script or style exists, so none is allowed.</summary>
public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>What pages answer to; the API judges for itself. A page would be drawn for any other method too, without what fills it.</summary>
    private static readonly HashSet<string> Methods = new(["GET", "HEAD", "POST"], StringComparer.Ordinal);

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        if (!Methods.Contains(context.Request.Method) && !ApiKeyHandler.Covers(context))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Methods);
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        // A file that somebody brought states a stricter policy of its own.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // Whatever is drawn for a person must not stay in a shared browser's cache; static files keep their own rule.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = "no-store";
        }
    }
}
