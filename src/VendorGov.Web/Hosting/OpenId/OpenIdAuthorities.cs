using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace VendorGov.Web.Hosting.OpenId;

/// <summary>
/// What providers say of themselves, read from the address that headquarters typed: over HTTPS, from public addresses, without redirect. Kept for hours;
/// a key that is not among those kept is asked for again.
/// </summary>
public sealed class OpenIdAuthorities : IDisposable
{
    private const int MostAnswered = 512 * 1024;
    private const int MostKept = 1000;

    private readonly OpenIdOptions _options;
    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _known = new(StringComparer.Ordinal);

    public OpenIdAuthorities(IOptions<OpenIdOptions> options)
    {
        _options = options.Value;
        Http = new HttpClient(OutsideOnly.Handler(_options.AllowInsecure)) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = MostAnswered };
    }

    /// <summary>Reaches public addresses only.</summary>
    public HttpClient Http { get; }

    /// <summary>The key of what is wrong with an address as it is written; null where it is good.</summary>
    public string? Problem(string authority) =>
        !Uri.TryCreate(authority, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || uri.Query.Length > 0
            ? "openId.addressWrong"
            : uri.Scheme == Uri.UriSchemeHttps || (_options.AllowInsecure && uri.Scheme == Uri.UriSchemeHttp) ? null : "openId.addressHttps";

    public ConfigurationManager<OpenIdConnectConfiguration> Of(string authority)
    {
        if (_known.Count > MostKept)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(authority, Reader);
    }

    /// <summary>What was read is asked for again, as after a change of settings.</summary>
    public void Forget(string authority) => _known.TryRemove(authority, out _);

    /// <summary>Asks the provider now. The key of what is wrong with its answer; null where it can be used.</summary>
    public async Task<string?> TryAsync(string authority, CancellationToken cancel)
    {
        try
        {
            await Reader(authority).GetConfigurationAsync(cancel);
            return null;
        }
        catch (InvalidOperationException e)
        {
            // The library wraps what happened, the retriever's own finding among it.
            return Findings(e).OfType<ForeignIssuerException>().Any() ? "openId.issuer"
                : Findings(e).OfType<InsideAddressException>().Any() ? "openId.inside" : "openId.silent";
        }
    }

    public void Dispose() => Http.Dispose();

    private static IEnumerable<Exception> Findings(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }

    private ConfigurationManager<OpenIdConnectConfiguration> Reader(string authority) => new(
        authority + "/.well-known/openid-configuration", new Retriever(authority, _options.AllowInsecure),
        new HttpDocumentRetriever(Http) { RequireHttps = !_options.AllowInsecure });

    /// <summary>It speaks for another address than its own, or leads to one that is not encrypted.</summary>
    private sealed class ForeignIssuerException() : IOException("The provider names another issuer, or an address without HTTPS.");

    /// <summary>The document must speak for the address it was read from (OpenID Connect Discovery 1.0, 4.3); the library leaves that out.</summary>
    private sealed class Retriever(string authority, bool allowInsecure) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancel);
            var whole = found.Issuer?.TrimEnd('/') == authority && found.SigningKeys.Count > 0
                && new[] { found.AuthorizationEndpoint, found.TokenEndpoint }.All(IsGood);
            return whole ? found : throw new ForeignIssuerException();
        }

        private bool IsGood(string? endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (allowInsecure && uri.Scheme == Uri.UriSchemeHttp));
    }
}
