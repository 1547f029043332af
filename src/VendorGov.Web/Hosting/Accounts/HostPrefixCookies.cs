using Microsoft.AspNetCore.Authentication.Cookies;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// Names the session cookie <c>__Host-…</c> over https, which binds it to this host, and plainly over http, where browsers
/// would refuse the prefix (loopback and the demo).
/// </summary>
public sealed class HostPrefixCookies : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context, key), value, Whole(options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, Name(context, key), Whole(options));

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;

    // The prefix is valid for the path / only.
    private static CookieOptions Whole(CookieOptions options) => new(options) { Path = "/", Domain = null };
}
