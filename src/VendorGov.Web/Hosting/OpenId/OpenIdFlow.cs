using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VendorGov.Data.Identity;

namespace VendorGov.Web.Hosting.OpenId;

/// <summary>
/// Authorization code with PKCE, by the framework's own handler with the options of one network. Nothing is taken from the provider but its signed
/// token. State, nonce and code verifier fit one browser, one network, once, for a quarter of an hour.
/// </summary>
public sealed partial class OpenIdFlow(
    OpenIdAuthorities authorities, OpenIdVault vault, IDataProtectionProvider protection, PortalAddress address, IHttpContextAccessor http,
    TimeProvider clock, HtmlEncoder html, UrlEncoder url, ILogger<OpenIdFlow> log)
{
    private const string Begun = "vg:begun";
    private const string Linking = "vg:link";
    private const string Back = "vg:back";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>
    /// What the provider's token says. <c>Email</c> is null where the provider does not vouch for it; <c>SeveralFactors</c> is its word that it asked for
    /// more than one (RFC 8176, <c>mfa</c>). <c>LinkFor</c> is the account that asked, while signed in, to be linked.
    /// </summary>
    public sealed record Answer(string Issuer, string Subject, string? Email, bool SeveralFactors, string? ReturnUrl, Guid? LinkFor);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Providers are asked by a browser.");

    public static string ReturnPath(string code) => $"/Account/OpenIdReturn/{code}";

    /// <summary>Where the browser goes; its cookies are set. Null where the provider does not answer.</summary>
    public async Task<Uri?> BeginAsync(OpenIdDirectory.Found provider, string? returnUrl, Guid? linkFor = null)
    {
        var properties = new AuthenticationProperties
        {
            RedirectUri = "/",
            Items =
            {
                [Begun] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), [Back] = returnUrl, [Linking] = linkFor?.ToString("D"),
            },
        };
        try
        {
            var handler = await HandlerAsync(provider, new OpenIdConnectEvents());
            await handler.ChallengeAsync(properties);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or OpenIdConnectProtocolException or TaskCanceledException)
        {
            LogSilent(log, e.GetBaseException().GetType().Name, provider.Tenant.Value);
            return null;
        }

        var target = Context.Response.Headers.Location.ToString();
        Context.Response.Headers.Remove("Location");
        Context.Response.StatusCode = StatusCodes.Status200OK;
        return Uri.TryCreate(target, UriKind.Absolute, out var uri) ? uri : null;
    }

    /// <summary>Judges what the browser brought back. Null for anything that was not begun by it here, or that the provider did not sign.</summary>
    public async Task<Answer?> FinishAsync(OpenIdDirectory.Found provider)
    {
        Answer? answer = null;
        var events = new OpenIdConnectEvents
        {
            // The handler lets a token without signature pass that came by the code (OpenID Connect Core, 3.1.3.7): here every token is signed.
            OnTokenValidated = context =>
            {
                if (context.TokenEndpointResponse?.IdToken?.Split('.') is not [_, _, { Length: > 0 }])
                {
                    context.Fail("The token is not signed.");
                }

                return Task.CompletedTask;
            },
            OnTicketReceived = context =>
            {
                answer = Read(context.Principal!, context.Properties!);
                context.HandleResponse();
                return Task.CompletedTask;
            },
            OnRemoteFailure = context =>
            {
                LogRefused(log, context.Failure?.GetType().Name, provider.Tenant.Value);
                context.HandleResponse();
                return Task.CompletedTask;
            },
            OnAccessDenied = context =>
            {
                context.HandleResponse();
                return Task.CompletedTask;
            },
        };
        var handler = await HandlerAsync(provider, events);
        await handler.HandleRequestAsync();
        return answer;
    }

    private Answer? Read(ClaimsPrincipal token, AuthenticationProperties properties)
    {
        var items = properties.Items;
        var fresh = items.TryGetValue(Begun, out var begun) && long.TryParse(begun, CultureInfo.InvariantCulture, out var ticks)
            && clock.GetUtcNow().UtcTicks - ticks < Patience.Ticks;
        if (!fresh || token.FindFirstValue("sub") is not { Length: > 0 } subject || token.FindFirstValue("iss") is not { } issuer)
        {
            return null;
        }

        var vouched = string.Equals(token.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        return new Answer(
            issuer, subject, vouched ? token.FindFirstValue("email") : null, token.FindAll("amr").Any(c => c.Value == "mfa"), properties.GetString(Back),
            Guid.TryParse(properties.GetString(Linking), out var account) ? account : null);
    }

    private async Task<OpenIdConnectHandler> HandlerAsync(OpenIdDirectory.Found provider, OpenIdConnectEvents events)
    {
        // The name goes into the keys that protect the state, so that one network's fits no other's.
        var name = $"openid:{provider.Tenant.Value:N}";
        events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = address.Of(ReturnPath(provider.Code));
            return Task.CompletedTask;
        };
        var options = Options(provider, events);
        new OpenIdConnectPostConfigureOptions(protection).PostConfigure(name, options);
        // Its own lines would write down what a stranger puts into an address.
        var handler = new OpenIdConnectHandler(new Fixed(options), NullLoggerFactory.Instance, html, url);
        await handler.InitializeAsync(new AuthenticationScheme(name, null, typeof(OpenIdConnectHandler)), Context);
        return handler;
    }

    private OpenIdConnectOptions Options(OpenIdDirectory.Found provider, OpenIdConnectEvents events)
    {
        var options = new OpenIdConnectOptions
        {
            ClientId = provider.ClientName,
            ClientSecret = vault.Open(provider.SealedSecret),
            ConfigurationManager = authorities.Of(provider.Authority),
            Backchannel = authorities.Http,
            CallbackPath = ReturnPath(provider.Code),
            ResponseType = OpenIdConnectResponseType.Code,
            ResponseMode = OpenIdConnectResponseMode.Query,
            UsePkce = true,
            SaveTokens = false,
            MapInboundClaims = false,
            GetClaimsFromUserInfoEndpoint = false,
            DisableTelemetry = true,
            RemoteAuthenticationTimeout = Patience,
            SignInScheme = "none",
            Events = events,
        };
        options.ClaimActions.Clear();
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        Judge(options);
        Bind(options.CorrelationCookie, "vg-openid.");
        Bind(options.NonceCookie, "vg-openid-nonce.");
        return options;
    }

    private void Judge(OpenIdConnectOptions options)
    {
        var judge = options.TokenValidationParameters;
        judge.NameClaimType = "sub";
        judge.RequireSignedTokens = true;
        judge.ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
        judge.LifetimeValidator = (from, until, _, _) =>
            clock.GetUtcNow() is var now && until is { } end && now - Skew < end && (from is not { } start || now + Skew >= start);
    }

    /// <summary>Lax: the provider sends the browser back by a link, and no form of another site ever brings these.</summary>
    private void Bind(CookieBuilder cookie, string name)
    {
        cookie.Name = (Context.Request.IsHttps ? "__Host-" : "") + name;
        (cookie.Path, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = ("/", true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
    }

    /// <summary>The options of this one request.</summary>
    private sealed class Fixed(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }

    [LoggerMessage(1, LogLevel.Warning, "The OpenID provider of tenant {Tenant} does not answer as one: {Kind}")]
    private static partial void LogSilent(ILogger logger, string kind, Guid tenant);

    [LoggerMessage(2, LogLevel.Warning, "What came back from the OpenID provider of tenant {Tenant} was refused: {Kind}")]
    private static partial void LogRefused(ILogger logger, string? kind, Guid tenant);
}
