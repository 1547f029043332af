using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// Session cookie rules. Each request compares the security stamp with the database by one query, so that a changed
/// password, a disabled account or "sign out everywhere" ends all other sessions with their next request.
/// </summary>
public sealed class Session(IOptions<AccountOptions> options, TimeProvider clock) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>The claim that says in which place the person acts: a membership's key or <see cref="Platform"/>.</summary>
    public const string PlaceClaim = "vg:place";

    public const string Platform = "platform";

    public const string NameClaim = "vg:name";

    /// <summary>Present where the person is platform administrator beside all memberships.</summary>
    public const string AdministratorClaim = "vg:administrator";

    private const string Since = "since";

    private static readonly Func<AppDb, Guid, Task<Stamp?>> FindStamp = EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Users.Where(u => u.Id == id).Select(u => new Stamp(u.SecurityStamp, u.LockoutEnd)).FirstOrDefault());

    private sealed record Stamp(string? Value, DateTimeOffset? LockedUntil);

    public void Configure(CookieAuthenticationOptions cookie) => Configure(null, cookie);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        cookie.Cookie.Name = "vg-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.CookieManager = new HostPrefixCookies();
        cookie.ExpireTimeSpan = options.Value.IdleLimit;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/Account/SignIn";
        cookie.Events.OnSigningIn = context =>
        {
            context.Properties.Items.TryAdd(Since, clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = ValidateAsync;
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        var valid = context.Properties.Items.TryGetValue(Since, out var since) && long.TryParse(since, out var ticks)
            && now.UtcTicks - ticks < options.Value.AbsoluteLimit.Ticks
            && await IsCurrentAsync(context, now);
        if (!valid)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static async Task<bool> IsCurrentAsync(CookieValidatePrincipalContext context, DateTimeOffset now)
    {
        var identity = context.HttpContext.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        if (!Guid.TryParse(context.Principal?.FindFirstValue(identity.UserIdClaimType), out var id))
        {
            return false;
        }

        var stamp = await FindStamp(context.HttpContext.RequestServices.GetRequiredService<AppDb>(), id);
        return stamp is { Value: { } value }
            && value == context.Principal.FindFirstValue(identity.SecurityStampClaimType)
            && !(stamp.LockedUntil == DateTimeOffset.MaxValue || (stamp.LockedUntil - now) > TimeSpan.FromDays(1));
    }
}
