using Microsoft.Extensions.Options;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Links that go out by mail. <c>Site:PublicUrl</c> keeps a forged Host header out of them.</summary>
public sealed class AccountLinks(IHttpContextAccessor http, IOptions<SiteOptions> site)
{
    public string Invitation(string token) => Absolute($"/Account/AcceptInvitation?token={Uri.EscapeDataString(token)}");

    public string Reset(Guid user, string code) => Absolute($"/Account/ResetPassword?user={user:D}&code={Uri.EscapeDataString(code)}");

    private string Absolute(string path)
    {
        var request = http.HttpContext!.Request;
        return (site.Value.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}") + path;
    }
}
