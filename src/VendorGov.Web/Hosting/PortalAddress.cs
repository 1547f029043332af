using System.Net;
using Microsoft.Extensions.Options;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting;

/// <summary>
/// The portal's address as the world writes it, for links that leave a page. <c>Site:PublicUrl</c> keeps a forged Host header out
/// of them.
/// </summary>
public sealed class PortalAddress(IHttpContextAccessor http, IOptions<SiteOptions> site, IConfiguration configuration)
{
    /// <summary>
    /// Whether a link that opens something may be mailed under this address: it was stated, its names are checked (<c>AllowedHosts</c>), or it is this machine's.
    /// Else who asks in somebody's name, under a host of their own, would have the link sent to lead there.
    /// </summary>
    public bool IsSure => site.Value.PublicUrl is not null || configuration["AllowedHosts"] is not (null or "" or "*")
        || http.HttpContext is not { Request.Host.Host: var host } || host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    public string Root => site.Value.PublicUrl?.TrimEnd('/')
        ?? (http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "");

    public string Of(string path) => Root + path;
}
