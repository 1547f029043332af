using System.Security.Cryptography;
using System.Text;

namespace VendorGov.Domain.Tenancy;

/// <summary>What a key may be used for. Each scope covers sending and reading back what was sent.</summary>
public enum ApiScope
{
    Contacts,
    Calls,
    Surveys,
    Presence,
}

/// <summary>Whether a key opens anything; only an active one does.</summary>
public enum ApiKeyState
{
    Active,
    Expired,
    Revoked,
}

/// <summary>
/// A key of one vendor or one outlet for the HTTP API. The key is 256 random bits behind a readable start, so a plain SHA-256
/// of it is stored; the key itself is shown once. <see cref="Prefix"/> tells keys apart and opens nothing.
/// </summary>
public sealed class ApiKey : IPartyOwned, IAudited, IVersioned
{
    public const int LongestLifeInDays = 731;

    private const string Mark = "vgk_";

    private ApiKey()
    {
    }

    private ApiKey(TenantId tenant, PartyKey party, string name, IReadOnlyList<ApiScope> scopes, string createdBy, DateTimeOffset now)
    {
        Id = Keys.Next();
        TenantId = tenant;
        (VendorId, OutletId) = (party.Vendor, party.Outlet);
        Name = name;
        Scopes = [.. scopes.Distinct().Order()];
        CreatedBy = createdBy;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public OutletId? OutletId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary><c>vgk_</c> and 8 hexadecimal digits; what a page shows of the key.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the whole key, lower-case hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    public IReadOnlyList<ApiScope> Scopes { get; private set; } = [];

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    /// <summary>To the minute; kept by the authentication of requests.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>
    /// A new key and its text, which is not kept. Throws <see cref="RuleViolationException"/> for a party that is not one
    /// vendor or one outlet, for no scope, and for an expiry that is past or more than two years ahead.
    /// </summary>
    public static (ApiKey Key, string Text) Create(
        TenantId tenant, PartyKey party, string name, IReadOnlyList<ApiScope> scopes, DateTimeOffset expiresAt,
        string createdBy, DateTimeOffset now)
    {
        if (party is not ({ Vendor: not null, Outlet: null, Region: null } or { Outlet: not null, Vendor: null, Region: null }))
        {
            throw new RuleViolationException("key-party");
        }

        if (scopes.Count == 0)
        {
            throw new RuleViolationException("key-scope");
        }

        if (expiresAt <= now || expiresAt > now.AddDays(LongestLifeInDays))
        {
            throw new RuleViolationException("key-expiry", LongestLifeInDays);
        }

        var key = new ApiKey(tenant, party, name, scopes, createdBy, now) { ExpiresAt = expiresAt };
        return (key, key.MakeSecret());
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public ApiKeyState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? ApiKeyState.Revoked : now >= ExpiresAt ? ApiKeyState.Expired : ApiKeyState.Active;

    /// <summary>From now on nothing can be sent with it. What was sent stays.</summary>
    public void Revoke(string by, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            throw new RuleViolationException("key-revoked");
        }

        RevokedAt = now;
        RevokedBy = by;
    }

    private string MakeSecret()
    {
        Prefix = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var text = $"{Prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        SecretHash = HashOf(text);
        return text;
    }
}
