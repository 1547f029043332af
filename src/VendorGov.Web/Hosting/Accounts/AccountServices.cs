using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting.OpenId;
using VendorGov.Web.Hosting.Operations;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Identity with the gaps of its defaults closed (ASVS 5.0.0: 6.2, 6.3.1, 7.3, 11.4.2).</summary>
public static class AccountServices
{
    /// <summary>Name of the limit on pages that guesses are made at.</summary>
    public const string GuessLimit = "guesses";

    /// <summary>Name of the limit on the page that checks a document's code, which is read without a session.</summary>
    public const string CheckLimit = "checks";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AccountOptions>(configuration.GetSection("Accounts"));
        services.AddDataProtection().SetApplicationName("VendorGov");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyRing>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        // After Identity's cookies, which bring events of their own: the later configuration stands.
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, Session>();
        services.AddIdentityCore<AppUser>(Demand)
            .AddEntityFrameworkStores<AppDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromHours(1));
        services.AddScoped<SignInDesk>();
        services.AddScoped<Sessions>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.Configure<OpenIdOptions>(configuration.GetSection("OpenId"));
        services.AddSingleton<OpenIdVault>().AddSingleton<OpenIdAuthorities>();
        services.AddScoped<OpenIdFlow>().AddScoped<OpenIdDesk>().AddScoped<OpenIdDirectory>().AddScoped<AccountTrail>().AddScoped<Recovery>();
        services.AddScoped<AccountMail>();
        services.AddHttpContextAccessor();
        services.AddScoped<AccountLinks>();
        services.AddScoped<Places>();
        services.AddMemoryCache();
        services.AddRateLimiter(LimitGuesses);
        return services;
    }

    private static void Demand(IdentityOptions options)
    {
        var password = options.Password;
        password.RequiredLength = PasswordRules.Shortest;
        password.RequiredUniqueChars = 1;
        (password.RequireDigit, password.RequireLowercase, password.RequireUppercase, password.RequireNonAlphanumeric) =
            (false, false, false, false);
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.User.RequireUniqueEmail = true;
        // Addresses are the names; anything that a mailbox may hold must pass.
        options.User.AllowedUserNameCharacters = "";
    }

    private static void LimitGuesses(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<SecurityLog>().Refused(context.HttpContext, SecurityLog.Reason.TooMany);
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = AccountLimits.Create();
        limiter.AddPolicy(GuessLimit, context => HttpMethods.IsPost(context.Request.Method)
            ? PerMinute(context)
            : RateLimitPartition.GetNoLimiter("reading"));
        limiter.AddPolicy(CheckLimit, context => PerMinute(context));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context) =>
        RateLimitPartition.GetFixedWindowLimiter(Address(context), _ => new FixedWindowRateLimiterOptions
        {
            Window = TimeSpan.FromMinutes(1),
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.AttemptsPerMinute,
        });

    private static string Address(HttpContext context) => CallerAddress.Of(context);
}
