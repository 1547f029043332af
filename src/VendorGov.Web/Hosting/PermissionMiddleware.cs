using Microsoft.AspNetCore.Mvc.Filters;
using VendorGov.Web.Hosting.Api;
using VendorGov.Web.Hosting.Operations;

namespace VendorGov.Web.Hosting;

/// <summary>
/// Refuses what the caller's role does not allow. Without the permission a page does not exist (404); who is not signed
/// in is sent to the sign-in page. An endpoint that names no permission is refused: start-up should have found it.
/// </summary>
public sealed class PermissionMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentUser user, CurrentKey key, SecurityLog log)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            return next(context);
        }

        if (endpoint.Metadata.GetMetadata<RequireKey>() is { } required)
        {
            return PassByKeyAsync(context, required, key, log);
        }

        if (user is { IsSignedIn: true, Member.OwesSecondStep: true } && !IsOpenBeforeSecondStep(endpoint))
        {
            context.Response.Redirect("/Account/SecondStep");
            return Task.CompletedTask;
        }

        if (user is { IsSignedIn: true, Member.ByProvider: true } && endpoint.Metadata.GetMetadata<OwnSignInAttribute>() is not null)
        {
            context.Response.Redirect("/Account/OpenId");
            return Task.CompletedTask;
        }

        var needed = endpoint.Metadata.GetMetadata<PermissionAttribute>()?.Permission;
        if (needed is { } permission && user.Can(permission))
        {
            return next(context);
        }

        if (user.IsSignedIn)
        {
            log.Refused(context, SecurityLog.Reason.Role);
        }

        Refuse(context, hide: needed is null || user.IsSignedIn);
        return Task.CompletedTask;
    }

    private static bool IsOpenBeforeSecondStep(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<BeforeSecondStepAttribute>() is not null
        || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is null;

    /// <summary>One answer for every key that does not open: whether it ever existed is nobody's business.</summary>
    private Task PassByKeyAsync(HttpContext context, RequireKey required, CurrentKey key, SecurityLog log)
    {
        if (key.Holder is not { } holder)
        {
            log.Refused(context, SecurityLog.Reason.Key);
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return ApiProblem.WriteAsync(context, StatusCodes.Status401Unauthorized, "key");
        }

        if (required.Scope is not { } scope || holder.Scopes.Contains(scope))
        {
            return next(context);
        }

        log.Refused(context, SecurityLog.Reason.KeyScope);
        return ApiProblem.WriteAsync(context, StatusCodes.Status403Forbidden, "scope");
    }

    private static void Refuse(HttpContext context, bool hide)
    {
        if (hide || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var target = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        context.Response.Redirect(target == "/" ? "/Account/SignIn" : $"/Account/SignIn?returnUrl={Uri.EscapeDataString(target)}");
    }
}

/// <summary>Honours a <see cref="PermissionAttribute"/> on a single page handler.</summary>
public sealed class HandlerPermissionFilter(CurrentUser user, SecurityLog log) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var own = context.HandlerMethod?.MethodInfo.GetCustomAttributes(typeof(PermissionAttribute), true);
        if (own is [PermissionAttribute needed, ..] && !user.Can(needed.Permission))
        {
            log.Refused(context.HttpContext, SecurityLog.Reason.Role);
            context.Result = new Microsoft.AspNetCore.Mvc.NotFoundResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
