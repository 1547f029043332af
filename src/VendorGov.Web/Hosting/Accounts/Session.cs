using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// Session cookie rules. Each request compares security stamp and session with the database by one query, so that a changed password, a
/// disabled account, "sign out everywhere" or one ended session take effect with the next request.
/// </summary>
public sealed class Session(IOptions<AccountOptions> options, TimeProvider clock) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>The claim that says in which place the person acts: a membership's key or <see cref="Platform"/>.</summary>
    public const string PlaceClaim = "vg:place";

    public const string Platform = "platform";

    public const string NameClaim = "vg:name";

    /// <summary>Present where the person is platform administrator beside all memberships.</summary>
    public const string AdministratorClaim = "vg:administrator";

    /// <summary>Present where a passkey opened the session, which is two steps in one.</summary>
    public const string ProvenClaim = "vg:proven";

    /// <summary>Key of the tenant whose OpenID provider opened the session, which acts nowhere else.</summary>
    public const string ProviderClaim = "vg:provider";

    /// <summary>Key of the <see cref="UserSession"/>.</summary>
    public const string SessionClaim = "vg:session";

    private const string Since = "since";

    /// <summary>How exactly it is known when a session was used last.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    private static readonly Func<AppDb, Guid, UserId, Guid, Task<Stamp?>> FindStamp = EF.CompileAsyncQuery((AppDb db, Guid id, UserId owner, Guid session) =>
        db.Users.Where(u => u.Id == id).Select(u => new Stamp(u.SecurityStamp, u.LockoutEnd, db.UserSessions
            .Where(s => s.Id == session && s.UserId == owner && s.EndedAt == null).Select(s => (DateTimeOffset?)s.LastSeenAt).FirstOrDefault()))
            .FirstOrDefault());

    private sealed record Stamp(string? Value, DateTimeOffset? LockedUntil, DateTimeOffset? SeenAt);

    public void Configure(CookieAuthenticationOptions cookie) => Configure(null, cookie);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name == IdentityConstants.TwoFactorUserIdScheme)
        {
            KeepChallenges(cookie);
        }

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

    /// <summary>Between the question to a passkey and its answer.</summary>
    private static void KeepChallenges(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "vg-challenge";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.CookieManager = new HostPrefixCookies();
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        cookie.SlidingExpiration = false;
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

        var (db, session) = (context.HttpContext.RequestServices.GetRequiredService<AppDb>(), Sessions.KeyOf(context.Principal));
        await OneConnection.KeepAsync(context.HttpContext, db);
        var stamp = await FindStamp(db, id, UserId.From(id), session);
        var current = stamp is { Value: { } value, SeenAt: not null }
            && value == context.Principal.FindFirstValue(identity.SecurityStampClaimType)
            && !(stamp.LockedUntil == DateTimeOffset.MaxValue || (stamp.LockedUntil - now) > TimeSpan.FromDays(1));
        if (current && now - stamp!.SeenAt > SeenEvery)
        {
            await db.UserSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now));
        }

        return current;
    }
}
