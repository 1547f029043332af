using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>
/// An OpenID Connect provider that listens: discovery, keys, authorization and the exchange of codes with PKCE and client secret, its tokens written and signed
/// without the library that the portal reads them with. <see cref="Person"/> is who is signed in there; <see cref="Twist"/> spoils the token.
/// </summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    public const string Client = "portal-client";
    public const string Secret = "a secret of forty characters, or nearly so";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string? Nonce, string? Challenge, string? Redirect)> _codes = new();
    private readonly Func<DateTimeOffset> _now;
    private readonly WebApplication _app;

    private OpenIdServer(Func<DateTimeOffset> now)
    {
        _now = now;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer ?? Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/keys",
            response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    public string Address { get; private set; } = "";

    /// <summary>What it says of itself instead of its address.</summary>
    public string? Issuer { get; set; }

    public Dictionary<string, object> Person { get; private set; } = [];

    public Action<Dictionary<string, object>> Twist { get; set; } = _ => { };

    /// <summary>The algorithm that a token without signature claims.</summary>
    public string? Unsigned { get; set; }

    public bool ByOtherKey { get; set; }

    /// <summary>Codes that were exchanged for a token.</summary>
    public int Exchanged { get; private set; }

    public static async Task<OpenIdServer> StartAsync(Func<DateTimeOffset> now)
    {
        var server = new OpenIdServer(now);
        await server._app.StartAsync();
        server.Address = server._app.Urls.Single();
        return server;
    }

    /// <summary>Who signs in next, with nothing spoilt.</summary>
    public void Enter(string subject, string? email, bool verified = true, params string[] methods)
    {
        Person = new() { ["sub"] = subject, ["email_verified"] = verified };
        if (email is not null)
        {
            Person["email"] = email;
        }

        if (methods.Length > 0)
        {
            Person["amr"] = methods;
        }

        (Twist, Unsigned, ByOtherKey) = (_ => { }, null, false);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _other.Dispose();
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !$"{query["scope"]}".Contains("openid", StringComparison.Ordinal))
        {
            return Results.BadRequest();
        }

        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["nonce"], query["code_challenge"], query["redirect_uri"]);
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != Client || form["client_secret"] != Secret || form["grant_type"] != "authorization_code"
            || !_codes.TryRemove(form["code"].ToString(), out var given) || given.Challenge != challenge || given.Redirect != form["redirect_uri"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        Exchanged++;
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 300, id_token = Token(given.Nonce) });
    }

    private string Token(string? nonce)
    {
        var now = _now().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(Person) { ["iss"] = Address, ["aud"] = Client, ["iat"] = now, ["exp"] = now + 300, ["nonce"] = nonce ?? "" };
        Twist(claims);
        var text = $"{Part(new { alg = Unsigned ?? "RS256", kid = "k1", typ = "JWT" })}.{Part(claims)}";
        var signature = Unsigned is not null ? [] : (ByOtherKey ? _other : _key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    private static string Part(object value) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(value));

    private object PublicKey()
    {
        var parts = _key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "k1", n = WebEncoders.Base64UrlEncode(parts.Modulus!), e = WebEncoders.Base64UrlEncode(parts.Exponent!) };
    }
}
