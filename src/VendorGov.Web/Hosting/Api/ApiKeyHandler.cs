using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;

namespace VendorGov.Web.Hosting.Api;

/// <summary>
/// Authentication by <c>Authorization: Bearer vgk_…</c> under <c>/api</c>. A valid key enters the scope of its tenant and party; any
/// other enters none, and without a scope no query runs. Sessions count for nothing here, and keys for nothing elsewhere.
/// </summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ApiKeyDirectory directory, TenantScope scope, CurrentKey current, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";

    private const string Bearer = "Bearer ";
    private const int LongestKey = 200;

    /// <summary>Where keys count.</summary>
    public static bool Covers(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > LongestKey)
        {
            return AuthenticateResult.NoResult();
        }

        var now = clock.GetUtcNow();
        if (await directory.FindAsync(header[Bearer.Length..].Trim(), now, Context.RequestAborted) is not { } holder)
        {
            return AuthenticateResult.Fail("unknown, expired or revoked");
        }

        Enter(holder);
        await directory.NoteUseAsync(holder, now, Context.RequestAborted);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, holder.Prefix)], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    private void Enter(ApiKeyDirectory.Holder holder)
    {
        var actor = $"{holder.Prefix} {holder.Name}";
        if (holder.Vendor is { } vendor)
        {
            scope.EnterVendor(holder.Tenant, vendor, null, actor);
        }
        else
        {
            scope.EnterOutlets(holder.Tenant, [holder.Outlet!.Value], null, actor);
        }

        current.Become(holder);
    }
}
