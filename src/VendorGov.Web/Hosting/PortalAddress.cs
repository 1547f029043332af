using Microsoft.Extensions.Options;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting;

/// <summary>
/// The portal's address as the world writes it, for links that leave a page. <c>Site:PublicUrl</c> keeps a forged Host header out
/// of them.
/// </summary>
public sealed class PortalAddress(IHttpContextAccessor http, IOptions<SiteOptions> site)
{
    public string Root => site.Value.PublicUrl?.TrimEnd('/')
        ?? (http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "");

    public string Of(string path) => Root + path;
}
