namespace VendorGov.Web.Hosting;

/// <summary>Finds out for whom a request acts and enters that tenant's scope.</summary>
public sealed class TenantMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => next(context);
}
